import Testing

@testable import TributaryIngest

struct CellBytesTests {
  @Test(arguments: [
    ("  a b ", "a b"), ("\u{a0}Омск\u{2003}", "Омск"), ("'=1", "=1"), ("'＝1", "＝1"), ("'＠a", "＠a"),
    ("' =1", "=1"), ("'a", "'a"), ("'", "'"),
    ("\t'+7 ", "+7"), ("\u{85}x\r", "x"), (" ", ""), ("", ""), ("''=", "''="),
  ])
  func `spaces around a cell and the guard of a formula come off`(text: String, kept: String) {
    #expect(trimmed(text) == kept)
  }

  @Test func `bytes are trimmed as texts are`() {
    var cells = SeededCells(seed: 1)
    for _ in 0..<20_000 {
      let text = cells.text(of: SeededCells.parts, most: 4)
      #expect(trimmed(text) == CellReader.trimmed(text), "\(Array(text.utf8))")
    }
  }

  @Test func `null words are those of texts`() {
    var cells = SeededCells(seed: 2)
    let parts = [
      "-", "—", "–", "N", "NULL", "null", "/A", "\\", "(not set)", "< ", "10%", "A", " ",
    ]
    for word in CellReader.nullWords { #expect(isNull(word)) }
    for _ in 0..<5000 {
      let text = cells.text(of: parts, most: 3)
      #expect(isNull(text) == CellReader.isNull(text), "\(text)")
    }
  }

  private func trimmed(_ text: String) -> String {
    let bytes = Array("x;".utf8) + Array(text.utf8) + Array(";y".utf8)
    let place = CellBytes.trimmed(bytes.span, 2..<bytes.count - 2)
    return String(decoding: bytes[place], as: UTF8.self)
  }

  private func isNull(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return CellBytes.isNull(bytes.span, 0..<bytes.count)
  }
}
