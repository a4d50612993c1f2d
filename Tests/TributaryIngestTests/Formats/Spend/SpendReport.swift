import Foundation
import TributaryModel

@testable import TributaryIngest

/// A report of an advertising platform, read by a named format.
struct SpendReport {
  let table: ReadTable

  init(
    _ format: String, _ text: String, kind: SourceKind = .spend,
    _ change: (inout TableOptions) -> Void = { _ in }
  ) throws {
    try self.init(format, bytes: Array(text.utf8), kind: kind, change)
  }

  init(
    _ format: String, bytes: [UInt8], kind: SourceKind = .spend,
    _ change: (inout TableOptions) -> Void = { _ in }
  ) throws {
    let bench = try Workbench()
    var options = Given.tableOptions()
    change(&options)
    let named = try FormatRegistry.format(named: format)
    table = try ReadTable(
      bench.write("report.csv", bytes), TableShape.of(kind) ?? .spend,
      named.applied(to: options))
  }

  /// The column's values, row by row.
  func column(_ name: String) -> [Cell?] { table.rows.indices.map { table.cell($0, name) } }

  var costs: [Int64] {
    column("cost").map {
      if case .integer(let cost)? = $0 { cost } else { .min }
    }
  }

  var days: [String] {
    column("date").map {
      if case .text(let day)? = $0 { day } else { "" }
    }
  }

  var counts: FileCounts { table.summary.counts }

  /// The one rejection of a file that has just one.
  var rejection: Rejection? { table.rejections.count == 1 ? table.rejections.first : nil }

  /// Whether every record is loaded, filtered or rejected.
  var isBalanced: Bool {
    table.rows.map(\.records).reduce(0, +) + counts.filtered + counts.rejected == counts.read
  }
}
