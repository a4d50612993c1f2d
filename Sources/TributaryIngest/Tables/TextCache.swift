import TributaryModel

/// Texts of cells that come again and again, so that each is made once.
///
/// A short text lies in the string itself and is made anew. A longer one has one place, by its
/// hash; whoever comes later takes it over.
struct TextCache {
  private static let places = 1024
  /// Bytes of the longest text kept, and of the longest that a string holds itself.
  private static let longest = 64
  private static let short = 15

  private var texts = [String](repeating: "", count: places)
  private var counts = [Int](repeating: 0, count: places)
  /// The bytes of each text, from `longest` times its place on.
  private var arena = [UInt8](repeating: 0, count: places * longest)

  /// The text of some bytes; nil where it may hold a contact and none is to be kept.
  mutating func text(
    _ bytes: borrowing Span<UInt8>, _ place: Range<Int>, keepsContacts: Bool
  ) -> String? {
    let (start, end) = (place.lowerBound, place.upperBound)
    guard !keepsContacts, place.count > TextCache.short, place.count <= TextCache.longest else {
      guard keepsContacts || !ContactMask.mayHold(bytes, place) else { return nil }
      return ByteScan.text(bytes, from: start, to: end)
    }
    let hash = ByteScan.quickHash(bytes, from: start, to: end, seed: 0)
    let slot = Int(truncatingIfNeeded: hash) & (TextCache.places - 1)
    let home = slot * TextCache.longest
    if counts[slot] == place.count,
      ByteScan.equal(bytes, from: start, to: end, arena.span, at: home)
    {
      return texts[slot]
    }
    guard !ContactMask.mayHold(bytes, place) else { return nil }
    let text = ByteScan.text(bytes, from: start, to: end)
    texts[slot] = text
    counts[slot] = place.count
    for offset in 0..<place.count { arena[home + offset] = bytes[start + offset] }
    return text
  }
}
