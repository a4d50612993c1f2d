import Testing

@testable import TributaryIngest

struct ByteScanTests {
  /// Where the byte looked for stands, counted by hand; 33 bytes, so that words and what is left
  /// over are both searched.
  @Test(arguments: [0, 7, 8, 15, 16, 31, 32])
  func `a byte is found wherever it stands`(place: Int) {
    var bytes = [UInt8](repeating: 0x21, count: 33)
    bytes[place] = 0x22
    #expect(ByteScan.first(0x22, in: bytes.span, from: 0, to: 33) == place)
    #expect(ByteScan.first(0x22, in: bytes.span, from: 0, to: place) == -1)
    #expect(ByteScan.first(0x22, in: bytes.span, from: place + 1, to: 33) == -1)
  }

  @Test func `neighbours in value do not pass for a byte`() {
    let bytes: [UInt8] = [0x23, 0x22, 0xa2, 0x21, 0x00, 0x01, 0x80, 0xff, 0x20, 0x20]
    #expect(ByteScan.first(0x22, in: bytes.span, from: 0, to: 10) == 1)
    #expect(ByteScan.first(0x20, in: bytes.span, from: 0, to: 10) == 8)
    #expect(ByteScan.first(0x00, in: bytes.span, from: 0, to: 10) == 4)
  }

  @Test(arguments: [
    ("0", 0), ("7", 7), ("200", 200), ("00042", 42), ("12345678", 12_345_678),
    ("99999999", 99_999_999),
  ])
  func `up to eight digits make a number`(text: String, number: Int64) {
    for padding in ["", "/////////"] {
      let bytes = Array((text + padding).utf8)
      #expect(ByteScan.digits(bytes.span, from: 0, to: text.utf8.count) == number)
    }
  }

  @Test(arguments: ["", "-", "12a", "1/3", "1:3", "+5", " 5", "٣", "1234567٣", "123456789"])
  func `other text makes none`(text: String) {
    let bytes = Array(text.utf8)
    #expect(ByteScan.digits(bytes.span, from: 0, to: bytes.count) == nil)
  }

  @Test func `a tail has zeros above, at the end of the bytes too`() {
    let bytes: [UInt8] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    #expect(ByteScan.tail(bytes.span, from: 0, to: 3) == 0x03_0201)
    #expect(ByteScan.tail(bytes.span, from: 7, to: 10) == 0x0a_0908)
    #expect(ByteScan.tail(bytes.span, from: 4, to: 4) == 0)
  }

  @Test func `finds the first quote or backslash wherever it stands`() {
    for place in 0..<20 {
      for sign in [UInt8(ascii: "\""), UInt8(ascii: "\\")] {
        // 0x23 and 0x5d differ from the two by one, 0xa2 and 0xdc by the top bit.
        var bytes = (0..<20).map { [0x23, 0x5d, 0xa2, 0xdc, 0x21][$0 % 5] as UInt8 }
        bytes[place] = sign
        let found = ByteScan.quoteOrBackslash(in: bytes.span, from: 0, to: 20)
        let before = ByteScan.quoteOrBackslash(in: bytes.span, from: 0, to: place)
        #expect(found == place)
        #expect(before == -1)
      }
    }
  }
}
