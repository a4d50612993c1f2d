import Testing

@testable import TributaryIngest

struct RecordTextTests {
  private func record(_ cells: [[UInt8]]) -> Record {
    var record = Record()
    for cell in cells { record.append(cell: cell) }
    return record
  }

  @Test func `bytes of two cells are no letter together`() {
    // 0xd0 0x90 is А in UTF-8; apart they are Р and ђ in windows-1251.
    var text = RecordText()
    #expect(text.cells(record([[0xd0], [0x90]])) == ["Р", "ђ"])
    #expect(text.cells(record([[0xd0, 0x90]])) == ["А"])
    // Now the file has shown UTF-8.
    #expect(text.cells(record([[0xd0], [0x90]])) == nil)
  }

  @Test func `cells keep their borders when letters grow`() {
    var text = RecordText()
    #expect(
      text.cells(record([[0xcb, 0xe5], [], [0x78, 0xf2], [0x98]])) == ["Ле", "", "xт", "\u{fffd}"])
  }

  @Test(
    arguments: [
      ("München", [0x4d, 0xfc, 0x6e, 0x63, 0x68, 0x65, 0x6e]), ("Köln", [0x4b, 0xf6, 0x6c, 0x6e]),
      ("Größe", [0x47, 0x72, 0xf6, 0xdf, 0x65]), ("10 €", [0x31, 0x30, 0x20, 0x80]),
      ("£5", [0xa3, 0x35]), ("Москва", [0xcc, 0xee, 0xf1, 0xea, 0xe2, 0xe0]),
      ("КT-12", [0xca, 0x54, 0x2d, 0x31, 0x32]), ("АB", [0xc0, 0x42]),
      ("Kовш", [0x4b, 0xee, 0xe2, 0xf8]), ("№ 5", [0xb9, 0x20, 0x35]), ("в", [0xe2]),
    ] as [(String, [UInt8])])
  func `words are of one alphabet`(text: String, bytes: [UInt8]) {
    var reader = RecordText()
    #expect(reader.cells(record([bytes])) == [text])
    #expect(TextEncoding.text(bytes) == text)
  }

  @Test func `the first words of a file decide for the others`() {
    let (moscow, munich): ([UInt8], [UInt8]) = (
      [0xcc, 0xee, 0xf1, 0xea, 0xe2, 0xe0], [0x4d, 0xfc, 0x6e, 0x63, 0x68, 0x65, 0x6e]
    )
    var western = RecordText()
    #expect(western.cells(record([munich])) == ["München"])
    #expect(western.cells(record([[0xe0]])) == ["à"])
    #expect(western.cells(record([moscow])) == nil)
    var russian = RecordText()
    #expect(russian.cells(record([moscow, moscow, [0x53, 0xf2]])) == ["Москва", "Москва", "Sт"])
    #expect(russian.cells(record([[0x53, 0xf2]])) == ["Sт"])
  }

  @Test(
    arguments: [
      (.windows1252, [0x80, 0xfc, 0x9c], "€üœ"), (.latin1, [0xfc, 0xe9, 0xdf], "üéß"),
      (.latin9, [0xa4, 0xfc, 0xbd], "€üœ"),
      (.koi8r, [0xed, 0xcf, 0xd3, 0xcb, 0xd7, 0xc1], "Москва"),
      (.koi8r, [0xb3, 0xa3, 0xff], "ЁёЪ"), (.cp866, [0x8c, 0xae, 0xf1], "Моё"),
    ] as [(TextEncoding, [UInt8], String)])
  func `a declared encoding is read`(encoding: TextEncoding, bytes: [UInt8], text: String) {
    var reader = RecordText(encoding)
    #expect(reader.cells(record([bytes])) == [text])
  }

  @Test func `strict UTF-8 is told from other bytes as the standard library does`() {
    var cells = SeededCells(seed: 5)
    let bytes: [UInt8] = [
      0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc2, 0xd0, 0xdf, 0xe0, 0xe2, 0xed,
      0xef, 0xf0, 0xf3, 0xf4, 0xf5, 0xff,
    ]
    for _ in 0..<20_000 {
      let sample = (0..<cells.next(below: 12)).map { _ in cells.pick(bytes) }
      let isUTF8 = String(validating: sample, as: UTF8.self) != nil
      let found = ByteScan.isUTF8(sample.span, from: 0, to: sample.count)
      #expect(found == isUTF8, "\(sample)")
    }
  }
}
