import TributaryModel

/// Which of the spend that several files tell of one day counts.
///
/// ```
///  old.csv   campaign 7, "Spring"                10.00 ┐ number 7 both times
///  new.csv   campaign 7, "Summer"                12.00 ┘ -> 12.00
///  new.csv            -, "Autumn"                 5.00   another: takes nothing back
///  kw.csv    campaign 8, keyword "a"   6.00, "b"  4.00 ┐ the same money, since all.csv tells
///  all.csv   campaign 8                          10.00 ┘ of no keywords -> 10.00
/// ```
/// A row counts unless a row of a newer file that counts says the same in all that both files tell.
/// - A file tells of campaigns if a row of the platform names one; of the rest (ad groups, keywords,
///   city domains, media, currencies) if a row of the campaign does. An empty cell beside filled ones
///   is a value like others.
/// - Numbers decide where both rows have one, else names in any spelling. A name without a number is
///   the number that alone bears it on the day, and a campaign's name of digits the number itself.
/// - Campaigns of one number have one medium and one currency; those of the newer file hold.
///
/// Source: `../shared/DESIGN.md`, Ledger.
public enum SpendOverlay {
  /// One row of a file.
  public struct Row: Sendable, Hashable {
    /// Place of the row among those that are given.
    public let id: Int
    public let file: Int64
    /// The place of its file's version among all, the oldest first.
    public let rank: Int
    /// The advertising account; its rows say nothing of another's.
    public let account: String
    /// '' where the row does not say, as all others.
    public let platform: String
    /// Campaign, ad group and keyword.
    public let levels: [Level]
    /// City domain, medium and currency.
    public let words: [String]
    /// Counts that the file may say nothing of, each nil where it says none.
    public let counts: [Int64?]
    /// Whether the file says something of a count.
    public let tells: [Bool]

    package init(
      id: Int, file: Int64, rank: Int, account: String = "", platform: String, levels: [Level],
      geodomain: String, medium: String, currency: String, counts: [Int64?], tells: [Bool]
    ) {
      self.id = id
      self.file = file
      self.rank = rank
      self.account = account
      self.platform = platform
      self.levels = levels
      words = [geodomain, medium, currency].map { $0.trimmingBlanks().lowercased() }
      self.counts = counts
      self.tells = tells
    }
  }

  /// A campaign, an ad group or a keyword as a file names it.
  public struct Level: Sendable, Hashable {
    let name: String
    let number: String

    package init(name: String, number: String) {
      self.name = CampaignDirectory.word(name) ?? name.trimmingBlanks().lowercased()
      self.number = CampaignNumber.plain(number)
    }
  }

  /// A row that counts, with its counts.
  public struct Counted: Sendable, Hashable {
    public let id: Int
    public internal(set) var counts: [Int64?]
  }

  /// The rows of one day that count, in the order of their ids.
  public static func counted(_ rows: [Row]) -> [Counted] {
    Dictionary(grouping: rows, by: \.account).values.flatMap(counted(ofAccount:))
      .sorted { $0.id < $1.id }
  }

  private static func counted(ofAccount rows: [Row]) -> [Counted] {
    let places = SpendPlace.places(of: rows)
    var index = SpendIndex()
    var counted: [Int: Counted] = [:]
    var lacking: [Int: [Lack]] = [:]
    let newestFirst = rows.indices.sorted {
      (rows[$1].rank, rows[$0].id) < (rows[$0].rank, rows[$1].id)
    }
    for place in newestFirst {
      let row = rows[place]
      let same = index.rows(sayingTheSameAs: places[place]) { rows[$0].file != row.file }
      guard let first = same.first else {
        index.insert(place, places[place])
        counted[place] = Counted(id: row.id, counts: row.counts)
        continue
      }
      // Counts that the newer file lacks are those of the next that tells them.
      guard places[first].hasCampaign == places[place].hasCampaign else { continue }
      let lacks = row.counts.indices.filter { count in
        row.tells[count] && !same.contains { rows[$0].tells[count] }
      }
      for count in lacks {
        let known = lacking[first, default: []].first { $0.count == count }
        guard known == nil || known?.file == row.file else { continue }
        if known == nil { lacking[first, default: []].append(Lack(count: count, file: row.file)) }
        guard let told = row.counts[count] else { continue }
        let sum = counted[first]?.counts[count] ?? 0
        counted[first]?.counts[count] = sum &+ told
      }
    }
    return Array(counted.values)
  }

  /// A count that a row lacks, and the file that it is taken from.
  private struct Lack {
    let count: Int
    let file: Int64
  }
}
