/// SipHash-2-4: a short keyed hash that an attacker cannot predict without the key.
///
/// Source: J.-P. Aumasson, D. J. Bernstein, "SipHash: a fast short-input PRF", 2012.
public struct SipHash: Sendable {
  private let key0: UInt64
  private let key1: UInt64

  package init(key0: UInt64, key1: UInt64) {
    self.key0 = key0
    self.key1 = key1
  }

  /// The 64-bit hash of the bytes.
  public func hash(_ bytes: borrowing Span<UInt8>) -> UInt64 {
    var state = State(key0, key1)
    let whole = bytes.count / 8 * 8
    var index = 0
    while index < whole {
      // A span of its own shows the compiler that the eight bytes can be read as one word.
      let eight = bytes.extracting(index..<index + 8)
      var word: UInt64 = 0
      for offset in 0..<8 { word |= UInt64(eight[offset]) << UInt64(8 * offset) }
      state.absorb(word)
      index += 8
    }
    var last = UInt64(truncatingIfNeeded: bytes.count) << 56
    for offset in 0..<(bytes.count - whole) {
      last |= UInt64(bytes[whole + offset]) << UInt64(8 * offset)
    }
    state.absorb(last)
    return state.finish()
  }

  /// The 64-bit hash of a text's UTF-8 bytes.
  public func hash(_ text: String) -> UInt64 {
    let bytes = Array(text.utf8)
    return hash(bytes.span)
  }

  private struct State {
    var v0, v1, v2, v3: UInt64

    init(_ key0: UInt64, _ key1: UInt64) {
      v0 = key0 ^ 0x736f_6d65_7073_6575
      v1 = key1 ^ 0x646f_7261_6e64_6f6d
      v2 = key0 ^ 0x6c79_6765_6e65_7261
      v3 = key1 ^ 0x7465_6462_7974_6573
    }

    mutating func absorb(_ word: UInt64) {
      v3 ^= word
      round()
      round()
      v0 ^= word
    }

    mutating func finish() -> UInt64 {
      v2 ^= 0xff
      for _ in 0..<4 { round() }
      return v0 ^ v1 ^ v2 ^ v3
    }

    mutating func round() {
      v0 &+= v1
      v1 = (v1 << 13 | v1 >> 51) ^ v0
      v0 = v0 << 32 | v0 >> 32
      v2 &+= v3
      v3 = (v3 << 16 | v3 >> 48) ^ v2
      v0 &+= v3
      v3 = (v3 << 21 | v3 >> 43) ^ v0
      v2 &+= v1
      v1 = (v1 << 17 | v1 >> 47) ^ v2
      v2 = v2 << 32 | v2 >> 32
    }
  }
}
