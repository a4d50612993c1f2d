/// How a number came about, as lines and tables: a terminal shows them one beneath the other.
public struct ExplainedText: Sendable {
  /// What stands beneath one another.
  public enum Part: Sendable {
    case line(String)
    /// Columns as wide as they need.
    case table(header: [String], rows: [[Cell]])
  }

  /// One value of a table.
  public enum Cell: Sendable {
    case text(String)
    /// Set to the right.
    case number(String)

    /// With so many decimals; nothing for nil.
    static func number(_ value: Double?, _ decimals: Int) -> Cell {
      .number(value.map { ExplainedText.number($0, decimals) } ?? "")
    }
  }

  public private(set) var parts: [Part] = []

  mutating func line(_ text: String) { parts.append(.line(text)) }

  mutating func table(_ header: [String], _ rows: [[Cell]]) {
    parts.append(.table(header: header, rows: rows))
  }

  /// With all decimals, whatever the locale: `-1234.50`.
  static func number(_ value: Double, _ decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let rounded = (value * scale).rounded()
    guard abs(rounded) < 1e15 else { return JSONText.number(value) }
    let digits = String(Int64(abs(rounded)))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let whole = (rounded < 0 ? "-" : "") + padded.dropLast(decimals)
    return decimals == 0 ? whole : whole + "." + padded.suffix(decimals)
  }
}
