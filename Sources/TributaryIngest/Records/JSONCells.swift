import TributaryModel

/// Cuts JSON objects into cells: one for each wanted column that has a path.
struct JSONCells {
  /// For each wanted column its cell; nil for those without a path.
  let positions: [Int?]
  /// For each cell, where its text may be: the first that has one is taken.
  private let sources: [[Place]]
  /// For each cell, whether it holds a number, which may be written with an exponent.
  private let areNumbers: [Bool]
  private var parent: JSONLeafReader
  private var item: JSONLeafReader
  /// The array of the record whose elements are the records; empty when the record itself is.
  private let items: [String]
  /// Where a record, or an item, says that it does not count.
  private let cancelled: [Place]

  private struct Place {
    let isInItem: Bool
    let index: Int
  }

  init(_ columns: [Column], _ options: TableOptions, cancelled: [String] = []) {
    let wanted = WantedKeys(columns, options)
    var paths: (parent: [String], item: [String]) = ([], [])
    var items = ""
    positions = wanted.positions
    areNumbers = zip(columns, wanted.positions).filter { $1 != nil }.map { column, _ in
      [.integer, .money, .real].contains(column.type)
    }
    func place(_ path: String) -> Place {
      guard let mark = path.firstRange(of: "[].") else {
        paths.parent.append(path)
        return Place(isInItem: false, index: paths.parent.count - 1)
      }
      items = String(path[..<mark.lowerBound])
      paths.item.append(String(path[mark.upperBound...]))
      return Place(isInItem: true, index: paths.item.count - 1)
    }
    sources = wanted.keys.map { keys in keys.map(place) }
    let readsItems = !items.isEmpty
    self.cancelled = cancelled.filter { readsItems || !$0.contains("[].") }.map(place)
    parent = JSONLeafReader(paths.parent)
    item = JSONLeafReader(paths.item)
    self.items = items.split(separator: ".").map(String.init)
  }

  /// The records of the object at that place; `blank` says where it stands.
  mutating func records(
    _ bytes: borrowing Span<UInt8>, _ place: Range<Int>, _ blank: Record
  ) -> [Record] {
    let (start, end) = (place.lowerBound, place.upperBound)
    let isEmpty = JSONScan.space(bytes, from: start, to: end) == end
    guard parent.read(bytes, from: start, to: end) || isEmpty else {
      return [JSONCells.broken(blank, .malformed, "expected one JSON object, found it broken")]
    }
    guard !isEmpty, !items.isEmpty else { return [record(blank)] }
    var found: [Record] = []
    var at = JSONScan.array(items[...], in: bytes, from: start, to: end)
    while at >= 0 {
      at = JSONScan.space(bytes, from: at, to: end)
      if at < end, bytes[at] == UInt8(ascii: ",") { at += 1 }
      let next = JSONScan.endOfValue(bytes, from: at, to: end)
      guard next >= 0 else { break }
      if item.read(bytes, from: at, to: next) {
        found.append(record(blank))
      } else {
        found.append(
          JSONCells.broken(
            blank, .malformed, "expected an object in the array, found another value"))
      }
      guard found.count < JSONCells.mostItems else {
        found.append(
          JSONCells.broken(
            blank, .tooLong,
            "expected at most \(JSONCells.mostItems) elements in one record, found more; the "
              + "others are left out"))
        break
      }
      at = next
    }
    return found
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

  private func record(_ blank: Record) -> Record {
    var record = blank
    for place in cancelled where isCancelled(place) {
      // An item that was taken off the order is none of its lines.
      if place.isInItem { return record }
      record.isCancelled = true
    }
    for (places, isNumber) in zip(sources, areNumbers) {
      for place in places {
        let reader = place.isInItem ? item : parent
        guard let text = reader.place(place.index), !text.isEmpty else { continue }
        let texts = reader.scratch
        if isNumber, let digits = ScientificNumber.plain(texts[text]) {
          record.append(digits.span, from: 0, to: digits.count)
        } else {
          record.append(texts.span, from: text.lowerBound, to: text.upperBound)
        }
        break
      }
      record.endCell()
    }
    return record
  }

  /// Whether a value says so: `true`, a word for cancelling, or the number of what it became part of.
  private func isCancelled(_ place: Place) -> Bool {
    let reader = place.isInItem ? item : parent
    guard let text = reader.place(place.index), !text.isEmpty else { return false }
    let word = String(decoding: reader.scratch[text], as: UTF8.self).lowercased()
    if let number = Int64(word) { return number > 0 }
    return word == "true" || ["cancel", "отмен"].contains(where: word.hasPrefix)
  }
}
