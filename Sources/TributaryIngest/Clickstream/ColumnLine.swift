/// The fields of a log line that is a row of cells under a header.
///
/// Source: W3C, "Extended Log File Format" (WD-logfile-960323), for `#Fields`.
struct ColumnLine {
  private let sources: [LineLayout.Source]
  private let header: LineLayout.Header
  private let separator: UInt8?
  private let hasStrings: Bool
  private let needs: [LineLayout.Need]
  /// Why the records under the last header are refused.
  private var refusal: String?
  /// Columns of the last header; 0 before the first.
  private var columnCount = 0
  /// The first line, which stands before each part of a file put together from several.
  private var firstLine: [UInt8] = []
  private var wanted: [(source: Int, slot: LogSlot, columns: [Int])] = []
  private var cells: [Range<Int>] = []
  /// Columns whose cells hold doubled quotes.
  private var strings: [Int] = []
  /// Decoded texts of the last line's fields.
  private(set) var text: [UInt8] = []

  init(_ sources: [LineLayout.Source], _ layout: LineLayout) {
    self.sources = sources
    needs = layout.needs
    (header, separator, hasStrings) =
      switch layout.shape {
      case .columns(let header, let separator, let hasStrings): (header, separator, hasStrings)
      case .json: (.firstLine, nil, false)
      }
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
    wanted = sources.indices.compactMap { index in
      let source = sources[index]
      let columns = source.names.compactMap { known.firstIndex(of: $0.lowercased()) }
      guard !columns.isEmpty, !source.isJoined || columns.count == source.names.count else {
        return nil
      }
      return (index, source.field.slot(cookie: nil), columns)
    }
    refusal = needs.first { !has($0, known) }.map { need in
      let found = Redaction.text(names.prefix(24).joined(separator: " "))
      let advice = need.column.map { ", or write columns: {\($0): 'COLUMN'}" } ?? ""
      return "expected the column \(need.shown.joined(separator: " or ")) in the header, "
        + "found the columns \(found); log it too\(advice), or check `format`"
    }
  }

  private func has(_ need: LineLayout.Need, _ known: [String]) -> Bool {
    switch need.column {
    case "time": wanted.contains { $0.slot == .time }
    case nil: need.names.contains { known.contains($0.lowercased()) }
    default: wanted.contains { LogSlot.requests.contains($0.slot) }
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
    if let refusal { return .refused(refusal) }
    split(bytes, from: start, to: end)
    // W3C parts fields by white space, which may be more than one blank.
    if cells.count > columnCount, separator == nil, strings.isEmpty {
      cells.removeAll(where: \.isEmpty)
    }
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
          append(column, .none, bytes)
        }
        text += source.decoding.suffix
      } else if let column = columns.first(where: { source.decoding.hasValue(bytes, cells[$0]) }) {
        append(column, source.decoding, bytes)
      }
      fields.set(slot, first..<text.count)
    }
    return .record
  }

  private mutating func split(_ bytes: borrowing Span<UInt8>, from start: Int, to end: Int) {
    let hasTab = ByteScan.first(9, in: bytes, from: start, to: end) >= 0
    let separator = self.separator ?? (hasTab ? 9 : 32)
    cells.removeAll(keepingCapacity: true)
    strings.removeAll(keepingCapacity: true)
    var at = start
    while true {
      if hasStrings, at < end, bytes[at] == 0x22,
        let next = takeString(bytes, from: at, to: end, separator)
      {
        guard next < end else { return }
        at = next + 1
        continue
      }
      let next = ByteScan.first(separator, in: bytes, from: at, to: end)
      cells.append(at..<(next < 0 ? end : next))
      guard next >= 0 else { return }
      at = next + 1
    }
  }

  /// Takes the cell of `"a ""b"" c"`, whose inside may hold separators; nil where the quotes are
  /// no string's, because none closes it before a separator.
  private mutating func takeString(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int, _ separator: UInt8
  ) -> Int? {
    var at = start + 1
    var isDoubled = false
    while true {
      let quote = ByteScan.first(0x22, in: bytes, from: at, to: end)
      guard quote >= 0 else { return nil }
      if quote + 1 < end, bytes[quote + 1] == 0x22 {
        isDoubled = true
        at = quote + 2
        continue
      }
      guard quote + 1 == end || bytes[quote + 1] == separator else { return nil }
      if isDoubled { strings.append(cells.count) }
      cells.append(start + 1..<quote)
      return quote + 1
    }
  }

  /// Appends the decoded text of a cell.
  private mutating func append(
    _ column: Int, _ decoding: FieldDecoding, _ bytes: borrowing Span<UInt8>
  ) {
    let cell = cells[column]
    guard strings.contains(column) else {
      return decoding.append(bytes, from: cell.lowerBound, to: cell.upperBound, to: &text)
    }
    var single: [UInt8] = []
    var index = cell.lowerBound
    while index < cell.upperBound {
      single.append(bytes[index])
      index += bytes[index] == 0x22 ? 2 : 1
    }
    decoding.append(single.span, from: 0, to: single.count, to: &text)
  }
}
