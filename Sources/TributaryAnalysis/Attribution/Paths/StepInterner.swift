/// Gives each distinct sequence of codes a number, in order of first appearance.
///
/// Shape: the sequences lie end to end in `steps`; an open-addressing table of twice their number
/// at least finds them by hash.
struct StepInterner: Sendable {
  private(set) var steps: [Int32] = []
  private var ends: [Int] = []
  private var hashes: [UInt64] = []
  /// Numbers, -1 where nothing is.
  private var slots = [Int32](repeating: -1, count: 1024)

  var count: Int { ends.count }

  /// Where a sequence lies in `steps`.
  func place(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  /// The number of the sequence `source[place]`.
  mutating func number(of source: [Int32], _ place: Range<Int>) -> Int {
    let hash = StepInterner.hash(source, place)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, isSame(number, source, place) { return number }
      slot = (slot + 1) & mask
    }
    let number = count
    slots[slot] = Int32(number)
    steps.append(contentsOf: source[place])
    ends.append(steps.count)
    hashes.append(hash)
    if count * 2 > slots.count { grow() }
    return number
  }

  private func isSame(_ number: Int, _ source: [Int32], _ place: Range<Int>) -> Bool {
    let own = self.place(number)
    guard own.count == place.count else { return false }
    for offset in 0..<own.count
    where steps[own.lowerBound + offset] != source[place.lowerBound + offset] {
      return false
    }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number)
    }
  }

  private static func hash(_ source: [Int32], _ place: Range<Int>) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: place.count)
    for index in place {
      hash = (hash ^ UInt64(UInt32(bitPattern: source[index]))) &* 0x9e37_79b9_7f4a_7c15
      hash ^= hash >> 32
    }
    return hash
  }
}
