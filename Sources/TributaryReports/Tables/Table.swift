import TributaryModel

/// Rows with typed columns: shown on a page, with the stored rows that its CSV holds.
struct Table: Sendable {
  /// Plain name without an extension, such as `campaign-rating`; unique in the run's folder.
  let file: String
  /// What the table is, for people who hear the page.
  let label: String
  /// Stands above the table; may be empty.
  let caption: String
  let columns: [Column]
  /// As the page shows them; as many as are stored.
  let rows: [[Cell]]
  /// Sums of the columns, beneath a darker line.
  let total: [Cell]?
  /// The words inside an empty filter field; nil for no filter.
  let filter: String?
  /// Scrolls sideways on a phone with its first column kept.
  let isWide: Bool
  let stored: Stored
  /// Whether its rows are some of those of `file`, which another page has whole.
  let isPart: Bool

  /// What the CSV holds, and the query for `tributary query` that gives the same.
  struct Stored: Sendable {
    /// English snake case, the same in every language.
    let names: [String]
    /// Money in whole units; unrounded.
    let rows: [[TributaryModel.Cell]]
    let sql: String
  }

  /// Rows that a page shows; the CSV holds all.
  static let shownRows = 20

  init(
    file: String, label: String, caption: String = "", columns: [Column], rows: [[Cell]],
    total: [Cell]? = nil, filter: String? = nil, isWide: Bool = false, isPart: Bool = false,
    stored: Stored
  ) {
    self.file = file
    self.label = label
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.total = total
    self.filter = filter
    self.isWide = isWide
    self.stored = stored
    self.isPart = isPart
  }
}
