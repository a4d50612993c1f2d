import Foundation
import TributaryIngest
import TributaryModel
import TributaryWarehouse

/// Reading a table's CSV file to rows, and loading them.
///
/// Every stage prints a checksum of its result, so that two builds can be compared.
struct TableStages {
  let key: ContactKey
  let shape: TableShape

  private var reader: TableReader {
    TableReader(shape: shape, options: TableOptions(key: key, zone: .utc, currency: .rub))
  }

  func read(_ file: SourceFile) throws {
    let watch = Stopwatch()
    var rows = 0
    var checksum: Int64 = 0
    let summary = try reader.read(file) { batch, _ in
      rows += batch.rows.count
      for row in batch.rows {
        for cell in row.cells { checksum = checksum &* 31 &+ cell.quickSum }
      }
    }
    watch.report("\(shape.table) read", Double(summary.contentOffset) / 1_000_000, "MB")
    print("checksum \(checksum), \(rows) rows, content \(summary.contentHash)")
  }

  func load(_ file: SourceFile) throws {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "benchmark-\(UUID().uuidString).sqlite").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let warehouse = try Warehouse(
      path: path, settings: WarehouseSettings(zone: .utc, currency: .rub))
    let description = FileDescription(
      kind: shape.kind, path: file.name, size: 0, modified: 0, inode: 0, reading: .whole)
    let watch = Stopwatch()
    let outcome = try warehouse.load(description) { loader in
      let summary = try reader.read(file) { batch, rejections in
        try loader.append(batch, shape: shape)
        loader.reject(rejections)
      }
      return LoadSummary(
        read: summary.counts.read, filtered: summary.counts.filtered,
        pending: summary.counts.pending, contentOffset: summary.contentOffset,
        contentHash: summary.contentHash, headHash: summary.headHash)
    }
    watch.report("\(shape.table) load", Double(outcome.counts.read), "records")
    let lengths = shape.columns.map { "coalesce(sum(length(\($0.name))), 0)" }
    let sums = try warehouse.rows(
      "select count(*) || ' rows, ' || \(lengths.joined(separator: " || ' ' || ")) as sums "
        + "from \(shape.table)")
    print("checksum \(try sums.first?.text("sums") ?? "")")
  }
}

extension Cell {
  fileprivate var quickSum: Int64 {
    switch self {
    case .null: 1
    case .integer(let value): value
    case .real(let value): Int64(bitPattern: value.bitPattern)
    case .text(let text): Int64(text.utf8.count) &* 257 &+ Int64(text.utf8.last ?? 0)
    }
  }
}
