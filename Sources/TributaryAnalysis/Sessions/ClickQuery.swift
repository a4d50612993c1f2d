/// A query taken apart into its one click id and the rest.
///
/// ```
///  utm_source=yandex&yclid=11872&utm_term=wig
///  utm_source=yandex&yclid=&utm_term=wig        11872
///  rest                                         value
/// ```
/// A click id hardly ever comes twice, the rest mostly does: what it says is worked out once.
struct ClickQuery {
  let kind: ClickID.Kind
  let value: String
  /// The query without the value.
  let rest: String

  /// Nil for queries with no click id, with several, or written in an unusual way: those are read
  /// whole, by `SourceClassifier`.
  init?(_ query: String, kinds: [(name: [UInt8], kind: ClickID.Kind)]) {
    let bytes = Array(query.utf8)
    guard bytes.count <= 2048 else { return nil }
    var found: (kind: ClickID.Kind, value: Range<Int>)?
    var start = 0
    var parameters = 0
    while start < bytes.count {
      parameters += 1
      guard let nameEnd = ClickQuery.endOfName(bytes, start), parameters <= 50 else { return nil }
      let end = bytes[nameEnd...].firstIndex(of: UInt8(ascii: "&")) ?? bytes.count
      if let known = kinds.first(where: { $0.name.elementsEqual(bytes[start..<nameEnd]) }) {
        guard found == nil, nameEnd < end else { return nil }
        found = (known.kind, nameEnd + 1..<end)
      }
      start = end + 1
    }
    guard let found, !found.value.isEmpty, found.value.count <= 200,
      bytes[found.value].allSatisfy({ ClickQuery.isPlain($0) || $0 == UInt8(ascii: "-") })
    else { return nil }
    kind = found.kind
    value = String(decoding: bytes[found.value], as: UTF8.self)
    rest = String(
      decoding: bytes[..<found.value.lowerBound] + bytes[found.value.upperBound...], as: UTF8.self)
  }

  /// Where the parameter's name ends; nil for a name that decoding would change.
  private static func endOfName(_ bytes: [UInt8], _ start: Int) -> Int? {
    var index = start
    while index < bytes.count, isPlain(bytes[index]), !(65...90).contains(bytes[index]) {
      index += 1
    }
    let isEnd =
      index == bytes.count || bytes[index] == UInt8(ascii: "=") || bytes[index] == UInt8(ascii: "&")
    return isEnd ? index : nil
  }

  /// A letter, a digit or an underscore.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 95, 97...122: true
    default: false
    }
  }
}
