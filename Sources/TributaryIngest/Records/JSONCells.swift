import TributaryModel

/// Cuts JSON objects into cells: one for each wanted column that has a path.
///
/// ```
///  {"id": 7, "items": [{"sku": "A", "prices": [{"price": 1}, {"price": 2}]}, {"sku": "B"}]}
///
///  id   items[].sku   items[].prices[].price
///  7    A             1
///  7    A             2
///  7    B
/// ```
struct JSONCells {
  /// For each wanted column its cell; nil for those without a path.
  let positions: [Int?]
  /// For each cell, where its text may be: the first that has one is taken.
  private let sources: [[Place]]
  /// For each cell, whether it holds a number, which may be written with an exponent.
  private let areNumbers: [Bool]
  private var parent: JSONLeafReader
  private var item: JSONLeafReader
  private var part: JSONLeafReader
  /// The array of the record whose elements are the records; empty when the record itself is.
  private let items: [String]
  /// The array of an item whose elements are the records, where it has any.
  private let parts: [String]
  /// Where a record, or an item, says that it does not count.
  private let cancelled: [Place]
  /// Where `parent` has the array of items.
  private let itemsIndex: Int
  /// Keys that are needed or were named for the files, and that no record had as yet.
  var absent: [AbsentKey] { mayBeAbsent.filter { unnamed.contains($0.position) } }
  private let mayBeAbsent: [AbsentKey]
  /// Cells whose key no record had so far.
  private var unnamed: Set<Int>

  /// Cells whose key some record had, whatever its value.
  var named: Set<Int> { Set(sources.indices).subtracting(unnamed) }

  private enum Level { case record, item, part }

  private struct Place {
    let level: Level
    let index: Int
  }

  init(_ columns: [Column], _ options: TableOptions, cancelled: [String] = []) {
    let wanted = WantedKeys(columns, options)
    var paths: [Level: [String]] = [.record: [], .item: [], .part: []]
    var (items, parts) = ("", "")
    positions = wanted.positions
    areNumbers = zip(columns, wanted.positions).filter { $1 != nil }.map { column, _ in
      [.integer, .money, .real].contains(column.type)
    }
    mayBeAbsent = AbsentKey.of(columns, wanted, options)
    unnamed = Set(wanted.keys.indices)
    func place(_ path: String) -> Place {
      let steps = path.split(separator: "[].", maxSplits: 2).map(String.init)
      if steps.count > 1 { items = steps[0] }
      if steps.count > 2 { parts = steps[1] }
      let level: Level = steps.count > 2 ? .part : steps.count > 1 ? .item : .record
      paths[level, default: []].append(steps.last ?? path)
      return Place(level: level, index: (paths[level]?.count ?? 1) - 1)
    }
    sources = wanted.keys.map { keys in keys.map(place) }
    let readsItems = !items.isEmpty
    self.cancelled = cancelled.filter { readsItems || !$0.contains("[].") }.map(place)
    itemsIndex = readsItems ? place(items).index : 0
    parent = JSONLeafReader(paths[.record] ?? [])
    item = JSONLeafReader(paths[.item] ?? [])
    part = JSONLeafReader(paths[.part] ?? [])
    self.items = items.split(separator: ".").map(String.init)
    self.parts = parts.split(separator: ".").map(String.init)
  }

  /// The records of the object at that place; `blank` says where it stands.
  mutating func records(
    _ bytes: borrowing Span<UInt8>, _ place: Range<Int>, _ blank: Record
  ) -> [Record] {
    let (start, end) = (place.lowerBound, place.upperBound)
    let isEmpty = JSONScan.space(bytes, from: start, to: end) == end
    guard parent.read(bytes, from: start, to: end) || isEmpty else {
      return [
        JSONCells.broken(
          torn(blank, bytes, end: end), .malformed, "expected one JSON object, found it broken")
      ]
    }
    guard !isEmpty, !items.isEmpty else { return [record(blank)] }
    var found: [Record] = []
    let list = JSONScan.array(items[...], in: bytes, from: start, to: end)
    var at = list
    while let element = JSONCells.element(bytes, after: at, to: end) {
      if item.read(bytes, from: element.lowerBound, to: element.upperBound) {
        found += lines(bytes, element, blank)
      } else {
        found.append(
          JSONCells.broken(
            withoutItem(blank), .malformed, "expected an object in the array, found another value"))
      }
      guard found.count < JSONCells.mostItems else {
        found.append(
          JSONCells.broken(
            withoutItem(blank), .tooLong,
            "expected at most \(JSONCells.mostItems) elements in one record, found more; the "
              + "others are left out"))
        break
      }
      at = element.upperBound
    }
    return found.isEmpty ? [withoutItems(blank, isList: list >= 0)] : found
  }

