import TributaryModel

/// What one version of one file holds of a set.
struct SetPart {
  let version: FileVersions.Entry
  /// How often each row stands in it.
  private(set) var cells: [[Cell]: Int] = [:]
  var lines: [LineColumns.Stored] = []
  /// Whether it holds the file's first row, or its last.
  private var begins = false
  private var ends = false

  init(version: FileVersions.Entry) { self.version = version }

  mutating func add(_ row: [Cell], line: Int, of file: ClosedRange<Int>?) {
    cells[row, default: 0] += 1
    if line == file?.lowerBound { begins = true }
    if line == file?.upperBound { ends = true }
  }

  /// Whether the two are parts of one set: one ends its file where the other begins its own.
  ///
  /// Two files that hold nothing else are two versions.
  func continues(_ other: SetPart) -> Bool {
    guard version.version.day == other.version.version.day,
      begins && other.ends || ends && other.begins,
      !(begins && ends && other.begins && other.ends)
    else { return false }
    let goods = Set(cells.keys.map { $0[1] })
    return other.cells.keys.allSatisfy { !goods.contains($0[1]) }
  }
}
