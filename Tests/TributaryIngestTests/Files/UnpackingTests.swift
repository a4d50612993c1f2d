import Testing
import TributaryModel

@testable import TributaryIngest

/// Archives that ask for more than a file may.
struct UnpackingTests {
  private static let tools = [("gzip", ".gz"), ("xz", ".xz"), ("zstd", ".zst"), ("bzip2", ".bz2")]

  private func refusal(_ file: SourceFile, _ limits: UnpackingLimits) -> IngestError? {
    var file = file
    file.unpacking = limits
    return #expect(throws: IngestError.self) { try ReadLog(file) }
  }

  @Test(arguments: tools)
  func `a file that unpacks to more than it may is refused`(tool: String, suffix: String) throws {
    let bench = try Workbench()
    let zeros = try bench.write("zeros", [UInt8](repeating: 48, count: 3_000_000))
    let file = try bench.pack(zeros, with: tool, suffix: suffix)
    let error = refusal(file, UnpackingLimits(maxBytes: 1_000_000))
    #expect(error?.kind == .tooLarge)
    #expect(error?.path == "zeros" + suffix)
    #expect(error?.message.contains("at most 1 MB") == true)
    #expect(error?.message.contains("unpacking.max_megabytes") == true)
    // Few bytes may be packed as well as they like.
    #expect(try ReadLog(file).summary.counts.read == 1)
  }

  @Test(arguments: tools)
  func `a file packed better than any log is refused soon`(tool: String, suffix: String) throws {
    let bench = try Workbench()
    let zeros = try bench.write("zeros", [UInt8](repeating: 48, count: 80_000_000))
    let file = try bench.pack(zeros, with: tool, suffix: suffix)
    let error = refusal(file, UnpackingLimits())
    #expect(error?.kind == .tooLarge)
    #expect(
      error?.message.contains("found 64 MB") == true || error?.message.contains("65 MB") == true)
    #expect(error?.message.contains("unpacking.max_ratio") == true)
  }

  @Test func `the parts of a file count together`() throws {
    let bench = try Workbench()
    let part = try bench.bytes(
      bench.pack(
        bench.write("a", [UInt8](repeating: 48, count: 400_000)), with: "gzip", suffix: ".gz"))
    let file = try bench.write("three.gz", part + part + part)
    #expect(refusal(file, UnpackingLimits(maxBytes: 1_000_000))?.kind == .tooLarge)
    var two = try bench.write("two.gz", part + part)
    two.unpacking = UnpackingLimits(maxBytes: 1_000_000)
    #expect(try ReadLog(two).summary.counts.read == 1)
  }

  @Test(arguments: [("xz", ".xz"), ("zstd", ".zst"), ("bzip2", ".bz2")])
  func `members of one file are read one after the other, and a cut one refuses it`(
    tool: String, suffix: String
  ) throws {
    let bench = try Workbench()
    let lines = (0..<50).map { Given.line($0, path: "/\($0)") }.joined()
    let member = try bench.bytes(bench.pack(bench.write("a", lines), with: tool, suffix: suffix))
    let whole = try bench.write("whole" + suffix, member + member)
    #expect(try ReadLog(whole).summary.counts.read == 100)
    let cut = try bench.write("cut" + suffix, member + member.dropLast(20))
    #expect(#expect(throws: IngestError.self) { try ReadLog(cut) }?.kind == .corrupt)
  }

  @Test func `many packed files leave no descriptor open`() throws {
    let bench = try Workbench()
    let file = try bench.pack(bench.write("a", Given.line(1)), with: "gzip", suffix: ".gz")
    for _ in 0..<1_100 { #expect(try ReadLog(file).summary.counts.read == 1) }
  }
}
