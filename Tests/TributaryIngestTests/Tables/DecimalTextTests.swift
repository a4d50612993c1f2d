import Testing

@testable import TributaryIngest

struct DecimalTextTests {
  private func value(_ text: String) -> Double? {
    let bytes = Array(text.utf8)
    return DecimalText.value(bytes.span, 0..<bytes.count)
  }

  @Test(
    arguments: [
      ("0", 0), ("12", 12), ("-12.5", -12.5), (".5", 0.5), ("5.", 5), ("0.1", 0.1),
      ("0.30000000000000004", 0.30000000000000004), ("9007199254740993", 9_007_199_254_740_992),
      ("1e-05", 0.00001), ("1.5E3", 1500), ("+4", 4), ("1020,50", 1020.5),
      ("1 234 567,5", 1_234_567.5),
      ("0,333", 0.333), ("123456789.1234567", 123456789.1234567),
      ("5e-324", .leastNonzeroMagnitude),
    ] as [(String, Double)])
  func `a text is the nearest double`(text: String, expected: Double) {
    #expect(value(text) == expected)
  }

  @Test(arguments: [
    "", "-", ".", "x", "1.2.3.", "nan", "inf", "0x10", "1e999", "1,234", "--1", "1-2",
  ])
  func `what is no one number has no value`(text: String) { #expect(value(text) == nil) }

  /// The compiler's own reading of the digits is the outside tool.
  @Test func `decimals of every length are rounded once`() {
    var cells = SeededCells(seed: 9)
    for _ in 0..<20_000 {
      let digits = String(cells.next(below: 1 << 58))
      let cut = cells.next(below: digits.count + 1)
      let text = digits.prefix(cut) + "." + digits.dropFirst(cut)
      #expect(value(String(text)) == Double("0" + text + "0"))
    }
  }

  @Test func `no number is a negative nothing`() {
    #expect(value("-0")?.sign == .plus && value("-0.00")?.sign == .plus)
  }
}
