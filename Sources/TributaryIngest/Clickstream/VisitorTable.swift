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
    var known = Visitor(id: 0)
  }

  struct Visitor {
    let id: Int64
    /// The same for all spellings of one address; 0 where none is told.
    var address: UInt64 = 0
    /// Whether address and agent tell the visitor, and no id.
    var isAddress = false
  }

  init(_ key: ContactKey, _ escapes: LogEscapes) {
    self.key = key
    self.escapes = escapes
  }

  /// The hash of address, a space and agent; a log's escapes and an address's spelling do not
  /// matter. Nil for an address that is none.
  mutating func visitor(
    _ bytes: borrowing Span<UInt8>, address: Range<Int>, agent: Range<Int>?,
    agentCode: Int32, generation: Int
  ) -> Visitor? {
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
    if entry.rest == rest, entry.low == low, entry.high == high { return entry.known }
    guard let visitor = hash(bytes, address, agent) else { return nil }
    entries[slot] = Entry(low: low, high: high, rest: rest, known: visitor)
    return visitor
  }

  private mutating func hash(
    _ bytes: borrowing Span<UInt8>, _ address: Range<Int>, _ agent: Range<Int>?
  ) -> Visitor? {
    let reading = LogAddress.read(bytes, address)
    if case .other = reading { return nil }
    scratch.removeAll(keepingCapacity: true)
    LogAddress.append(reading, bytes, to: &scratch)
    let name =
      scratch.isEmpty
      ? 0 : ByteScan.quickHash(scratch.span, from: 0, to: scratch.count, seed: 1) | 1
    scratch.append(32)
    if let agent {
      if ByteScan.first(0x5c, in: bytes, from: agent.lowerBound, to: agent.upperBound) < 0 {
        ByteScan.append(bytes, from: agent.lowerBound, to: agent.upperBound, to: &scratch)
      } else {
        scratch += LogText.unescaped(bytes, agent, escapes)
      }
    }
    return Visitor(id: key.visitor(scratch.span), address: name, isAddress: true)
  }
}
