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

  /// The click ids to look for, by the first byte of their names.
  struct Kinds {
    private let isFirst: [Bool]
    private let byFirst: [[(name: [UInt8], kind: ClickID.Kind)]]

    init(_ kinds: [ClickID.Kind]) {
      var lists = [[(name: [UInt8], kind: ClickID.Kind)]](repeating: [], count: 256)
      for kind in kinds {
        let name = Array(kind.rawValue.utf8)
        lists[Int(name[0])].append((name, kind))
      }
      byFirst = lists
      isFirst = lists.map { !$0.isEmpty }
    }

    fileprivate func kind(of name: Range<Int>, in bytes: [UInt8]) -> ClickID.Kind? {
      guard !name.isEmpty, isFirst[Int(bytes[name.lowerBound])] else { return nil }
      for candidate in byFirst[Int(bytes[name.lowerBound])]
      where candidate.name.elementsEqual(bytes[name]) { return candidate.kind }
      return nil
    }
  }

  /// Reads the query at that place.
  ///
  /// Nil for queries with no click id, with several, or written in an unusual way: those are read
  /// whole, by `SourceClassifier`.
  init?(_ bytes: [UInt8], _ query: Range<Int>, kinds: Kinds) {
    guard query.count <= 2048 else { return nil }
    let span = bytes.span
    let end = query.upperBound
    var found: (kind: ClickID.Kind, value: Range<Int>)?
    var index = query.lowerBound
    var parameters = 0
    while index < end {
      parameters += 1
      let start = index
      while index < end, ClickQuery.isNameByte(span[index]) { index += 1 }
      let hasValue = index < end && span[index] == UInt8(ascii: "=")
      let isName = hasValue || index == end || span[index] == UInt8(ascii: "&")
      guard isName, parameters <= 50 else { return nil }
      if let kind = kinds.kind(of: start..<index, in: bytes) {
        guard found == nil, hasValue else { return nil }
        let value = index + 1
        index = value
        while index < end, ClickQuery.isValueByte(span[index]) { index += 1 }
        guard index == end || span[index] == UInt8(ascii: "&") else { return nil }
        found = (kind, value..<index)
      } else {
        while index < end, span[index] != UInt8(ascii: "&") { index += 1 }
      }
      index += 1
    }
    guard let found, (1...200).contains(found.value.count),
      !ClickQuery.mayBePlaceholder(bytes, found.value)
    else { return nil }
    kind = found.kind
    value = found.value
  }

  /// Whether a value could be `__CLICKID__`, `null` and the like, by its first byte and length.
  private static func mayBePlaceholder(_ bytes: [UInt8], _ value: Range<Int>) -> Bool {
    switch bytes[value.lowerBound] | 0x20 {
    case UInt8(ascii: "_") | 0x20, UInt8(ascii: "-"): true
    case UInt8(ascii: "n"), UInt8(ascii: "u"): value.count <= 9
    default: false
    }
  }

  /// Writes the rest of the query, eight bytes a word, and how many bytes it has.
  ///
  /// Two queries are alike but for the values of their click ids where the words are the same: the
  /// one parameter that is a click id keeps its name.
  func rest(of bytes: [UInt8], _ query: Range<Int>, into words: inout [UInt64]) {
    words.removeAll(keepingCapacity: true)
    var word: UInt64 = 0
    var count = 0
    let span = bytes.span
    for part in [query.lowerBound..<value.lowerBound, value.upperBound..<query.upperBound] {
      for index in part {
        word = word &<< 8 | UInt64(span[index])
        count &+= 1
        if count & 7 == 0 { words.append(word) }
      }
    }
    words.append(word)
    words.append(UInt64(count))
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
