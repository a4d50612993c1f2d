import Testing

@testable import TributaryIngest

struct DelimiterGuessTests {
  @Test(arguments: [
    (["a,b", "1,2"], ","), (["a;b", "1,5;2,5"], ";"), (["a\tb", "x, y, z\t2"], "\t"),
    (["Report", "May 1, 2026 - May 3, 2026", "a\tb\tc", "1\t2\t3"], "\t"),
    (["Cost, x;CPC, x;CPM, x", "1,5;2,5;3,5"], ";"),
    (["\"a;b;c\",d", "\"e;f;g\",h"], ","),
  ])
  func `the sign that most lines share is taken`(lines: [String], delimiter: String) {
    #expect(DelimiterGuess.of(lines.map { Array($0.utf8) }) == delimiter.utf8.first)
  }

  @Test(arguments: [
    (["1;x;2,5;new", "2;x;3,5"], 4, ";"), (["1,x,y,z", "2,x"], 4, ","), (["1,x", "2,x"], 4, ","),
    (["a;b,1,2", "a;b,1,2"], 3, ","),
  ])
  func `a sign that gives too few cells is taken only where all do`(
    lines: [String], cells: Int, delimiter: String
  ) {
    #expect(
      DelimiterGuess.of(lines.map { Array($0.utf8) }, cells: cells) == delimiter.utf8.first)
  }

  @Test func `no sign is no guess`() {
    #expect(DelimiterGuess.of([Array("abc".utf8), []]) == nil)
  }
}
