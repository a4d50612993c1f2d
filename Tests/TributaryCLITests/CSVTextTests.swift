import Testing
import TributaryModel

@testable import TributaryCLI

@Suite struct CSVTextTests {
  @Test(arguments: [
    (Cell.text("=1+1"), "'=1+1"), (.text("@SUM(1)"), "'@SUM(1)"), (.text("-2+3"), "'-2+3"),
    (.text("\t=1"), "'\t=1"), (.text("＋1"), "'＋1"), (.text("a,\"b\""), "\"a,\"\"b\"\"\""),
    (.text("a=1"), "a=1"),
    (.integer(-5), "-5"), (.real(-0.5), "-0.5"), (.null, ""), (.text("\u{1B}[31m"), "\\x1B[31m"),
  ])
  func `cells are inert and numbers stay numbers`(cell: Cell, text: String) {
    #expect(CSVText.cell(cell) == text)
  }
}
