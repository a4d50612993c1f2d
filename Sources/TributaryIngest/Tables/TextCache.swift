import TributaryModel

/// Texts of cells that come again and again, so that each is looked at and made once.
///
/// Each has one place, by its hash; whoever comes later takes it over.
struct TextCache {
  private static let places = 1024
  /// Bytes of the longest text kept, and of the longest that two words hold.
  private static let longest = 64
  private static let short = 16

  private var shorts = [Short](repeating: Short(), count: places)
  private var texts = [String](repeating: "", count: places)
  private var counts = [Int](repeating: 0, count: places)
  /// The bytes of each longer text, from `longest` times its place on.
  private var arena = [UInt8](repeating: 0, count: places * longest)

  private struct Short {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var count = 0
    var text = ""
  }

  /// The text of some bytes; nil where it may hold a contact and none is to be kept.
  mutating func text(
    _ bytes: borrowing Span<UInt8>, _ place: Range<Int>, keepsContacts: Bool
  ) -> String? {
    if keepsContacts {
      return ByteScan.text(bytes, from: place.lowerBound, to: place.upperBound)
    }
    return place.count <= TextCache.short ? short(bytes, place) : long(bytes, place)
  }

  private mutating func short(_ bytes: borrowing Span<UInt8>, _ place: Range<Int>) -> String? {
    let middle = min(place.lowerBound + 8, place.upperBound)
    let low = ByteScan.tail(bytes, from: place.lowerBound, to: middle)
    let high = ByteScan.tail(bytes, from: middle, to: place.upperBound)
    let mixed = (low ^ high &* 0x9e37_79b9_7f4a_7c15) &* 0xd6e8_feb8_6659_fd93
    let slot = Int(truncatingIfNeeded: mixed >> 54)
    if shorts[slot].low == low, shorts[slot].high == high, shorts[slot].count == place.count {
      return shorts[slot].text
    }
    guard let text = fresh(bytes, place) else { return nil }
    shorts[slot] = Short(low: low, high: high, count: place.count, text: text)
    return text
  }

  private mutating func long(_ bytes: borrowing Span<UInt8>, _ place: Range<Int>) -> String? {
    guard place.count <= TextCache.longest else { return fresh(bytes, place) }
    let (start, end) = (place.lowerBound, place.upperBound)
    let hash = ByteScan.quickHash(bytes, from: start, to: end, seed: 0)
    let slot = Int(truncatingIfNeeded: hash) & (TextCache.places - 1)
    let home = slot * TextCache.longest
    if counts[slot] == place.count,
      ByteScan.equal(bytes, from: start, to: end, arena.span, at: home)
    {
      return texts[slot]
    }
    guard let text = fresh(bytes, place) else { return nil }
    texts[slot] = text
    counts[slot] = place.count
    for offset in 0..<place.count { arena[home + offset] = bytes[start + offset] }
    return text
  }

  private func fresh(_ bytes: borrowing Span<UInt8>, _ place: Range<Int>) -> String? {
    ContactMask.mayHold(bytes, place)
      ? nil : ByteScan.text(bytes, from: place.lowerBound, to: place.upperBound)
  }
}
