import TributaryModel

/// Keyed hashes of visitors; remembers recent ones, because visitors come in runs.
struct VisitorTable {
  private let key: ContactKey
  private let escapes: LogEscapes
  private var entries = [Entry](repeating: Entry(), count: 1 << 14)
  private var scratch: [UInt8] = []

  private struct Entry {
    var low: UInt64 = 0
    var high: UInt64 = 0
    /// Code and generation of the agent, length of the address.
    var rest: UInt64 = .max
    var visitor: Int64 = 0
  }

  init(_ key: ContactKey, _ escapes: LogEscapes) {
    self.key = key
    self.escapes = escapes
  }

  /// The hash of address, a space and agent; a log's escapes do not matter.
  mutating func visitor(
    _ bytes: borrowing Span<UInt8>, address: Range<Int>, agent: Range<Int>?,
    agentCode: Int32, generation: Int
  ) -> Int64 {
    guard address.count <= 16 else { return hash(bytes, address, agent) }
    let middle = min(address.upperBound, address.lowerBound + 8)
    let low = ByteScan.tail(bytes, from: address.lowerBound, to: middle)
    let high = ByteScan.tail(bytes, from: middle, to: address.upperBound)
    let rest =
      UInt64(UInt32(bitPattern: agentCode)) << 32 | UInt64(truncatingIfNeeded: generation) << 8
      | UInt64(truncatingIfNeeded: address.count)
    let mixed = (low ^ high &* 0x9e37_79b9_7f4a_7c15 ^ rest) &* 0xd6e8_feb8_6659_fd93
    let slot = Int(truncatingIfNeeded: mixed >> 50)
    let entry = entries[slot]
    if entry.rest == rest, entry.low == low, entry.high == high { return entry.visitor }
    let visitor = hash(bytes, address, agent)
    entries[slot] = Entry(low: low, high: high, rest: rest, visitor: visitor)
    return visitor
  }

  private mutating func hash(
    _ bytes: borrowing Span<UInt8>, _ address: Range<Int>, _ agent: Range<Int>?
  ) -> Int64 {
    scratch.removeAll(keepingCapacity: true)
    ByteScan.append(bytes, from: address.lowerBound, to: address.upperBound, to: &scratch)
    scratch.append(32)
    if let agent {
      if ByteScan.first(0x5c, in: bytes, from: agent.lowerBound, to: agent.upperBound) < 0 {
        ByteScan.append(bytes, from: agent.lowerBound, to: agent.upperBound, to: &scratch)
      } else {
        scratch += LogText.unescaped(bytes, agent, escapes)
      }
    }
    return key.visitor(scratch.span)
  }
}
