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
