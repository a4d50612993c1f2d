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
    let whole = (end - index) / 16
    absorb(bytes, from: index, pairs: whole)
    index += whole * 16
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

  /// Takes in that many times sixteen bytes.
  private mutating func absorb(_ bytes: borrowing Span<UInt8>, from start: Int, pairs: Int) {
    precondition(start >= 0 && start + pairs * 16 <= bytes.count)
    var lanes = (low: low, high: high)
    unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      // Safety: `next` moves from start by 16 * pairs bytes at most, checked above.
      var next = unsafe base + start
      for _ in 0..<pairs {
        let first = unsafe next.loadUnaligned(as: UInt64.self)
        let second = unsafe next.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
        ContentHasher.absorb(UInt64(littleEndian: first), UInt64(littleEndian: second), &lanes)
        unsafe next += 16
      }
    }
    (low, high) = lanes
  }

  private mutating func absorb(_ first: UInt64, _ second: UInt64) {
    var lanes = (low: low, high: high)
    ContentHasher.absorb(first, second, &lanes)
    (low, high) = lanes
  }

  private static func absorb(
    _ first: UInt64, _ second: UInt64, _ lanes: inout (low: UInt64, high: UInt64)
  ) {
    let a = (lanes.low ^ first) &* 0x9fb2_1c65_1e98_df25
    let b = (lanes.high ^ second) &* 0xc2b2_ae3d_27d4_eb4f
    lanes.low = (a << 31 | a >> 33) &+ b
    lanes.high = (b << 29 | b >> 35) ^ lanes.low
  }

  private static func hexadecimal(_ word: UInt64) -> String {
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
