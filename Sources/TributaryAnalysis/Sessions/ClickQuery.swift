/// A query taken apart into its one click id and the rest.
///
/// ```
///  utm_source=yandex&yclid=11872&utm_term=wig
///  utm_source=yandex&yclid=     &utm_term=wig        11872
///  rest                                              value
/// ```
/// A click id hardly ever comes twice, the rest mostly does: what it says is worked out once.
struct ClickQuery {
  let kind: ClickID.Kind
  /// Where the value lies in the bytes.
  let value: Range<Int>
  /// A hash of the rest; it differs from one run of the program to the next.
  let restHash: UInt64

  /// The click ids to look for, by the first byte of their names.
  struct Kinds {
    fileprivate let byFirst: [[(name: [UInt8], kind: ClickID.Kind)]]
    /// Nobody can prepare queries whose hashes meet.
    fileprivate let seed = UInt64(truncatingIfNeeded: Hasher().finalize())

    init(_ kinds: [ClickID.Kind]) {
      var lists = [[(name: [UInt8], kind: ClickID.Kind)]](repeating: [], count: 256)
      for kind in kinds {
        let name = Array(kind.rawValue.utf8)
        lists[Int(name[0])].append((name, kind))
      }
      byFirst = lists
    }
  }

  /// Reads the query at that place.
  ///
  /// Nil for queries with no click id, with several, or written in an unusual way: those are read
  /// whole, by `SourceClassifier`.
  init?(_ bytes: [UInt8], _ query: Range<Int>, kinds: Kinds) {
    guard query.count <= 2048 else { return nil }
    var found: (kind: ClickID.Kind, value: Range<Int>)?
    var hash = kinds.seed
    var start = query.lowerBound
    var parameters = 0
    while start < query.upperBound {
      parameters += 1
      var index = start
      while index < query.upperBound, ClickQuery.isNameByte(bytes[index]) {
        hash = ClickQuery.mix(hash, bytes[index])
        index += 1
      }
      let isEnd =
        index == query.upperBound || bytes[index] == UInt8(ascii: "=")
        || bytes[index] == UInt8(ascii: "&")
      guard isEnd, parameters <= 50 else { return nil }
      let kind = ClickQuery.kind(of: start..<index, in: bytes, kinds)
      let nameEnd = index
      while index < query.upperBound, bytes[index] != UInt8(ascii: "&") {
        if kind == nil || index == nameEnd { hash = ClickQuery.mix(hash, bytes[index]) }
        index += 1
      }
      if let kind {
        guard found == nil, nameEnd < index else { return nil }
        found = (kind, nameEnd + 1..<index)
      }
      if index < query.upperBound { hash = ClickQuery.mix(hash, bytes[index]) }
      start = index + 1
    }
    guard let found, (1...200).contains(found.value.count) else { return nil }
    for index in found.value where !ClickQuery.isValueByte(bytes[index]) { return nil }
    kind = found.kind
    value = found.value
    restHash = hash
  }

  /// Whether two queries are alike but for the values of their click ids.
  static func isSameRest(
    _ left: Range<Int>, _ leftValue: Range<Int>, _ right: Range<Int>, _ rightValue: Range<Int>,
    in bytes: [UInt8]
  ) -> Bool {
    let head = leftValue.lowerBound - left.lowerBound
    let tail = left.upperBound - leftValue.upperBound
    guard head == rightValue.lowerBound - right.lowerBound,
      tail == right.upperBound - rightValue.upperBound
    else { return false }
    for step in 0..<head
    where bytes[left.lowerBound + step] != bytes[right.lowerBound + step] { return false }
    for step in 0..<tail
    where bytes[leftValue.upperBound + step] != bytes[rightValue.upperBound + step] {
      return false
    }
    return true
  }

  private static func kind(
    of name: Range<Int>, in bytes: [UInt8], _ kinds: Kinds
  ) -> ClickID.Kind? {
    guard !name.isEmpty else { return nil }
    let candidates = kinds.byFirst[Int(bytes[name.lowerBound])]
    for candidate in candidates where candidate.name.elementsEqual(bytes[name]) {
      return candidate.kind
    }
    return nil
  }

  private static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    let product = (hash ^ UInt64(byte)) &* 0x9e37_79b9_7f4a_7c15
    return product ^ (product >> 32)
  }

  /// A letter in lower case, a digit or an underscore: what decoding leaves as it is.
  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 95, 97...122: true
    default: false
    }
  }

  private static func isValueByte(_ byte: UInt8) -> Bool {
    isNameByte(byte) || (65...90).contains(byte) || byte == UInt8(ascii: "-")
  }
}
