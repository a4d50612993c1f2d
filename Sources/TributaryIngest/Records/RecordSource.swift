/// Cuts a file into records of cells, whatever the file is made of.
protocol RecordSource: AnyObject {
  /// What says which cell is which.
  var names: CellNames { get }

  /// The next record, or nil at the end.
  func next() throws(IngestError) -> Record?

  /// Keys that are needed, or were named, and that no record had so far; and those of the first
  /// that had any, in words. Layouts with a header tell by it.
  var absentKeys: (absent: [AbsentKey], found: String)? { get }

  /// Cells whose key a record named, though it gave no value: those that a reader knows of.
  var namedCells: Set<Int> { get }

  /// The same in the place of a record that is not needed any more; false at the end.
  func next(into record: inout Record) throws(IngestError) -> Bool

  /// Closes the book on the file; call after the last record.
  func finish(_ summary: inout FileSummary) throws(IngestError)
}

extension RecordSource {
  var absentKeys: (absent: [AbsentKey], found: String)? { nil }

  var namedCells: Set<Int> { [] }

  func next(into record: inout Record) throws(IngestError) -> Bool {
    guard let next = try next() else { return false }
    record = next
    return true
  }
}

/// What says which cell of a record is which.
enum CellNames {
  /// A header among the file's first records.
  case header
  /// The layout: these are the names, as a header would hold them.
  case fixed([String])
  /// The reader: it cut out a cell for each wanted column that has a position here.
  case wanted([Int?])

  /// Whether the reader cut out what was wanted: such cells are UTF-8 whatever the file is.
  var areWanted: Bool { if case .wanted = self { true } else { false } }
}

/// The records of a CSV or TSV file.
final class CSVRecords: RecordSource {
  let names: CellNames
  private var csv: CSVReader
  /// Records that were read to see how many cells there are, the last one first.
  private var held: [Record] = []

  /// - Parameters:
  ///   - headers: for files without a header: the names of the cells, the one taken that has as
  ///     many as the first record, else the longest; empty for files with a header.
  ///   - skipped: lines before the header, or the first record, that are none.
  ///   - headerFit: see `CSVReader`.
  init(
    _ stream: consuming ByteStream, delimiter: UInt8?, headers: [[String]] = [], skipped: Int = 0,
    headerFit: (Record) -> Int = { _ in 0 }
  ) throws(IngestError) {
    csv = try CSVReader(stream, delimiter: delimiter, skipped: skipped, headerFit: headerFit)
    guard !headers.isEmpty else {
      names = .header
      return
    }
    if let record = try csv.next() { held = [record] }
    let count = held.first?.count
    let longest = headers.max { $0.count < $1.count } ?? []
    names = .fixed(headers.first { $0.count == count } ?? longest)
  }

  /// For files without a header whose cells are named by their places: `1`, `2` and so on.
  ///
  /// - Parameter places: the least number of cells.
  init(
    _ stream: consuming ByteStream, delimiter: UInt8?, places: Int, skipped: Int
  ) throws(IngestError) {
    csv = try CSVReader(stream, delimiter: delimiter, skipped: skipped, cells: places)
    while held.count < TableReader.headerRecords, let record = try csv.next() {
      held.insert(record, at: 0)
    }
    let count = held.map(\.count).max() ?? 0
    names = .fixed((1...max(1, count, places)).map(String.init))
  }

  func next() throws(IngestError) -> Record? {
    if let record = held.popLast() { return record }
    return try csv.next()
  }

  func next(into record: inout Record) throws(IngestError) -> Bool {
    if let first = held.popLast() {
      record = first
      return true
    }
    return try csv.next(into: &record)
  }

  func finish(_ summary: inout FileSummary) { csv.finish(&summary) }
}
