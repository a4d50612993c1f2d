/// Gives each distinct stretch of bytes a small number, by content.
///
/// Shape: the bytes lie end to end in `arena`; an open-addressing table of twice the capacity
/// finds the number by hash, in which the tag takes part: equal bytes under two tags get two
/// numbers unless their 64-bit hashes collide.
struct StringInterner {
  /// Strings and bytes that one generation may hold.
  static let maximumStrings = 65_536
  static let maximumBytes = 16 << 20

  private var arena: [UInt8] = []
  private var places: [Int] = [0]
  private var hashes: [UInt64] = []
  private var slots = [Int32](repeating: -1, count: StringInterner.maximumStrings * 2)

  var count: Int { hashes.count }
  var isFull: Bool {
    count >= StringInterner.maximumStrings - 8 || arena.count >= StringInterner.maximumBytes
  }

  /// The number of these bytes and whether they are new, in which case they were added.
  mutating func number(
    _ bytes: borrowing Span<UInt8>, _ place: Range<Int>, tag: UInt64
  ) -> (number: Int32, isNew: Bool) {
    let hash = ByteScan.quickHash(
      bytes, from: place.lowerBound, to: place.upperBound, seed: tag)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, isSame(number, bytes, place) { return (slots[slot], false) }
      slot = (slot + 1) & mask
    }
    let number = Int32(hashes.count)
    slots[slot] = number
    hashes.append(hash)
    ByteScan.append(bytes, from: place.lowerBound, to: place.upperBound, to: &arena)
    places.append(arena.count)
    return (number, true)
  }

  /// Forgets everything.
  mutating func clear() {
    arena.removeAll(keepingCapacity: true)
    places = [0]
    hashes.removeAll(keepingCapacity: true)
    for index in slots.indices { slots[index] = -1 }
  }

  private func isSame(
    _ number: Int, _ bytes: borrowing Span<UInt8>, _ place: Range<Int>
  ) -> Bool {
    places[number + 1] - places[number] == place.count
      && ByteScan.equal(
        bytes, from: place.lowerBound, to: place.upperBound, arena.span, at: places[number])
  }
}
