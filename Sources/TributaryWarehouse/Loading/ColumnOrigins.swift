import TributaryModel

/// The columns of a stored row that another version of it told than the row's own, which says
/// nothing of them.
///
/// Shape of the text: `phone:12:1767225600000 city:7:`, each a column with the version of the file
/// and the row's `updated_at` there; nil for none.
struct ColumnOrigins: Equatable {
  /// What told a column.
  struct Origin: Equatable {
    let version: Int64
    /// Milliseconds; nil for a row that names none.
    let updatedAt: Int64?
  }

  /// Stands beside `cancelled_at` where the status that came with it says the loss, too: a newer status
  /// that is none takes both back.
  static let lostStatus = "lost_status"

  private var origins: [String: Origin] = [:]

  init() {}

  init(_ cell: Cell) {
    guard case .text(let text) = cell else { return }
    for word in text.split(separator: " ") {
      let parts = word.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 3, let version = Int64(parts[1]) else { continue }
      origins[String(parts[0])] = Origin(version: version, updatedAt: Int64(parts[2]))
    }
  }

  subscript(_ column: String) -> Origin? {
    get { origins[column] }
    set { origins[column] = newValue }
  }

  var cell: Cell {
    guard !origins.isEmpty else { return .null }
    return .text(
      origins.sorted { $0.key < $1.key }.map { column, origin in
        "\(column):\(origin.version):\(origin.updatedAt.map { String($0) } ?? "")"
      }.joined(separator: " "))
  }
}
