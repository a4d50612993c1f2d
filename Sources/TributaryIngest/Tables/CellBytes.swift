import Foundation

/// Looks at the bytes of a cell as `CellReader` looks at its text.
enum CellBytes {
  /// The cell without spaces around it and without the quote that guards a spreadsheet's formula.
  static func trimmed(_ bytes: borrowing Span<UInt8>, _ place: Range<Int>) -> Range<Int> {
    var (start, end) = (place.lowerBound, place.upperBound)
    while start < end, bytes[start] == 32 { start += 1 }
    while start < end, bytes[end - 1] == 32 { end -= 1 }
    guard start < end, !isSolid(bytes, start..<end) else { return start..<end }
    return trimmedText(bytes, start..<end)
  }

  /// Whether the cell begins and ends with something that is no space, or two bytes of a letter
  /// among U+0400 to U+07FF, where Unicode has no space.
  private static func isSolid(_ bytes: borrowing Span<UInt8>, _ place: Range<Int>) -> Bool {
    let first = bytes[place.lowerBound]
    let last = bytes[place.upperBound - 1]
    guard
      (first > 0x20 && first < 0x7f && first != 0x27 && first != 0x3d)
        || (first >= 0xd0 && first <= 0xdf)
    else { return false }
    if last < 0x80 { return last > 0x20 && last < 0x7f }
    let lead = place.count > 1 ? bytes[place.upperBound - 2] : 0
    return lead >= 0xd0 && lead <= 0xdf
  }

  private static func trimmedText(
    _ bytes: borrowing Span<UInt8>, _ place: Range<Int>
  ) -> Range<Int> {
    let text = ByteScan.text(bytes, from: place.lowerBound, to: place.upperBound)
    let kept = Array(CellReader.trimmed(text).utf8)
    guard !kept.isEmpty else { return place.lowerBound..<place.lowerBound }
    let last = place.upperBound - kept.count
    let start = (place.lowerBound...last).first { start in
      ByteScan.equal(bytes, from: start, to: start + kept.count, kept.span, at: 0)
    }
    guard let start else { return place }
    return start..<start + kept.count
  }

  /// Whether a trimmed cell means "unknown"; see `CellReader.nullWords`.
  static func isNull(_ bytes: borrowing Span<UInt8>, _ place: Range<Int>) -> Bool {
    guard place.count <= 9 else { return false }
    guard let first = place.first.map({ bytes[$0] }) else { return true }
    for word in nullWords where word.count == place.count && word[0] == first {
      if ByteScan.equal(bytes, from: place.lowerBound, to: place.upperBound, word.span, at: 0) {
        return true
      }
    }
    return false
  }

  private static let nullWords = CellReader.nullWords.filter { !$0.isEmpty }.sorted()
    .map { Array($0.utf8) }

  /// Whether a trimmed cell may begin with a word that marks totals; most cells show at once that
  /// they do not.
  static func mayBeTotals(_ bytes: borrowing Span<UInt8>, _ place: Range<Int>) -> Bool {
    guard place.count >= 5 else { return false }
    let (first, second) = (bytes[place.lowerBound], bytes[place.lowerBound + 1])
    switch first | 0x20 {
    case UInt8(ascii: "t"): return second | 0x20 == UInt8(ascii: "o")
    case UInt8(ascii: "g"): return second | 0x20 == UInt8(ascii: "e")
    case UInt8(ascii: "s"): return second | 0x20 == UInt8(ascii: "u")
    // И, и, В, в after the byte 0xd0.
    case 0xf0: return [0x98, 0xb8, 0x92, 0xb2].contains(second)
    default: return false
    }
  }
}
