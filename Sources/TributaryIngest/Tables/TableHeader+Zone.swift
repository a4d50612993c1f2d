import TributaryModel

extension TableHeader {
  /// For each wanted column the zone that its header names, as in `Created date (UTC)`; nil for
  /// headers that name none, and for columns of no time.
  static func zones(
    _ headers: [String], _ positions: [Int?], _ columns: [Column]
  ) -> [Zone?] {
    zip(columns, positions).map { column, position in
      guard let position, column.type == .instant || column.type == .day else { return nil }
      return zone(of: headers[position])
    }
  }

  /// `Created (UTC)`, `Дата, МСК`, `Start time [GMT+03:00]`, `created_at_utc`.
  private static func zone(of header: String) -> Zone? {
    let text = CellReader.trimmed(header).lowercased()
    let words = text.split { $0.isWhitespace || "_,()[]".contains($0) }
    guard words.count > 1, let word = words.last, word.count > 2 else { return nil }
    return ZoneWord.zone(String(word))
  }
}
