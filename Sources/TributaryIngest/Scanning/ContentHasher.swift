/// A running 128-bit hash of bytes that come in pieces of any length.
///
/// Two 64-bit lanes take eight bytes each, multiply, rotate and feed each other. It tells files
/// apart; it is no protection against somebody who builds two files with one hash.
struct ContentHasher: Sendable {
  private var low: UInt64 = 0x243f_6a88_85a3_08d3
  private var high: UInt64 = 0x1319_8a2e_0370_7344
  private var waiting: [UInt8] = []
  /// Bytes taken in so far.
  private(set) var count: Int64 = 0

  /// Takes in the bytes of `start..<end`.
  mutating func update(_ bytes: borrowing Span<UInt8>, from start: Int, to end: Int) {
    guard start < end else { return }
    count += Int64(end - start)
    var index = start
    if !waiting.isEmpty {
      let taken = min(16 - waiting.count, end - start)
      ByteScan.append(bytes, from: start, to: start + taken, to: &waiting)
      index += taken
      guard waiting.count == 16 else { return }
      absorb(ByteScan.word(waiting.span, at: 0), ByteScan.word(waiting.span, at: 8))
      waiting.removeAll(keepingCapacity: true)
    }
    while index + 16 <= end {
      absorb(ByteScan.word(bytes, at: index), ByteScan.word(bytes, at: index + 8))
      index += 16
    }
    ByteScan.append(bytes, from: index, to: end, to: &waiting)
  }

  /// 32 hexadecimal digits for the bytes so far.
  var digest: String {
    var copy = self
    let split = min(8, waiting.count)
    copy.absorb(
      ByteScan.tail(waiting.span, from: 0, to: split),
      ByteScan.tail(waiting.span, from: split, to: waiting.count))
    copy.absorb(UInt64(bitPattern: count), 0x9e37_79b9_7f4a_7c15)
    copy.absorb(0, 0)
    copy.absorb(0, 0)
    return ContentHasher.hexadecimal(copy.low) + ContentHasher.hexadecimal(copy.high)
  }

  private mutating func absorb(_ first: UInt64, _ second: UInt64) {
    let a = (low ^ first) &* 0x9fb2_1c65_1e98_df25
    let b = (high ^ second) &* 0xc2b2_ae3d_27d4_eb4f
    low = (a << 31 | a >> 33) &+ b
    high = (b << 29 | b >> 35) ^ low
  }

  private static func hexadecimal(_ word: UInt64) -> String {
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
