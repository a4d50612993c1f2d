import Foundation
import TributaryModel
import TributaryWarehouse

/// Rebuilds the warehouse from the files at hand, beside the one that is there, and swaps it in whole.
///
/// ```
///  look: which loaded files are gone? ──► build shop.sqlite.new ──► swap ──► shop.sqlite.before
///        └ some: exit 66, unless they may be missing
/// ```
/// Killed at any moment the warehouse in place is a whole one: the former until the swap, the new after.
struct FullRefresh {
  let pipeline: Pipeline
  let key: ContactKey
  let mayMiss: Bool

  /// Where the rebuilt warehouse grows.
  var rebuilt: Pipeline { pipeline.with(warehouse: WarehouseFile.new(of: pipeline.warehouse)) }

  /// Whether there is a warehouse to rebuild; without one a run builds it anyway.
  var isNeeded: Bool { FileManager.default.fileExists(atPath: pipeline.warehouse) }

  /// Errors: `noInput` with the files that are gone, their rows and money.
  func checkFiles(_ former: Warehouse) throws(RunError) {
    guard !mayMiss else { return }
    let lost: [String]
    do throws(WarehouseError) {
      let loading = SourceLoading(
        pipeline: pipeline, warehouse: former, key: key, progress: { _ in })
      lost = try LostFiles(former, pipeline, loading.filesAtHand).lines
    } catch {
      throw RunError(error)
    }
    guard !lost.isEmpty else { return }
    throw RunError(
      .noInput,
      "\(pipeline.name): expected every file that the warehouse holds, found these gone:\n"
        + lost.map { "  " + $0 + "\n" }.joined()
        + "nothing was changed; put them back, or rebuild with --without-missing, which loses them")
  }

  /// Removes what a rebuilding that was cut has left.
  func clear() throws(RunError) {
    do throws(WarehouseError) { try WarehouseFile.remove(rebuilt.warehouse) } catch {
      throw RunError(error)
    }
  }

  /// The warehouse in place, brought up to this version's schema as every run does.
  func former() throws(RunError) -> Warehouse {
    try open(pipeline.warehouse)
  }

  /// Errors: `dataRefused` when the rebuilt warehouse lacks files that the former one has rows of,
  /// for they were refused.
  func checkRefusals(_ former: Warehouse) throws(RunError) {
    guard !mayMiss else { return }
    var refused: [String] = []
    let new = try open(rebuilt.warehouse)
    do throws(WarehouseError) {
      let loaded = Set(
        try former.knownFiles().filter { $0.counts.loaded > 0 }.map { "\($0.kind) \($0.path)" })
      for file in try new.knownFiles() where file.refusal != nil && file.counts.loaded == 0 {
        if loaded.contains("\(file.kind) \(file.path)") { refused.append(file.refusal ?? "") }
      }
    } catch {
      throw RunError(error)
    }
    guard !refused.isEmpty else { return }
    throw RunError(
      .dataRefused,
      "\(pipeline.name): expected to read every file that the warehouse holds, found these refused:\n"
        + refused.map { "  " + $0 + "\n" }.joined()
        + "the warehouse stays as it was; mend them, or rebuild with --without-missing")
  }

  func swap() throws(RunError) {
    do throws(WarehouseError) { try WarehouseFile.swap(pipeline.warehouse) } catch {
      throw RunError(error)
    }
  }

  /// Removes the warehouse that a rebuilding replaced, and what one that was cut has left.
  func tidy() throws(RunError) {
    try clear()
    do throws(WarehouseError) {
      try WarehouseFile.remove(WarehouseFile.before(of: pipeline.warehouse))
    } catch {
      throw RunError(error)
    }
  }

  private func open(_ path: String) throws(RunError) -> Warehouse {
    do throws(WarehouseError) {
      return try Warehouse(
        path: path, settings: WarehouseSettings(pipeline))
    } catch {
      throw RunError(error)
    }
  }
}
