/// Gives each distinct stretch of bytes a small number, by content.
///
/// Shape: the bytes lie end to end in `arena`; an open-addressing table of twice the capacity
/// finds the number by hash and tag (below 256): equal bytes under two tags get two numbers.
struct StringInterner {
  /// Strings and bytes that one generation may hold.
  static let maximumStrings = 65_536
  static let maximumBytes = 16 << 20

  private var arena: [UInt8] = []
  private var places: [Int] = [0]
  /// Upper half of the hash, tag (8 bits) and number (24 bits); `empty` where nothing is.
  private var slots = [UInt64](
    repeating: StringInterner.empty, count: StringInterner.maximumStrings * 2)
  private static let empty = UInt64.max

  var count: Int { places.count - 1 }
  var isFull: Bool {
    count >= StringInterner.maximumStrings - 8 || arena.count >= StringInterner.maximumBytes
  }

  /// The number of these bytes and whether they are new, in which case they were added.
  mutating func number(
    _ bytes: borrowing Span<UInt8>, _ place: Range<Int>, tag: UInt64
  ) -> (number: Int32, isNew: Bool) {
    let hash = ByteScan.quickHash(
      bytes, from: place.lowerBound, to: place.upperBound, seed: tag)
    let name = (hash & 0xffff_ffff_0000_0000) >> 24 | tag & 0xff
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != StringInterner.empty {
      let number = Int(truncatingIfNeeded: slots[slot] & 0xff_ffff)
      if slots[slot] >> 24 == name, isSame(number, bytes, place) { return (Int32(number), false) }
      slot = (slot + 1) & mask
    }
    let number = Int32(count)
    slots[slot] = name << 24 | UInt64(number)
    ByteScan.append(bytes, from: place.lowerBound, to: place.upperBound, to: &arena)
    places.append(arena.count)
    return (number, true)
  }

  /// Forgets everything.
  mutating func clear() {
    arena.removeAll(keepingCapacity: true)
    places = [0]
    for index in slots.indices { slots[index] = StringInterner.empty }
  }

  private func isSame(
    _ number: Int, _ bytes: borrowing Span<UInt8>, _ place: Range<Int>
  ) -> Bool {
    places[number + 1] - places[number] == place.count
      && ByteScan.equal(
        bytes, from: place.lowerBound, to: place.upperBound, arena.span, at: places[number])
  }
}
