import Foundation
import TributaryModel
import TributaryWarehouse

/// A pipeline's warehouse for the commands that change nothing: query, status, rejections, check.
public struct ReadOnlyWarehouse {
  let pipeline: Pipeline
  let warehouse: Warehouse

  /// Opens what the last run left.
  ///
  /// Errors: `noInput` when no run has made it yet; else those of opening.
  public init(_ pipeline: Pipeline) throws(RunError) {
    guard FileManager.default.fileExists(atPath: pipeline.warehouse) else {
      throw RunError(
        .noInput,
        "\(pipeline.warehouse): expected the warehouse, found none yet; "
          + "`tributary run \(pipeline.name)` makes it")
    }
    self.pipeline = pipeline
    let settings = WarehouseSettings(pipeline)
    do {
      warehouse = try Warehouse.readOnly(path: pipeline.warehouse, settings: settings)
    } catch {
      throw RunError(error)
    }
  }

  /// All rows of one of our own queries.
  func rows(_ sql: String, _ cells: [Cell] = []) throws(RunError) -> [Row] {
    do { return try warehouse.rows(sql, cells) } catch { throw RunError(error) }
  }

  /// What `read` makes of each of these rows.
  func values<Value>(
    _ sql: String, _ cells: [Cell] = [], _ read: (Row) throws(WarehouseError) -> Value
  ) throws(RunError) -> [Value] {
    do {
      var values: [Value] = []
      for row in try warehouse.rows(sql, cells) { values.append(try read(row)) }
      return values
    } catch {
      throw RunError(error)
    }
  }
}
