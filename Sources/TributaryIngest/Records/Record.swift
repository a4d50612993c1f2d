import TributaryModel

/// One record of a table's file: its cells' bytes, one after the other.
struct Record {
  /// 1 for the first line of the file; where the record starts.
  var line = 0
  var byteOffset: Int64 = 0
  /// Why the record could not be cut into cells.
  var problem: Rejection.Reason?
  /// Whether the record says of itself that it is deleted or became part of another one.
  var isCancelled = false
  /// Whether it is an order of which the file lists no lines.
  var hasNoItems = false
  /// A bit for each of the first 64 cells that is a program's number: its point is decimal, and
  /// nothing groups its digits.
  private var exactNumbers: UInt64 = 0
  /// What was expected and found, where the problem's own words would say too little.
  var complaint: String?
  /// Whether its line is the file's last and has no end.
  var isCut = false
  /// The first bytes as they stand in the file.
  var start: [UInt8] = []
  private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// Bytes between two cells: 1 where the delimiters lie among them.
  private var gap = 0

  var count: Int { ends.count }

  /// Whether there is nothing but spaces and tabs in it.
  var isBlank: Bool {
    let isSpace = { (byte: UInt8) in byte == 32 || byte == 9 }
    guard gap > 0 else { return bytes.allSatisfy(isSpace) }
    return (0..<count).allSatisfy { cell($0).allSatisfy(isSpace) }
  }

  /// Where a cell lies in `bytes`.
  func place(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : ends[index - 1] + gap)..<ends[index]
  }

  func cell(_ index: Int) -> ArraySlice<UInt8> { bytes[place(index)] }

  /// Adds to the cell that is open.
  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// Adds a stretch of bytes to the cell that is open.
  mutating func append(_ source: borrowing Span<UInt8>, from start: Int, to end: Int) {
    ByteScan.append(source, from: start, to: end, to: &bytes)
  }

  /// Closes the cell that is open; the next one starts.
  mutating func endCell() { ends.append(bytes.count) }

  /// Marks the cell that is open as a program's number.
  mutating func markExactNumber() { exactNumbers |= 1 << UInt64(count) }

  func isExactNumber(_ index: Int) -> Bool { exactNumbers & (1 << UInt64(index)) != 0 }

  /// Adds a whole cell; empty where the file says nothing.
  mutating func append(cell: some Sequence<UInt8>) {
    bytes.append(contentsOf: cell)
    endCell()
  }

  /// Adds empty cells at the end until there are that many.
  mutating func fill(to count: Int) {
    while ends.count < count {
      // Where cells lie apart, what is between two of them is a byte.
      if gap > 0, !ends.isEmpty { bytes.append(0) }
      endCell()
    }
  }

  /// Takes a line as the whole of an empty record; false, with nothing taken, when it has a quote.
  mutating func take(
    line: borrowing Span<UInt8>, from start: Int, to end: Int, delimiter: UInt8
  ) -> Bool {
    guard ByteScan.cellEnds(line, from: start, to: end, delimiter: delimiter, into: &ends) else {
      ends.removeAll(keepingCapacity: true)
      return false
    }
    ByteScan.append(line, from: start, to: end, to: &bytes)
    gap = 1
    return true
  }

  /// Begins anew at that line, in the memory that is already there.
  mutating func begin(_ line: Line, _ source: borrowing Span<UInt8>, from first: Int, to end: Int) {
    self.line = line.number
    byteOffset = line.offset
    problem = nil
    isCancelled = false
    isCut = line.terminator == 0
    start.removeAll(keepingCapacity: true)
    ByteScan.append(source, from: first, to: min(end, first + 256), to: &start)
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    gap = 0
  }

  /// Whether each cell is well-formed UTF-8.
  var isUTF8: Bool {
    guard ByteScan.isUTF8(bytes.span, from: 0, to: bytes.count) else { return false }
    // Two cells end to end may make a letter that neither of them holds.
    return gap > 0
      || (1..<max(1, count)).allSatisfy { cell($0).first.map { $0 & 0xc0 != 0x80 } ?? true }
  }

  /// Puts other bytes for those of 0x80 and more: `letters` holds them for each from 0x80 on, the
  /// first in the lowest byte of the word.
  mutating func translate(by letters: [UInt32]) {
    let old = self
    bytes = []
    bytes.reserveCapacity(old.bytes.count * 2)
    ends.removeAll(keepingCapacity: true)
    gap = 0
    for index in 0..<old.count {
      for place in old.place(index) {
        let byte = old.bytes[place]
        var rest = byte < 0x80 ? UInt32(byte) : letters[Int(byte) - 0x80]
        repeat {
          bytes.append(UInt8(truncatingIfNeeded: rest))
          rest >>= 8
        } while rest > 0
      }
      endCell()
    }
  }
}
