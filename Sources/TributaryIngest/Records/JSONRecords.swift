import TributaryModel

/// The records of a JSON file: the elements of an array, at the root or in an envelope such as
/// `{"orders": [...]}`, or one object a line.
///
/// A path with `[]` (`items[].sku`) looks into the elements of an array of the record: then each
/// of them is a record of its own, and the other paths are its parent's.
/// A file that is cut short or broken between its elements is refused whole: nobody can tell
/// where the next one starts. A broken line costs that line.
final class JSONRecords: RecordSource {
  let names: CellNames
  private var window: ByteWindow
  /// Where in `window` the next record is looked for; what is before it is done with.
  private var position = 0
  private var state = State.start
  private var cells: JSONCells
  private var waiting: [Record] = []
  /// Nil where the array of records may be anywhere.
  private let envelopes: [[String]]?
  private let path: String
  /// The cells of columns that are needed.
  private let required: [Int]
  /// The envelope up to its array, elements of all arrays, and how many the envelopes say there are.
  private var head: [UInt8] = []
  private var elements = 0
  private var stated = 0
  private var counts = JSONLeafReader(JSONRecords.countPaths)
  /// The keys of the first record that has any.
  private var outline: JSONOutline?

  /// Where APIs say how many records all their pages have.
  private static let countPaths = [
    "pagination.totalCount", "result.metadata.total_items", "total_records", "recordsTotal",
    "total_items", "totalCount",
  ]

  private enum State: Equatable {
    case start
    /// In the array of records, so many objects deep.
    case array(depth: Int)
    case lines
    /// One object after the other, each over several lines.
    case objects
    case end
  }

  /// Bytes that one record may have.
  static let limit = 16 << 20

  /// - Parameters:
  ///   - envelopes: where the array of records may be, such as `result.data`; nil: anywhere.
  ///   - cancelled: paths whose values say that a record or an item does not count.
  init(
    _ stream: consuming ByteStream, _ options: TableOptions, _ columns: [Column],
    envelopes: [String]? = nil, cancelled: [String] = []
  ) {
    path = stream.file.name
    window = ByteWindow(stream)
    cells = JSONCells(columns, options, cancelled: cancelled)
    names = .wanted(cells.positions)
    required = zip(columns, cells.positions).compactMap { $0.isRequired ? $1 : nil }
    self.envelopes = envelopes?.map { $0.split(separator: ".").map(String.init) }
  }

  func next() throws(IngestError) -> Record? {
    while true {
      if let record = waiting.popLast() { return record }
      let place: Range<Int>?
      switch state {
      case .start:
        try begin()
        continue
      case .array(let depth): place = try nextElement(depth)
      case .lines: place = try nextLine()
      case .objects: place = try nextObject()
      case .end: return nil
      }
      guard let place else { continue }
      noteOutline(place)
      waiting = records(at: place).reversed()
    }
  }

  var absentKeys: (absent: [AbsentKey], found: String)? {
    outline.map { (cells.absent, $0.keys) }
  }

  var namedCells: Set<Int> { cells.named }

  private func noteOutline(_ place: Range<Int>) {
    guard outline == nil else { return }
    let found = JSONOutline(window.bytes.span, from: place.lowerBound, to: place.upperBound)
    if !found.leaves.isEmpty { outline = found }
  }

  func finish(_ summary: inout FileSummary) throws(IngestError) {
    try window.finish(&summary)
    if stated > 0, stated != elements {
      summary.notes.append(FileNote(.otherCount, count: stated, about: String(elements)))
    }
  }

  private func records(at place: Range<Int>) -> [Record] {
    var blank = Record()
    blank.line = window.line(at: place.lowerBound)
    blank.byteOffset = window.offset + Int64(place.lowerBound)
    blank.start = Array(window.bytes[place.prefix(256)])
    let bytes = window.bytes
    return cells.records(bytes.span, place, blank)
  }

  // MARK: Where the records are

  private func begin() throws(IngestError) {
    var at = try firstByte()
    if window.offset == 0, position == 0,
      window.bytes[..<window.end].starts(with: [0xef, 0xbb, 0xbf])
    {
      position = 3
      at = try firstByte()
    }
    guard at < window.end else {
      state = .end
      return
    }
    switch window.bytes[at] {
    case UInt8(ascii: "["):
      position = at + 1
      state = .array(depth: 0)
    case UInt8(ascii: "{"):
      if let envelopes { try openEnvelope(at, envelopes) } else { try openAny(at) }
    default:
      throw failure(at, "expected JSON, an array or objects, found other text; check `format`")
    }
  }

  /// The first byte from `position` on that is no white space, or the end.
  private func firstByte() throws(IngestError) -> Int {
    while true {
      let at = JSONScan.space(window.bytes.span, from: position, to: window.end)
      if at < window.end { return at }
      position = at
      window.makeRoom(before: &position)
      guard try window.more() else { return position }
    }
  }

