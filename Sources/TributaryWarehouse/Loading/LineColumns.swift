import TributaryModel

/// Columns of lines that a newer set's file does not have: they are those of the older set's line of
/// the same article, where all its lines of it agree.
struct LineColumns {
  /// A line that the table holds.
  struct Stored {
    let rowID: Int64
    var cells: [Cell]
    var origins: ColumnOrigins
    let version: FileVersions.Entry
  }

  /// A value with what told it.
  private struct Told: Hashable {
    let value: Cell
    let version: Int64
  }

  private let target: TableTarget
  /// By article and column.
  private var told: [Cell: [Int: Set<Told>]] = [:]

  init(_ target: TableTarget) { self.target = target }

  /// Takes in what a stored line says, or said for it.
  mutating func learn(_ line: Stored) {
    for (index, column) in target.shape.columns.enumerated() where !column.isKey {
      let origin = line.origins[column.name]?.version
      guard origin != nil || line.cells[index] != .null || line.version.tells(column.name) else {
        continue
      }
      add(line.cells, index, version: origin ?? line.version.id)
    }
  }

  /// Takes in what a line of the file says.
  mutating func learn(_ cells: [Cell]) {
    for (index, column) in target.shape.columns.enumerated()
    where !column.isKey && target.tells(index, cells) {
      add(cells, index, version: target.version.id)
    }
  }

  private mutating func add(_ cells: [Cell], _ index: Int, version: Int64) {
    told[cells[1], default: [:]][index, default: []].insert(
      Told(value: cells[index], version: version))
  }

  /// A line of the file with what older ones told of the columns that the file lacks.
  func filled(_ cells: [Cell]) -> (cells: [Cell], origins: ColumnOrigins) {
    var (cells, origins) = (cells, ColumnOrigins())
    for index in cells.indices where !target.tells(index, cells) {
      guard let told = agreed(cells, index), told.version != target.version.id else { continue }
      cells[index] = told.value
      origins[target.shape.columns[index].name] = ColumnOrigins.Origin(
        version: told.version, updatedAt: nil)
    }
    return (cells, origins)
  }

  /// A stored line with what the file, an older one, tells of the columns that its own lacks; nil
  /// where that is nothing new.
  func filled(_ line: Stored) throws(WarehouseError) -> Stored? {
    var filled = line
    for (index, column) in target.shape.columns.enumerated() {
      guard !column.isKey, let told = agreed(line.cells, index) else { continue }
      if let origin = line.origins[column.name] {
        guard origin.version != told.version,
          target.isNewer(than: try target.entry(origin.version))
        else { continue }
      } else if line.cells[index] != .null || line.version.tells(column.name) {
        continue
      }
      filled.cells[index] = told.value
      filled.origins[column.name] = ColumnOrigins.Origin(version: told.version, updatedAt: nil)
    }
    return filled.origins == line.origins ? nil : filled
  }

  private func agreed(_ cells: [Cell], _ index: Int) -> Told? {
    guard let told = told[cells[1]]?[index], told.count == 1 else { return nil }
    return told.first
  }
}
