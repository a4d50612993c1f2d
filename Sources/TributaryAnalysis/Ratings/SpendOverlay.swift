import TributaryModel

/// Which of the spend that several files tell of one day counts: of each campaign, ad group and
/// keyword what the newest file says.
///
/// ```
///  old.csv   campaign 7, "Spring"   10.00 ┐  number 7 both times
///  new.csv   campaign 7, "Summer"   12.00 ┘  -> 12.00
///  new.csv            -, "Autumn"    5.00    another: nothing of old.csv is taken back by it
/// ```
/// Source: `../shared/DESIGN.md`, Ledger. The key is the platform with its numbers, else names in any
/// case; a name without a number is the number that alone bears it on that day, and no medium the
/// only one of its row.
public enum SpendOverlay {
  /// One row of a file.
  public struct Row: Sendable, Hashable {
    /// Place of the row among those that are given.
    public let id: Int
    public let file: Int64
    /// The place of its file's version among all, the oldest first.
    public let rank: Int
    public let platform: String
    public let medium: String
    /// Campaign, ad group and keyword, the widest first.
    public let levels: [Level]
    /// All else that its key holds, such as currency and city domain.
    public let rest: [String]
    /// Counts that the file may say nothing of, each nil where it says none.
    public let counts: [Int64?]
    /// Whether the file says something of a count.
    public let tells: [Bool]

    package init(
      id: Int, file: Int64, rank: Int, platform: String, medium: String, levels: [Level],
      rest: [String], counts: [Int64?], tells: [Bool]
    ) {
      self.id = id
      self.file = file
      self.rank = rank
      self.platform = platform
      self.medium = medium.trimmingBlanks().lowercased()
      self.levels = levels
      self.rest = rest
      self.counts = counts
      self.tells = tells
    }
  }

  /// A campaign, an ad group or a keyword as a file names it.
  public struct Level: Sendable, Hashable {
    let name: String
    let number: String

    package init(name: String, number: String) {
      self.name = name.trimmingBlanks().lowercased()
      self.number = number.trimmingBlanks().lowercased()
    }
  }

  /// A row that counts, with its counts.
  public struct Counted: Sendable, Hashable {
    public let id: Int
    public let counts: [Int64?]
  }

  /// The rows of one day that count, in the order of their ids.
  public static func counted(_ rows: [Row]) -> [Counted] {
    var keys = rows.map { [$0.platform] }
    for level in 0..<(rows.first?.levels.count ?? 0) {
      var numbers: [[String]: Set<String>] = [:]
      for (key, row) in zip(keys, rows) where !row.levels[level].number.isEmpty {
        numbers[key + [row.levels[level].name], default: []].insert(row.levels[level].number)
      }
      for (index, row) in rows.enumerated() {
        let (name, number) = (row.levels[level].name, row.levels[level].number)
        let known = name.isEmpty ? [] : numbers[keys[index] + [name]] ?? []
        let own = number.isEmpty && known.count == 1 ? known.first ?? "" : number
        keys[index] += own.isEmpty ? ["", name] : [own, ""]
      }
    }
    for (index, row) in rows.enumerated() { keys[index] += row.rest }
    var media: [[String]: Set<String>] = [:]
    for (key, row) in zip(keys, rows) where !row.medium.isEmpty {
      media[key, default: []].insert(row.medium)
    }
    for (index, row) in rows.enumerated() {
      let known = media[keys[index]] ?? []
      keys[index].append(row.medium.isEmpty && known.count == 1 ? known.first ?? "" : row.medium)
    }
    let groups = Dictionary(grouping: rows.indices) { keys[$0] }
    return groups.values.flatMap { counted($0.map { rows[$0] }, of: rows[$0[0]]) }
      .sorted { $0.id < $1.id }
  }

  /// The newest file's rows of one key; counts that it lacks are those of the next that tells them.
  private static func counted(_ rows: [Row], of first: Row) -> [Counted] {
    guard let newest = rows.max(by: { $0.rank < $1.rank }) else { return [] }
    let own = rows.filter { $0.file == newest.file }
    var counts = own.map(\.counts)
    for index in first.counts.indices where !own.contains(where: { $0.tells[index] }) {
      let others = rows.filter { $0.tells[index] }
      guard let next = others.max(by: { $0.rank < $1.rank }) else { continue }
      let told = others.filter { $0.file == next.file }.compactMap { $0.counts[index] }
      counts[0][index] = told.isEmpty ? nil : told.reduce(0, &+)
    }
    return zip(own, counts).map { Counted(id: $0.id, counts: $1) }
  }
}
