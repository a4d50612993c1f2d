/// Digits in groups with single signs between them, as phones, dates, versions and sizes are written.
///
/// ```
///  + 7  ( 9 1 6 )  1 2 3 - 4 5 - 6 7       groups 7, 916, 123, 45, 67
///  ^ isCalled                              gaps   " (", ") ", "-", "-"
/// ```
struct NumberToken {
  private let bytes: [UInt8]
  /// Where the digits of each group stand; never empty.
  private(set) var groups: [Range<Int>] = []
  /// Whether a plus stands before the first group.
  let isCalled: Bool
  /// Whether a bracket stands before the first group.
  private let opensFirst: Bool

  /// Whether a plus or brackets say that it is a phone, whatever stands before it.
  var isWrittenAsPhone: Bool {
    isCalled || opensFirst || bytes[start..<end].contains(UInt8(ascii: "("))
  }

  var start: Int { groups[0].lowerBound }
  var end: Int { groups[groups.count - 1].upperBound }

  /// The token that begins there with a digit, a plus or a bracket; nil for other text.
  ///
  /// A plus that is no escape and stands behind a letter or a digit is a space of a query.
  init?(_ text: ReadableText, at first: Int) {
    bytes = text.bytes
    var at = first
    let isPlus = bytes[at] == UInt8(ascii: "+")
    isCalled =
      isPlus
      && (text.isEscaped(at) || at == 0
        || !(NumberToken.isLetterOrDigit(bytes[at - 1]) || bytes[at - 1] >= 0x80))
    if isPlus { at += 1 }
    let lead = at
    while at < bytes.count, at - lead < 2, bytes[at] == 0x20 || bytes[at] == UInt8(ascii: "(") {
      at += 1
    }
    opensFirst = bytes[lead..<at].contains(UInt8(ascii: "("))
    guard at < bytes.count, NumberToken.isDigit(bytes[at]) else { return nil }
    while true {
      let begin = at
      while at < bytes.count, NumberToken.isDigit(bytes[at]) { at += 1 }
      groups.append(begin..<at)
      let gap = at
      while at < bytes.count, at - gap < 3, NumberToken.isSeparator(bytes[at]) { at += 1 }
      guard at > gap, at < bytes.count, NumberToken.isDigit(bytes[at]) else { break }
      // `8 916 1234567 +7 916 ...`: another number begins.
      let last = bytes[at - 1] == UInt8(ascii: "+")
      if last, text.isEscaped(at - 1) || at - gap > 1 { break }
    }
  }

  /// Digits of the groups.
  func sizes(_ part: ClosedRange<Int>) -> [Int] { groups[part].map(\.count) }

  func digits(_ part: ClosedRange<Int>) -> [UInt8] { groups[part].flatMap { bytes[$0] } }

  /// The number that a group's digits stand for; a great one for more than nine of them.
  func value(_ group: Int) -> Int {
    groups[group].count > 9
      ? .max : bytes[groups[group]].reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  /// The signs between a group and the next.
  func gap(after group: Int) -> ArraySlice<UInt8> {
    bytes[groups[group].upperBound..<groups[group + 1].lowerBound]
  }

  /// Whether the group stands in brackets.
  func isBracketed(_ group: Int) -> Bool {
    let opens =
      group == 0 ? opensFirst : gap(after: group - 1).contains(UInt8(ascii: "("))
    let closes =
      group + 1 < groups.count
      ? gap(after: group).contains(UInt8(ascii: ")"))
      : end < bytes.count && bytes[end] == UInt8(ascii: ")")
    return opens && closes
  }

  /// Whether nothing that belongs to the group stands right before it.
  func isFree(before group: Int) -> Bool {
    if group > 0 { return NumberToken.isBreak(gap(after: group - 1)) }
    let first = groups[0].lowerBound
    return opensFirst || isCalled || first == 0 || !NumberToken.isLetterOrDigit(bytes[first - 1])
  }

  func isFree(after group: Int) -> Bool {
    if group + 1 < groups.count { return NumberToken.isBreak(gap(after: group)) }
    return end == bytes.count || !NumberToken.isLetterOrDigit(bytes[end])
  }

  /// Whether it goes on from a word, as in `matras-200-90-40`.
  var isOfWord: Bool {
    let first = groups[0].lowerBound
    return first > 1 && "-_/".utf8.contains(bytes[first - 1])
  }

  private static func isBreak(_ gap: ArraySlice<UInt8>) -> Bool {
    gap.contains(0x20) || gap.contains(UInt8(ascii: "+")) || gap.contains(UInt8(ascii: "/"))
  }

  private static func isSeparator(_ byte: UInt8) -> Bool { " -.()+/_".utf8.contains(byte) }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

  /// Of ASCII: a Russian word may stand right behind a number.
  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 97 < 26 || isDigit(byte)
  }
}