  /// An object of any program: it is a record, the first of one a line or one after the other, or
  /// it holds the array of records.
  private func openAny(_ open: Int) throws(IngestError) {
    var end = -1
    while true {
      end = JSONScan.endOfValue(window.bytes.span, from: open, to: window.end)
      guard end < 0, window.end - open < JSONRecords.limit, try window.more() else { break }
    }
    position = open
    let isWhole = end >= 0
    let isOneLine = isWhole && window.line(at: end) == window.line(at: open)
    if !isWhole || !isRecord(open..<end) {
      let found = JSONScan.arrayOfObjects(
        in: window.bytes.span, from: open, to: isWhole ? end : window.end)
      if found.start >= 0 {
        position = found.start
        state = .array(depth: found.depth)
        return
      }
    }
    state = isOneLine || !isWhole ? .lines : .objects
  }

  private func nextObject() throws(IngestError) -> Range<Int>? {
    window.makeRoom(before: &position)
    let at = try firstByte()
    guard at < window.end else {
      state = .end
      return nil
    }
    let end = try need(at) { bytes, from, to in JSONScan.endOfValue(bytes, from: from, to: to) }
    position = end
    return at..<end
  }

  private func openEnvelope(_ open: Int, _ envelopes: [[String]]) throws(IngestError) {
    while true {
      for envelope in envelopes {
        let found = JSONScan.array(envelope[...], in: window.bytes.span, from: open, to: window.end)
        guard found >= 0 else { continue }
        position = found
        head = Array(window.bytes[open..<found])
        state = .array(depth: envelope.count)
        return
      }
      let end = JSONScan.endOfValue(window.bytes.span, from: open, to: window.end)
      if end >= 0 {
        // An answer that refuses the question is one object too, with none of the wanted values.
        let isRecord = window.line(at: end) == window.line(at: open) && hasValues(open..<end)
        guard isRecord || envelopes.isEmpty else { throw failure(open, noArray(envelopes)) }
        break
      }
      guard window.end < JSONRecords.limit, try window.more() else { break }
    }
    position = open
    state = .lines
  }

  private func hasValues(_ place: Range<Int>) -> Bool {
    tried(place).contains { record in
      (0..<record.count).contains { !record.place($0).isEmpty }
    }
  }

  /// Whether an object has a value for each column that is needed.
  private func isRecord(_ place: Range<Int>) -> Bool {
    tried(place).contains { record in
      record.problem == nil && required.allSatisfy { !record.place($0).isEmpty }
    }
  }

  /// The records of an object that may be none.
  private func tried(_ place: Range<Int>) -> [Record] {
    let before = cells
    defer { cells = before }
    return records(at: place)
  }

  private func noArray(_ envelopes: [[String]]) -> String {
    let names = envelopes.map { $0.joined(separator: ".") }.joined(separator: " or ")
    return "expected an array of records in \(names), found an object without it; check `format`"
  }

  // MARK: Elements of an array

  private func nextElement(_ depth: Int) throws(IngestError) -> Range<Int>? {
    window.makeRoom(before: &position)
    var at = try firstByte()
    if at < window.end, window.bytes[at] == UInt8(ascii: ",") {
      position = at + 1
      at = try firstByte()
    }
    if at < window.end, window.bytes[at] == UInt8(ascii: "]") {
      position = try need(at + 1) { bytes, from, to in
        JSONScan.endOfObjects(depth, bytes, from: from, to: to)
      }
      noteCount(head + window.bytes[at..<position])
      // Pages of answers may stand one after the other.
      state = .start
      return nil
    }
    let end = try need(at) { bytes, from, to in JSONScan.endOfValue(bytes, from: from, to: to) }
    position = end
    elements += 1
    return at..<end
  }

  /// Takes in what an envelope, its array emptied, says of the number of records.
  private func noteCount(_ envelope: [UInt8]) {
    guard !head.isEmpty, counts.read(envelope.span, from: 0, to: envelope.count) else { return }
    head = []
    for path in JSONRecords.countPaths.indices {
      guard let place = counts.place(path),
        let count = Int(String(decoding: counts.scratch[place], as: UTF8.self))
      else { continue }
      stated = max(stated, count)
      return
    }
  }

  /// What a scan finds from a place on, reading on until it does.
  private func need(
    _ from: Int, _ scan: (borrowing Span<UInt8>, Int, Int) -> Int
  ) throws(IngestError) -> Int {
    while true {
      let found = scan(window.bytes.span, from, window.end)
      // A number at the end of what was read so far may go on.
      if found >= 0, found < window.end || from == found { return found }
      guard window.end - from < JSONRecords.limit, try window.more() else {
        if found >= 0 { return found }
        throw failure(
          from,
          "expected whole JSON, found it broken or cut short here; export it again; "
            + "nothing of it was loaded")
      }
    }
  }

  // MARK: Lines

  private func nextLine() throws(IngestError) -> Range<Int>? {
    window.makeRoom(before: &position)
    var scanned = position
    while true {
      let newline = ByteScan.first(10, in: window.bytes.span, from: scanned, to: window.end)
      if newline >= 0 {
        defer { position = newline + 1 }
        return position..<newline
      }
      scanned = window.end
      guard window.end - position < JSONRecords.limit else {
        throw failure(position, "expected JSON records of at most 16 MiB, found a longer line")
      }
      guard try window.more() else { break }
    }
    state = .end
    defer { position = window.end }
    return position < window.end ? position..<window.end : nil
  }

  private func failure(_ at: Int, _ message: String) -> IngestError {
    IngestError(
      .corrupt, path: path, line: window.line(at: at), message: message)
  }
}
