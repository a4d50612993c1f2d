/// The fields of a log line that is a JSON object.
struct JSONLine {
  private var reader: JSONLeafReader
  private let wanted: [(slot: LogSlot, paths: Range<Int>)]
  private let filters: [(path: Int, start: [UInt8]?)]
  private let required: [(names: [String], paths: Range<Int>)]

  init(
    _ sources: [LineLayout.Source], _ filters: [LineLayout.Filter], required: [[String]] = []
  ) {
    var paths: [String] = []
    wanted = sources.map { source in
      let first = paths.count
      paths += source.names
      return (source.field.slot(cookie: nil), first..<paths.count)
    }
    self.filters = filters.map { filter in
      switch filter {
      case .has(let path):
        paths.append(path)
        return (paths.count - 1, nil)
      case .starts(let path, let start):
        paths.append(path)
        return (paths.count - 1, Array(start.utf8))
      }
    }
    self.required = required.map { names in
      paths += names
      return (names, paths.count - names.count..<paths.count)
    }
    reader = JSONLeafReader(paths)
  }

  /// Decoded texts of the last line's fields.
  var text: [UInt8] { reader.scratch }

  mutating func read(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int, into fields: inout LineFields
  ) -> LogLine.Outcome {
    guard reader.read(bytes, from: start, to: end) else {
      return .refused("expected one JSON object a line, found other text; check `format`")
    }
    for filter in filters where !passes(filter) { return .filtered }
    for (names, paths) in required where !paths.contains(where: reader.has) {
      return .refused(
        "expected \(names.joined(separator: " or ")) in each object, found none; check `format`")
    }
    for (slot, paths) in wanted where !fields.isFilled(slot) {
      var isThere = false
      for path in paths {
        if let place = reader.place(path), hasValue(place) {
          fields.set(slot, place)
          isThere = false
          break
        }
        isThere = isThere || reader.has(path)
      }
      if isThere { fields.set(slot, 0..<0) }
    }
    return .record
  }

  private func hasValue(_ place: Range<Int>) -> Bool {
    !place.isEmpty && (place.count > 1 || reader.scratch[place.lowerBound] != UInt8(ascii: "-"))
  }

  private func passes(_ filter: (path: Int, start: [UInt8]?)) -> Bool {
    guard let start = filter.start else { return reader.has(filter.path) }
    guard let place = reader.place(filter.path) else { return true }
    return reader.scratch[place].starts(with: start)
  }
}
