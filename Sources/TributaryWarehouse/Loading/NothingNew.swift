import TributaryModel

/// A new file of a table that tells nothing that other files have not told.
struct NothingNew {
  let note: FileNote

  /// Fewer rows may be a quiet day's; where the name promises a month that no row is of, a few are
  /// enough.
  private static let fewest = 100
  private static let fewestOfMonth = 10

  /// Nil where it is nothing to wonder at.
  init?(_ file: FileDescription, _ counts: FileCounts, isNew: Bool, days: Set<Day>) {
    guard isNew, file.kind != .clickstream, counts.loaded == 0, counts.rejected == 0,
      let last = days.max()
    else { return nil }
    let month = NothingNew.month(in: file.path.spelling).flatMap { $0 > last ? $0 : nil }
    guard counts.duplicate >= (month == nil ? Self.fewest : Self.fewestOfMonth) else { return nil }
    let name = month.map { String($0.description.prefix(7)) }
    note = FileNote(.allDuplicate, count: counts.duplicate, about: name ?? "")
  }

  /// The first day of the month that a name ends with, as `2026-06`, `2026_06` or `202606`.
  static func month(in path: String) -> Day? {
    let name = Array((path.split(separator: "/").last ?? "").utf8)
    func digits(_ start: Int, _ count: Int) -> Int? {
      guard start >= 0, start + count <= name.count else { return nil }
      var value = 0
      for byte in name[start..<start + count] {
        guard (48...57).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      return value
    }
    var found: Day?
    for start in name.indices where start == 0 || !(48...57).contains(name[start - 1]) {
      guard let year = digits(start, 4), (1990...2099).contains(year) else { continue }
      let isParted = start + 4 < name.count && [45, 95, 46].contains(name[start + 4])
      let place = start + (isParted ? 5 : 4)
      guard let month = digits(place, 2) else { continue }
      if let day = Day(year: year, month: month, day: 1) { found = day }
    }
    return found
  }
}
