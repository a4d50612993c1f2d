/// Tells the sign between cells from a file's first lines, of which some may be a preamble.
enum DelimiterGuess {
  /// Tab, semicolon or comma: the one that most lines have equally often, as the header and its
  /// rows do. A date such as `May 1, 2026` above the header has two commas that no row repeats.
  ///
  /// Of two that fit as many lines, the earlier in that order is taken: `1020,50` has a comma in
  /// every row of a file with semicolons. Nil when no line has any.
  ///
  /// - Parameter cells: the least number of cells of a whole record. A sign that parts no line
  ///   into so many is taken only where none does.
  static func of(_ lines: [[UInt8]], cells: Int = 2) -> UInt8? {
    var best: (delimiter: UInt8, lines: Int)?
    for delimiter in "\t;,".utf8 {
      var linesByCount: [Int: Int] = [:]
      for line in lines { linesByCount[count(delimiter, line), default: 0] += 1 }
      let most = linesByCount.filter { $0.key > 0 && $0.key + 1 >= cells }.map(\.value).max() ?? 0
      if most > best?.lines ?? 0 { best = (delimiter, most) }
    }
    return best?.delimiter ?? (cells > 2 ? of(lines) : nil)
  }

  /// How often the sign stands outside quotes.
  private static func count(_ delimiter: UInt8, _ line: [UInt8]) -> Int {
    var isQuoted = false
    var count = 0
    for byte in line {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == delimiter, !isQuoted { count += 1 }
    }
    return count
  }
}
