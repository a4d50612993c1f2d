/// The fields of a log line that is a JSON object.
struct JSONLine {
  private var reader: JSONLeafReader
  private let wanted: [Wanted]
  private let filters: [Filter]
  private let needs: [(need: LineLayout.Need, paths: Range<Int>)]
  /// Refusals that told which keys were found.
  private var outlined = 0
  private static let maximumOutlined = 32

  private struct Wanted {
    let slot: LogSlot
    let paths: Range<Int>
    let decoding: FieldDecoding
    let isJoined: Bool
  }

  private enum Filter {
    case has(path: Int, orElse: Int)
    case starts(path: Int, with: [UInt8])
  }

  init(_ sources: [LineLayout.Source], _ layout: LineLayout) {
    var paths: [String] = []
    func add(_ names: [String]) -> Range<Int> {
      paths += names
      return paths.count - names.count..<paths.count
    }
    wanted = sources.map { source in
      Wanted(
        slot: source.field.slot(cookie: nil), paths: add(source.names),
        decoding: source.decoding, isJoined: source.isJoined)
    }
    filters = layout.filters.map { filter in
      switch filter {
      case .has(let path, let other):
        let places = add([path, other])
        return .has(path: places.lowerBound, orElse: places.lowerBound + 1)
      case .starts(let path, let start):
        return .starts(path: add([path]).lowerBound, with: Array(start.utf8))
      }
    }
    needs = layout.needs.map { ($0, add($0.names)) }
    if case .json(anySpelling: true) = layout.shape {
      reader = JSONLeafReader(paths, others: KeySpelling.others)
    } else {
      reader = JSONLeafReader(paths)
    }
  }

  /// Decoded texts of the last line's fields.
  var text: [UInt8] { reader.scratch }

  mutating func read(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int, into fields: inout LineFields
  ) -> LogLine.Outcome {
    guard let object = JSONLine.withoutList(bytes, start..<end) else { return .header }
    guard reader.read(bytes, from: object.lowerBound, to: object.upperBound) else {
      return .refused("expected one JSON object a line, found other text; check `format`")
    }
    for filter in filters where !passes(filter) { return .filtered }
    for (need, paths) in needs where !paths.contains(where: reader.hasText) {
      return .refused(refusal(need, bytes, object))
    }
    for want in wanted where !fields.isFilled(want.slot) { fill(want, &fields) }
    return .record
  }

  private mutating func fill(_ want: Wanted, _ fields: inout LineFields) {
    if want.isJoined { return join(want, &fields) }
    var isThere = false
    for path in want.paths {
      if let place = reader.place(path), hasValue(place) {
        fields.set(want.slot, want.decoding == .none ? place : reader.decode(place, want.decoding))
        return
      }
      isThere = isThere || reader.has(path)
    }
    if isThere { fields.set(want.slot, 0..<0) }
  }

  private mutating func join(_ want: Wanted, _ fields: inout LineFields) {
    let places = want.paths.compactMap { reader.place($0) }
    guard places.count == want.paths.count else { return }
    fields.set(want.slot, reader.join(places, want.decoding))
  }

  private func hasValue(_ place: Range<Int>) -> Bool {
    !place.isEmpty && (place.count > 1 || reader.scratch[place.lowerBound] != UInt8(ascii: "-"))
  }

  private func passes(_ filter: Filter) -> Bool {
    switch filter {
    case .has(let path, let other): return reader.has(path) || !reader.has(other)
    case .starts(let path, let start):
      guard let place = reader.place(path) else { return true }
      return reader.scratch[place].starts(with: start)
    }
  }

  private mutating func refusal(
    _ need: LineLayout.Need, _ bytes: borrowing Span<UInt8>, _ object: Range<Int>
  ) -> String {
    let names = need.shown.joined(separator: ", ")
    let more = need.names.count > 4 ? " or another known one" : ""
    guard let column = need.column else {
      return "expected \(need.names.joined(separator: " or ")) in each object, found none; "
        + "check `format`"
    }
    outlined += 1
    let found =
      outlined > JSONLine.maximumOutlined
      ? "none" : JSONOutline(bytes, from: object.lowerBound, to: object.upperBound).keys
    let what = column == "path" ? "request" : column
    return "expected a key of the \(what) (\(names)\(more)), found the keys \(found); "
      + "write columns: {\(column): 'KEY'} with the key that holds it, or check `format`"
  }

  /// The object of a line that may be a part of a list over many lines; nil for its brackets.
  private static func withoutList(
    _ bytes: borrowing Span<UInt8>, _ line: Range<Int>
  ) -> Range<Int>? {
    var (start, end) = (line.lowerBound, line.upperBound)
    if bytes[start] == UInt8(ascii: "{"), bytes[end - 1] == UInt8(ascii: "}") { return line }
    func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }
    while start < end, isSpace(bytes[start]) { start += 1 }
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    if start < end, bytes[start] == UInt8(ascii: "[") || bytes[start] == UInt8(ascii: ",") {
      start += 1
    }
    if end > start, bytes[end - 1] == UInt8(ascii: "]") { end -= 1 }
    while start < end, isSpace(bytes[start]) || bytes[start] == UInt8(ascii: ",") { start += 1 }
    return start < end ? start..<end : nil
  }
}
