import Testing
import TributaryModel

@testable import TributaryIngest

@Suite struct RedactionTests {
  @Test(arguments: 0..<4)
  func `a sample that is cut inside a letter reads as it was written`(shift: Int) {
    let text =
      String(repeating: "x", count: shift) + "1;плохо;" + String(repeating: "я", count: 300)
    let sample = Redaction.sample(Array(text.utf8))
    #expect(sample == text.prefix(119) + "…" || sample == text.prefix(sample.count))
    #expect(sample.count > 100 && sample.hasSuffix("яя…") != sample.hasSuffix("яяя"))
  }

  @Test func `a sample is read in the encoding of its file`() {
    let cp866: [UInt8] = [0x8f, 0xab, 0xae, 0xe5, 0xae, 0x3b, 0x31]
    #expect(Redaction.sample(cp866, encoding: .cp866) == "Плохо;1")
    let windows: [UInt8] = [0xcf, 0xeb, 0xee, 0xf5, 0xee, 0x3b, 0x31]
    #expect(Redaction.sample(windows) == "Плохо;1")
    #expect(Redaction.sample(windows, encoding: .windows1251) == "Плохо;1")
  }

  @Test func `what stands in cells of contacts is blotted however it looks`() {
    let sample = Redaction.sample(
      Array("1178;bad;89161234567;4006381333931".utf8), contacts: ["89161234567"])
    #expect(sample == "1178;bad;###########;4006381333931")
  }

  @Test func `a word that is cut is left out, for it may be half a contact`() {
    let text = String(repeating: "abc ", count: 24) + String(repeating: "ы", count: 60) + " ann@ma"
    #expect(!Redaction.sample(Array((text + "il.example").utf8)).contains("ann"))
  }
}
