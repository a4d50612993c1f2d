import Foundation
import TributaryModel
import TributarySystem
import TributaryWarehouse

/// The pages that the last run left, and whether this one would make the same.
///
/// ```
///  pages follow from     rows of the warehouse   the pipeline file, the as-of day, the program
///                               │                                  │
///  noted when they are   number of transactions  +  hash of these and of the files in the folder
///  published                    │
///  current while         the file has seen no other transaction, this run has written no row but its
///                        own of the run ledger, and the hash is the same
/// ```
/// What was damaged, removed or written by another program is thus made anew.
struct PublishedPages {
  let folder: ReportFolder
  private let warehouse: Warehouse
  /// What the pages follow from beside the rows; nil where the program's file cannot be told.
  private let inputs: String?
  /// The hash that was noted; nil unless the rows are still those of then.
  private let noted: String?
  private let foreignWrites: Int64
  private let writtenRows: Int

  /// Expects a warehouse just opened, before the run writes anything.
  init(
    _ warehouse: Warehouse, _ pipeline: Pipeline, asOf: Day, version: String
  ) throws(WarehouseError) {
    self.warehouse = warehouse
    folder = ReportFolder(
      reports: URL(filePath: pipeline.reports, directoryHint: .isDirectory), name: asOf.description)
    inputs = PublishedPages.program.map {
      [asOf.description, version, $0, pipeline.file, pipeline.digest].joined(separator: "\n")
    }
    foreignWrites = try warehouse.foreignWrites()
    writtenRows = warehouse.writtenRows
    let note = try warehouse.lastPublished()?.split(separator: " ").map(String.init) ?? []
    let transactions = warehouse.committedTransactions.map { String($0) }
    noted = note.first == transactions ? note.last : nil
  }

  /// Whether the answers and pages are those that this run would make.
  ///
  /// - Parameter ownRows: the rows that the run has written into the run ledger.
  func areCurrent(ownRows: Int) throws(WarehouseError) -> Bool {
    guard let noted, warehouse.writtenRows - writtenRows == ownRows,
      try warehouse.foreignWrites() == foreignWrites, (try? folder.heal()) != nil
    else { return false }
    return noted == hash
  }

  /// What to note of the pages just published; the transaction that notes it must be the run's last.
  ///
  /// Returns: nil where a later run could not tell whether they are current.
  func note() throws(WarehouseError) -> String? {
    guard try warehouse.foreignWrites() == foreignWrites, let hash,
      let count = warehouse.committedTransactions
    else { return nil }
    // The transaction counts, too.
    return "\(count &+ 1) \(hash)"
  }

  private var hash: String? {
    guard let inputs, let files = folder.digest else { return nil }
    let bytes = SHA256.hash(Array((inputs + "\n" + files).utf8))
    return bytes.map { String($0, radix: 16) }.joined(separator: "-")
  }

  /// The file that runs, as the system sees it: a new version is another.
  private static var program: String? {
    guard let path = Bundle.main.executablePath,
      let status = try? FileStatus(of: Array(path.utf8))
    else { return nil }
    return "\(path) \(status.size) \(status.modified) \(status.inode)"
  }
}
