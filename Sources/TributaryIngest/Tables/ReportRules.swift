/// What a platform's reports hold besides rows, and what makes one unfit to load.
struct ReportRules: Sendable {
  /// Columns of which every true row has one: a row without any sums up others. Those that the
  /// file lacks are left aside; when it lacks all, a row without a date does.
  var namedBy: [String] = []
  /// How lines below the rows begin, besides the well-known totals.
  var footers: [String] = []
  /// Required column -> what to do about a file without it.
  var advice: [String: String] = [:]
  /// Start of a line above the header -> why such a report is refused and what to do.
  var refused: [String: String] = [:]
  /// Whether its money may be in millionths, which each file shows or the pipeline declares.
  var mayBeMicros = false
}

extension Record {
  /// Whether the first cell, a line above the header, begins so.
  func starts(with text: String) -> Bool {
    count > 0 && CellReader.trimmed(self.text(0)).hasPrefix(text)
  }
}
