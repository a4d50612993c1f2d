import Testing

@testable import TributaryModel

@Suite struct FileNameTests {
  @Test(arguments: [
    (Array("a b.log".utf8), "a b.log"),
    (Array("\u{439}.log".utf8), "\u{439}.log"),
    ([0x61, 0xff, 0x62], #"a\xFFb"#),
    ([0x61, 0x0a, 0x1b, 0x7f], #"a\x0A\x1B\x7F"#),
    // U+0080 and U+202E are text that steers a terminal.
    ([0xc2, 0x80, 0xe2, 0x80, 0xae], #"\xC2\x80\xE2\x80\xAE"#),
    // The first byte of a letter without its second; a letter of four bytes; half a surrogate.
    ([0xd0], #"\xD0"#), ([0xf0, 0x9f, 0x98, 0x80], "\u{1F600}"),
    ([0xed, 0xa0, 0x80], #"\xED\xA0\x80"#),
    (Array(#"a\b"#.utf8), #"a\b"#), (Array(#"a\xff"#.utf8), #"a\x5Cxff"#),
    ([0x5c, 0xff], #"\\xFF"#), ([], ""),
  ])
  func `a spelling means one name`(bytes: [UInt8], spelling: String) {
    let name = FileName(bytes: bytes)
    #expect(name.spelling == spelling)
    #expect(name.bytes == bytes)
    #expect(FileName(spelling: spelling) == name)
  }

  @Test func `every pair of bytes comes back`() {
    for first in UInt8(1)...255 {
      for second in UInt8(1)...255 {
        let bytes = [UInt8(ascii: "\\"), first, second, UInt8(ascii: "4"), UInt8(ascii: "1")]
        #expect(FileName(bytes: bytes).bytes == bytes)
      }
    }
  }

  @Test func `names that only look alike are two`() {
    let composed = FileName(bytes: Array("\u{439}".utf8))
    let decomposed = FileName(bytes: Array("\u{438}\u{306}".utf8))
    #expect(composed.spelling == decomposed.spelling, "Unicode holds the two texts equal")
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed]).count == 2)
    #expect(decomposed < composed)
  }
}
