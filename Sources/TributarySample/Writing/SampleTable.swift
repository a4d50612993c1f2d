import TributaryModel

/// One table of the sample on its way to a CSV file (RFC 4180, UTF-8, LF).
struct SampleTable {
  let file: String
  let shape: TableShape
  let header: [String]
  private(set) var rows: [[String]]
  private(set) var badRows: [BadRow] = []

  /// - Parameter extra: columns beyond the shape's own, which readers ignore.
  init(
    _ file: String, _ shape: TableShape, without absent: Set<String> = [], extra: [String] = [],
    rows: [[String]]
  ) {
    self.file = file
    self.shape = shape
    let untold = absent.union(SampleTable.untold(shape))
    header = shape.readColumns.map(\.name).filter { !untold.contains($0) } + extra
    self.rows = rows
    plantBadRows()
  }

  /// What no table of the sample says: its orders come back whole, only they tell when their rows
  /// changed, and of spend only campaigns have numbers.
  private static func untold(_ shape: TableShape) -> Set<String> {
    switch shape.kind {
    case .orders: ["refunded"]
    case .spend: ["ad_group_id", "keyword_id"]
    default: ["updated_at"]
    }
  }

  var text: String {
    ([header] + rows).map { $0.map(SampleTable.quoted).joined(separator: ",") + "\n" }.joined()
  }

  /// Up to four bad rows, evenly spread; none in a table so small that one would be above 5%.
  private mutating func plantBadRows() {
    let wanted = rows.count >= 1000 ? 4 : rows.count >= 100 ? 2 : rows.count >= 30 ? 1 : 0
    guard let pattern = rows.last else { return }
    let planted = spoiled(pattern).prefix(wanted)
    let distance = rows.count / (wanted + 1)
    for (number, bad) in planted.enumerated() {
      let position = (number + 1) * distance
      rows.insert(bad.cells, at: position)
      badRows.append(BadRow(file: file, line: position + 2, reason: bad.reason, why: bad.why))
    }
  }

  /// The same row spoiled in each way that its columns allow.
  private func spoiled(
    _ row: [String]
  ) -> [(cells: [String], reason: Rejection.Reason, why: String)] {
    var result: [(cells: [String], reason: Rejection.Reason, why: String)] = []
    func spoil(_ column: Column?, _ value: String, _ reason: Rejection.Reason, _ why: String) {
      guard let column, let position = header.firstIndex(of: column.name) else { return }
      var cells = row
      if shape.columns.first?.type == .text { cells[0] = "X\(result.count + 1)" }
      cells[position] = value
      result.append((cells, reason, "\(column.name) \(why)"))
    }
    let required = shape.columns.filter(\.isRequired)
    let date = required.first { $0.type == .day || $0.type == .instant }
    spoil(
      date, date?.type == .day ? "2026-02-30" : "2026-02-30T10:00:00+03:00", .badDate,
      "names 30 February")
    spoil(required.first { $0.type == .money }, "не указано", .badMoney, "is a word")
    spoil(required.first { $0.type == .real }, "много", .badNumber, "is a word")
    // A line of an order without a code goes by its name, so it must lack its order.
    let isNeeded = { (column: Column) in shape.kind != .orderLines || column.name == "order_id" }
    spoil(
      required.last { $0.type != .money && $0.type != .real && isNeeded($0) }, "", .missingValue,
      "is empty")
    // Cells may be missing at a row's end unless one of them is needed.
    let needed = header.lastIndex { name in required.contains { $0.name == name } } ?? 0
    let kept = max(1, min(row.count / 2, needed))
    result.append(
      (
        ["X9"] + row.dropFirst().prefix(kept - 1), .raggedRow,
        "has \(kept) of \(row.count) cells"
      ))
    return result
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.contains(where: { $0 == "," || $0 == "\"" || $0 == "\n" }) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}

extension Int64 {
  /// Kopecks as roubles: `2490.00`.
  var roubles: String {
    let rest = self % 100
    return "\(self / 100)." + (rest < 10 ? "0\(rest)" : "\(rest)")
  }
}

/// A row that is wrong on purpose: where it stands and what a reader should find.
struct BadRow: Hashable {
  let file: String
  /// 1 for the first line of the decompressed file.
  let line: Int
  let reason: Rejection.Reason
  let why: String
}
