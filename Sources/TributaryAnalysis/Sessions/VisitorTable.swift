/// The newest session of each visitor, by number.
///
/// A hash table with open addressing: visitors are keyed hashes already, so that one multiplication
/// spreads them.
struct VisitorTable {
  private struct Slot {
    var visitor: Int64 = 0
    var session: Int32 = -1
  }

  private var slots: [Slot]
  private var used = 0
  private var shift: UInt64

  init() {
    shift = 64 - 12
    slots = [Slot](repeating: Slot(), count: 1 << 12)
  }

  /// Where a visitor's session stands, or will; holds until the next `place(of:)`.
  mutating func place(of visitor: Int64) -> Int {
    if used * 2 >= slots.count { grow() }
    return find(visitor)
  }

  /// The session at a place; -1 for none.
  func session(at place: Int) -> Int32 { slots[place].session }

  mutating func set(_ session: Int32, of visitor: Int64, at place: Int) {
    if slots[place].session < 0 { used += 1 }
    slots[place] = Slot(visitor: visitor, session: session)
  }

  private func find(_ visitor: Int64) -> Int {
    let mask = slots.count - 1
    let spread = UInt64(bitPattern: visitor) &* 0x9e37_79b9_7f4a_7c15
    var place = Int(truncatingIfNeeded: spread >> shift)
    while true {
      let slot = slots[place]
      if slot.session < 0 || slot.visitor == visitor { return place }
      place = (place + 1) & mask
    }
  }

  private mutating func grow() {
    let old = slots
    shift -= 1
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.session >= 0 { slots[find(slot.visitor)] = slot }
  }
}
