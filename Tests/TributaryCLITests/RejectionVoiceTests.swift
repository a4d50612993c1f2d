import Testing
import TributaryModel

@testable import TributaryCLI

@Suite struct RejectionVoiceTests {
  private static func rejection(_ line: Int) -> Rejection {
    Rejection(
      line: line, byteOffset: 0, reason: .malformed, message: "expected a line", sample: "x")
  }

  private static func counts(read: Int, rejected: Int) -> FileCounts {
    var counts = FileCounts()
    counts.read = read
    counts.rejected = rejected
    return counts
  }

  @Test func `a file of which nothing is read is told once, with its count`() {
    var voice = RejectionVoice("a.log", headerLines: 0)
    for line in 1...5000 { #expect(voice.tell(Self.rejection(line)) == nil) }
    let told = voice.end(Self.counts(read: 5000, rejected: 5000), format: "ga4-json")
    #expect(
      told == [
        "a.log: expected records in the format ga4-json, found 5000 of which none can be read; "
          + "`tributary sources` guesses a file's format",
        "the first: a.log:1: malformed: expected a line: x",
      ])
  }

  @Test func `else each is told by itself, those before the first record too`() {
    var voice = RejectionVoice("a.log", headerLines: 1)
    #expect(voice.wrote(Array("header\n".utf8)) == [])
    #expect(voice.tell(Self.rejection(1)) == nil)
    #expect(voice.wrote(Array("row\n".utf8)) == ["a.log:1: malformed: expected a line: x"])
    #expect(voice.tell(Self.rejection(3)) == "a.log:3: malformed: expected a line: x")
    #expect(voice.end(Self.counts(read: 3, rejected: 2), format: "csv") == [])
  }

  @Test func `a single bad record is told as it is`() {
    var voice = RejectionVoice("a.log", headerLines: 0)
    _ = voice.tell(Self.rejection(1))
    #expect(
      voice.end(Self.counts(read: 1, rejected: 1), format: "csv")
        == ["a.log:1: malformed: expected a line: x"])
  }
}