  /// The records of an item: one for each of its parts, where it has any.
  private mutating func lines(
    _ bytes: borrowing Span<UInt8>, _ place: Range<Int>, _ blank: Record
  ) -> [Record] {
    part.forget()
    guard !parts.isEmpty else { return [record(blank)] }
    var found: [Record] = []
    let start = JSONScan.space(bytes, from: place.lowerBound, to: place.upperBound)
    var at = JSONScan.array(parts[...], in: bytes, from: start, to: place.upperBound)
    while found.count < JSONCells.mostItems,
      let element = JSONCells.element(bytes, after: at, to: place.upperBound),
      part.read(bytes, from: element.lowerBound, to: element.upperBound)
    {
      found.append(record(blank))
      at = element.upperBound
    }
    return found.isEmpty ? [record(blank)] : found
  }

  /// The value after that place in an array; nil at its end, or where there is none.
  private static func element(
    _ bytes: borrowing Span<UInt8>, after place: Int, to end: Int
  ) -> Range<Int>? {
    guard place >= 0 else { return nil }
    var start = JSONScan.space(bytes, from: place, to: end)
    if start < end, bytes[start] == UInt8(ascii: ",") { start += 1 }
    let next = JSONScan.endOfValue(bytes, from: start, to: end)
    return next < 0 ? nil : start..<next
  }

  /// The record of an object that lists nothing.
  private mutating func withoutItems(_ blank: Record, isList: Bool) -> Record {
    let own = withoutItem(blank)
    guard isList || !parent.isContainer(itemsIndex) && parent.place(itemsIndex) == nil else {
      return JSONCells.broken(
        own, .malformed,
        "expected an array in \(items.joined(separator: ".")), found another value")
    }
    var blank = blank
    blank.hasNoItems = true
    return record(blank)
  }

  /// The parent's cells, for an item that cannot be read.
  private mutating func withoutItem(_ blank: Record) -> Record {
    item.forget()
    part.forget()
    return record(blank)
  }

  /// The cells that an object has before the place where it is broken. A number at its very end may
  /// have lost digits.
  private func torn(_ blank: Record, _ bytes: borrowing Span<UInt8>, end: Int) -> Record {
    var record = blank
    let mayBeCut = end > 0 && bytes[end - 1] &- 48 < 10
    for places in sources {
      let text = places.lazy.filter { $0.level == .record }
        .compactMap { parent.placeBeforeBreak($0.index, trustsBare: !mayBeCut) }
        .first { !$0.isEmpty }
      if let text { record.append(parent.scratch.span, from: text.lowerBound, to: text.upperBound) }
      record.endCell()
    }
    return record
  }

  /// Elements that are taken of one record's array.
  private static let mostItems = 10_000

  private static func broken(
    _ blank: Record, _ problem: Rejection.Reason, _ complaint: String
  ) -> Record {
    var record = blank
    record.problem = problem
    record.complaint = complaint + "; export it again"
    return record
  }

  private mutating func record(_ blank: Record) -> Record {
    if !unnamed.isEmpty { noteKeys(blank) }
    var record = blank
    for place in cancelled where isCancelled(place) {
      // An item that was taken off the order is none of its lines.
      if place.level != .record { return record }
      record.isCancelled = true
    }
    for (places, isNumber) in zip(sources, areNumbers) {
      for place in places {
        let reader = reader(place.level)
        guard let text = reader.place(place.index), !text.isEmpty else { continue }
        let texts = reader.scratch
        if isNumber, let digits = ScientificNumber.plain(texts[text]) {
          record.markExactNumber()
          record.append(digits.span, from: 0, to: digits.count)
        } else {
          if isNumber, reader.isBare(place.index) { record.markExactNumber() }
          record.append(texts.span, from: text.lowerBound, to: text.upperBound)
        }
        break
      }
      record.endCell()
    }
    return record
  }

  private func reader(_ level: Level) -> JSONLeafReader {
    switch level {
    case .record: parent
    case .item: item
    case .part: part
    }
  }

  /// Strikes the keys off that the object has, whatever their values.
  private mutating func noteKeys(_ record: Record) {
    unnamed = unnamed.filter { cell in
      !sources[cell].contains { place in
        record.hasNoItems && place.level != .record
          ? parent.has(itemsIndex) : reader(place.level).has(place.index)
      }
    }
  }

  /// Whether a value says so: `true`, a word for cancelling, or the number of what it became part of.
  private func isCancelled(_ place: Place) -> Bool {
    let reader = reader(place.level)
    guard let text = reader.place(place.index), !text.isEmpty else { return false }
    let word = String(decoding: reader.scratch[text], as: UTF8.self).lowercased()
    if let number = Int64(word) { return number > 0 }
    return word == "true" || ["cancel", "отмен"].contains(where: word.hasPrefix)
  }
}
