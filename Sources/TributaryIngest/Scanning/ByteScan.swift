#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Searches and reads in bytes that a hot loop needs without a check at every byte.
///
/// Every function checks its range once and then touches only what lies in it.
enum ByteScan {
  /// The position of the first such byte in `start..<end`, or −1.
  static func first(
    _ byte: UInt8, in bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> Int {
    guard start < end else { return -1 }
    precondition(start >= 0 && end <= bytes.count)
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      // Safety: start..<end lies within the buffer, checked above; memchr reads no further.
      guard let base = buffer.baseAddress,
        let found = unsafe memchr(base + start, Int32(byte), end - start)
      else { return -1 }
      return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
  }

  /// Whether the bytes from `start` on are those of `literal[part]`.
  static func matches(
    _ literal: borrowing Span<UInt8>, _ part: Range<Int>, in bytes: borrowing Span<UInt8>,
    from start: Int, to end: Int
  ) -> Bool {
    guard end - start >= part.count else { return false }
    var index = 0
    while index < part.count {
      if bytes[start + index] != literal[part.lowerBound + index] { return false }
      index += 1
    }
    return true
  }

  /// Eight bytes from `start` as a little-endian number.
  static func word(_ bytes: borrowing Span<UInt8>, at start: Int) -> UInt64 {
    precondition(start >= 0 && start + 8 <= bytes.count)
    // Safety: start + 8 <= count, checked above; any bit pattern is an integer.
    return unsafe UInt64(
      littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self))
  }

  /// Up to eight bytes of `start..<end` as a little-endian number, zeros above.
  static func tail(_ bytes: borrowing Span<UInt8>, from start: Int, to end: Int) -> UInt64 {
    if end - start >= 8 { return word(bytes, at: start) }
    var value: UInt64 = 0
    var index = end - 1
    while index >= start {
      value = value << 8 | UInt64(bytes[index])
      index -= 1
    }
    return value
  }

  /// A quick hash for tables in memory; never stored.
  static func quickHash(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int, seed: UInt64
  ) -> UInt64 {
    var state = seed &* 0x9e37_79b9_7f4a_7c15 ^ UInt64(truncatingIfNeeded: end - start)
    var index = start
    while index + 8 <= end {
      state = mix(state ^ word(bytes, at: index))
      index += 8
    }
    if index < end { state = mix(state ^ tail(bytes, from: index, to: end)) }
    return state ^ state >> 32
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    let (high, low) = value.multipliedFullWidth(by: 0xd6e8_feb8_6659_fd93)
    return high ^ low &+ 0x9e37_79b9_7f4a_7c15
  }

  /// Whether `start..<end` holds the same bytes as `other[place...]`.
  static func equal(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int,
    _ other: borrowing Span<UInt8>, at place: Int
  ) -> Bool {
    let count = end - start
    guard count > 0 else { return count == 0 }
    precondition(start >= 0 && end <= bytes.count && place >= 0 && place + count <= other.count)
    return unsafe bytes.withUnsafeBufferPointer { left in
      unsafe other.withUnsafeBufferPointer { right in
        guard let left = left.baseAddress, let right = right.baseAddress else {
          return false
        }
        // Safety: both ranges lie within their buffers, checked above.
        return unsafe memcmp(left + start, right + place, count) == 0
      }
    }
  }

  /// The bytes of `start..<end` appended to an array.
  static func append(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int, to array: inout [UInt8]
  ) {
    guard start < end else { return }
    precondition(start >= 0 && end <= bytes.count)
    unsafe bytes.withUnsafeBufferPointer { buffer in
      // Safety: start..<end lies within the buffer, checked above.
      unsafe array.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start..<end]))
    }
  }

  /// The text of `start..<end`, ill-formed UTF-8 repaired with U+FFFD.
  static func text(_ bytes: borrowing Span<UInt8>, from start: Int, to end: Int) -> String {
    guard start < end else { return "" }
    precondition(start >= 0 && end <= bytes.count)
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      // Safety: start..<end lies within the buffer, checked above.
      unsafe String(
        decoding: UnsafeBufferPointer(rebasing: buffer[start..<end]), as: UTF8.self)
    }
  }

  /// Whether every byte of `start..<end` is printable ASCII but for the backslash.
  static func isPlain(_ bytes: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
    var index = start
    while index < end {
      let byte = bytes[index]
      if byte < 0x20 || byte > 0x7e || byte == 0x5c { return false }
      index += 1
    }
    return true
  }
}
