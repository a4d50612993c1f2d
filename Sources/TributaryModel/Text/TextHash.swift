/// A hash of a text that is the same in every process.
package enum TextHash {
  /// Source: G. Fowler, L. C. Noll, K.-P. Vo, FNV-1a with 64 bits.
  package static func of(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }
}
