import TributaryModel

/// Tells the rows of a platform's report that sum up others, wherever they stand.
struct TotalsRows {
  /// Positions of columns of which every true row has one.
  private let names: [Int]
  private let isReport: Bool
  private let footers: [String]
  /// Of a table of spend that is no platform's report: name and number of the campaign.
  private let campaign: (name: Int, number: Int)?

  init(_ columns: [Column], _ header: TableHeader, _ rules: ReportRules) {
    footers = rules.footers
    isReport = !rules.namedBy.isEmpty
    func positions(_ names: [String]) -> [Int] {
      columns.indices.filter {
        names.contains(columns[$0].name) && header.positions[$0] != nil
      }
    }
    let own = positions(rules.namedBy)
    names = own.isEmpty && isReport ? positions(["date"]) : own
    let isSpend =
      columns.contains { $0.name == "cost" } && columns.contains { $0.name == "keyword" }
    campaign =
      if !isReport, isSpend, let name = positions(["campaign"]).first,
        let number = columns.firstIndex(where: { $0.name == "campaign_id" })
      { (name, number) } else { nil }
  }

  /// Whether a total stands where a hand-kept table of spend names campaigns, and it has no number.
  func isTotalCampaign(_ text: (Int) -> String?) -> Bool {
    guard let campaign, let name = text(campaign.name), TotalsRows.isWord(name) else {
      return false
    }
    return TotalsRows.isSum(name) && text(campaign.number) == nil
  }

  /// Whether the row names nothing that it could be about, or a total where the name would be.
  func isUnnamed(_ text: (Int) -> String?) -> Bool {
    !names.isEmpty
      && names.allSatisfy { index in
        guard let name = text(index) else { return true }
        return TotalsRows.isLabel(name) || footers.contains(where: name.hasPrefix)
      }
  }

  /// Whether any cell is a total's label: platforms put it under the first column shown, behind
  /// cells of state or dates.
  func isLabelled(_ record: Record) -> Bool {
    isReport && record.texts.contains { TotalsRows.isLabel(CellReader.trimmed($0)) }
  }

  /// `Total`, `Total: Account`, `Итого :`, but not `Total sale`.
  static func isLabel(_ text: String) -> Bool {
    guard text.utf8.count < 200, isWord(text) else { return false }
    let rest = text.drop { $0.isLetter }.drop { $0.isWhitespace }
    return rest.isEmpty || rest.first == ":"
  }

  /// A label, or `Итого за день`, `Total for May`.
  static func isSum(_ text: String) -> Bool {
    guard text.utf8.count < 200, isWord(text) else { return false }
    let next = text.drop { $0.isLetter }.drop { $0.isWhitespace }.prefix { $0.isLetter }
    return isLabel(text) || ["за", "по", "for", "per", "by"].contains(next.lowercased())
  }

  /// Whether a text begins with a word for totals.
  static func isWord(_ text: String) -> Bool {
    words.contains(text.prefix { $0.isLetter }.lowercased())
  }

  /// The number of rows that `Total rows: 12` or `Всего строк: 12` states.
  static func count(in text: String) -> Int? {
    guard text.utf8.count < 60, let colon = text.firstIndex(of: ":") else { return nil }
    let words = text[..<colon].lowercased()
    guard ["rows", "строк", "записей", "records"].contains(where: words.contains) else {
      return nil
    }
    return Int(text[text.index(after: colon)...].filter { !$0.isWhitespace })
  }

  private static let words: Set<String> = [
    "total", "totals", "totaux", "итого", "всего", "gesamt", "summe", "insgesamt",
  ]
}
