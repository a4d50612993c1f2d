/// A number for each hash: of visitors their newest session, of queries their source.
///
/// A hash table with open addressing. The keys are keyed hashes already, which nobody can choose, so
/// that one multiplication spreads them.
struct HashNumbers {
  private struct Slot {
    var hash: Int64 = 0
    var number: Int32 = -1
  }

  private var slots: [Slot]
  private var used = 0
  private var shift: UInt64

  init() {
    shift = 64 - 12
    slots = [Slot](repeating: Slot(), count: 1 << 12)
  }

  /// Where a hash stands, or will; holds until the next `place(of:)`.
  mutating func place(of hash: Int64) -> Int {
    if used * 2 >= slots.count { grow() }
    return find(hash)
  }

  /// The number at a place; -1 for none.
  func number(at place: Int) -> Int32 { slots[place].number }

  mutating func set(_ number: Int32, of hash: Int64, at place: Int) {
    if slots[place].number < 0 { used += 1 }
    slots[place] = Slot(hash: hash, number: number)
  }

  private func find(_ hash: Int64) -> Int {
    let mask = slots.count - 1
    let spread = UInt64(bitPattern: hash) &* 0x9e37_79b9_7f4a_7c15
    var place = Int(truncatingIfNeeded: spread >> shift)
    while true {
      let slot = slots[place]
      if slot.number < 0 || slot.hash == hash { return place }
      place = (place + 1) & mask
    }
  }

  private mutating func grow() {
    let old = slots
    shift -= 1
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.number >= 0 { slots[find(slot.hash)] = slot }
  }
}
