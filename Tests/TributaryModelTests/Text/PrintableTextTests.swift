import Testing
import TributaryModel

@Suite struct PrintableTextTests {
  @Test(arguments: [
    ("plain Ж", "plain Ж"), ("a\u{1B}[2Jb", "a\\x1B[2Jb"), ("\r\u{7}", "\\x0D\\x07"),
    ("\u{9B}31m", "\\x9B31m"), ("\u{202E}evil", "\\u{202E}evil"),
  ])
  func `control characters become visible`(text: String, expected: String) {
    #expect(PrintableText.of(text) == expected)
  }
}
