@testable import TributaryIngest

/// Made-up cells of tables, the same ones in every run.
struct SeededCells {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[next(below: choices.count)]
  }

  /// A text of up to that many of the parts.
  mutating func text(of parts: [String], most: Int) -> String {
    let count = next(below: most + 1)
    return (0..<count).map { _ in pick(parts) }.joined()
  }

  /// What numbers, times and contacts are made of, and what they must not be mistaken for.
  static let parts: [String] =
    (0...9).map { String($0) } + [
      "-", ".", ",", "+", ":", " ", "T", "Z", "/", "'", "\t", "\u{a0}", "\u{2212}", "€", "₽", "@",
      "2026-05-03", "03.05.2026", "2024-02-29", "10:15", "10:15:30", "+03:00", "-", "12", "00",
      "N/A", "null", "--", "a@b.example", "A", "й", "и\u{306}", "é", "e\u{301}", "№", "ﬁ",
      "\u{212b}",
      "\u{200b}", "\u{2028}", "\u{feff}", "\0", "~", "%", "Total", "Итого", "yes", "1e3", "٣",
    ]
}
