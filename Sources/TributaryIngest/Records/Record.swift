import TributaryModel

/// One record of a table's file: its cells' bytes, end to end.
struct Record {
  /// 1 for the first line of the file; where the record starts.
  var line = 0
  var byteOffset: Int64 = 0
  /// Why the record could not be cut into cells.
  var problem: Rejection.Reason?
  /// What was expected and found, where the problem's own words would say too little.
  var complaint: String?
  /// The first bytes as they stand in the file.
  var start: [UInt8] = []
  private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []

  var count: Int { ends.count }
  var isBlank: Bool { bytes.allSatisfy { $0 == 32 || $0 == 9 } }

  func cell(_ index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// Adds to the cell that is open.
  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// Closes the cell that is open; the next one starts.
  mutating func endCell() { ends.append(bytes.count) }

  /// Adds a whole cell; empty where the file says nothing.
  mutating func append(cell: some Sequence<UInt8>) {
    bytes.append(contentsOf: cell)
    endCell()
  }
}
