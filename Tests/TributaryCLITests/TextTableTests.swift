import Testing

@testable import TributaryCLI

@Suite struct TextTableTests {
  @Test func `texts stand left, numbers right, and nothing steers the terminal`() {
    var table = TextTable(["name", "n"])
    table.append([.text("a\u{1B}[1m"), .number("5")])
    table.append([.text("Ж"), .number("1234")])
    #expect(table.text == "name         n\na\\x1B[1m     5\nЖ         1234\n")
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
    ("two\nlines", "\"two\nlines\""), ("\u{1B}[31m", "\\x1B[31m"), ("a\tb", "a\tb"),
  ])
  func `a cell of CSV is quoted where it must be`(text: String, expected: String) {
    #expect(CSVText.cell(text) == expected)
  }
}
