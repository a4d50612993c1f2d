/// The fields of a log line that is a row of cells under a header.
///
/// Source: W3C, "Extended Log File Format" (WD-logfile-960323), for `#Fields`.
struct ColumnLine {
  private let sources: [LineLayout.Source]
  private let header: LineLayout.Header
  private let separator: UInt8?
  private let required: [[String]]
  /// The first names of those that the last header lacks.
  private var missing: [String] = []
  /// Columns of the last header; 0 before the first.
  private var columnCount = 0
  /// The first line, which stands before each part of a file put together from several.
  private var firstLine: [UInt8] = []
  private var wanted: [(source: Int, slot: LogSlot, columns: [Int])] = []
  private var cells: [Range<Int>] = []
  /// Decoded texts of the last line's fields.
  private(set) var text: [UInt8] = []

  init(
    _ sources: [LineLayout.Source], _ header: LineLayout.Header, _ separator: UInt8?,
    required: [[String]] = []
  ) {
    self.sources = sources
    self.header = header
    self.separator = separator
    self.required = required
    if case .fixed(let names) = header { take(names) }
  }

  private static let directives: Set<String> = [
    "version", "fields", "software", "date", "start-date", "end-date", "remark",
  ]

  /// Whether the line is part of a header; remembers its columns.
  mutating func note(_ bytes: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
    switch header {
    case .fixed: return false
    case .firstLine:
      guard columnCount == 0, start < end else { return false }
      ByteScan.append(bytes, from: start, to: end, to: &firstLine)
      split(bytes, from: start, to: end)
      take(cells.map { ByteScan.text(bytes, from: $0.lowerBound, to: $0.upperBound) })
      return true
    case .directive:
      guard start < end, bytes[start] == UInt8(ascii: "#") else { return false }
      let colon = ByteScan.first(UInt8(ascii: ":"), in: bytes, from: start, to: end)
      guard colon > start else { return false }
      let name = ByteScan.text(bytes, from: start + 1, to: colon).lowercased()
      guard ColumnLine.directives.contains(name) else { return false }
      if name == "fields" {
        let names = ByteScan.text(bytes, from: colon + 1, to: end)
        take(names.split { $0 == " " || $0 == "\t" }.map(String.init))
      }
      return true
    }
  }

  private mutating func take(_ names: [String]) {
    columnCount = names.count
    let known = names.map { $0.lowercased() }
    missing = required.filter { !$0.contains { known.contains($0.lowercased()) } }.map { $0[0] }
    wanted = sources.indices.compactMap { index in
      let source = sources[index]
      let columns = source.names.compactMap { known.firstIndex(of: $0.lowercased()) }
      guard !columns.isEmpty, !source.isJoined || columns.count == source.names.count else {
        return nil
      }
      return (index, source.field.slot(cookie: nil), columns)
    }
  }

  mutating func read(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int, into fields: inout LineFields
  ) -> LogLine.Outcome {
    if columnCount == 0 {
      if note(bytes, from: start, to: end) { return .header }
      return .refused(
        "expected a #Fields line before the first record, found a record; give the file from its "
          + "beginning")
    }
    if !firstLine.isEmpty, end - start == firstLine.count,
      ByteScan.equal(bytes, from: start, to: end, firstLine.span, at: 0)
    {
      return .header
    }
    guard missing.isEmpty else {
      return .refused(
        "expected the columns \(missing.joined(separator: ", ")) in the header, found none; "
          + "export them too, or check `format`")
    }
    split(bytes, from: start, to: end)
    guard cells.count == columnCount else {
      return .refused(
        "expected \(columnCount) fields as the header names, found \(cells.count); "
          + "check `format` and whether the line is whole")
    }
    text.removeAll(keepingCapacity: true)
    for (index, slot, columns) in wanted where !fields.isFilled(slot) {
      let source = sources[index]
      let first = text.count
      if source.isJoined {
        for column in columns {
          if text.count > first { text.append(32) }
          source.decoding.append(
            bytes, from: cells[column].lowerBound, to: cells[column].upperBound, to: &text)
        }
      } else if let cell = columns.first(where: { source.decoding.hasValue(bytes, cells[$0]) })
        .map({ cells[$0] })
      {
        source.decoding.append(bytes, from: cell.lowerBound, to: cell.upperBound, to: &text)
      }
      fields.set(slot, first..<text.count)
    }
    return .record
  }

  private mutating func split(_ bytes: borrowing Span<UInt8>, from start: Int, to end: Int) {
    let hasTab = ByteScan.first(9, in: bytes, from: start, to: end) >= 0
    let separator = self.separator ?? (hasTab ? 9 : 32)
    cells.removeAll(keepingCapacity: true)
    var at = start
    while true {
      let next = ByteScan.first(separator, in: bytes, from: at, to: end)
      cells.append(at..<(next < 0 ? end : next))
      guard next >= 0 else { return }
      at = next + 1
    }
  }
}
