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
    if start &+ 8 <= end {
      // Most fields of a log are short: the first eight bytes are looked at without a call.
      // Safety: start + 8 <= end <= count.
      let differs = unsafe load(bytes, at: start) ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
      let hits = (differs &- 0x0101_0101_0101_0101) & ~differs & 0x8080_8080_8080_8080
      if hits != 0 { return start + hits.trailingZeroBitCount / 8 }
    }
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      // Safety: start..<end lies within the buffer, checked above; memchr reads no further.
      guard let base = buffer.baseAddress,
        let found = unsafe memchr(base + start, Int32(byte), end - start)
      else { return -1 }
      return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
  }

  /// The position of the first `"` or `\` in `start..<end`, or −1.
  static func quoteOrBackslash(
    in bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> Int {
    guard start < end else { return -1 }
    precondition(start >= 0 && end <= bytes.count)
    let (ones, tops): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    var at = start
    while at &+ 8 <= end {
      // Safety: at + 8 <= end <= count.
      let word = unsafe load(bytes, at: at)
      let (quotes, slashes) = (word ^ (ones &* 0x22), word ^ (ones &* 0x5c))
      let hits = ((quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes) & tops
      if hits != 0 { return at &+ hits.trailingZeroBitCount / 8 }
      at &+= 8
    }
    while at < end {
      if bytes[at] == 0x22 || bytes[at] == 0x5c { return at }
      at += 1
    }
    return -1
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
    precondition(start >= 0 && start <= bytes.count &- 8)
    // Safety: start + 8 <= count, checked above.
    return unsafe load(bytes, at: start)
  }

  // Safety: the caller knows that 0 <= start and start + 8 <= count; any bits are an integer.
  @unsafe private static func load(_ bytes: borrowing Span<UInt8>, at start: Int) -> UInt64 {
    unsafe UInt64(
      littleEndian: bytes.bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: start, as: UInt64.self))
  }

  /// Up to eight bytes of `start..<end` as a little-endian number, zeros above.
  static func tail(_ bytes: borrowing Span<UInt8>, from start: Int, to end: Int) -> UInt64 {
    let count = end - start
    guard count > 0 else { return 0 }
    guard start + 8 > bytes.count else {
      let word = word(bytes, at: start)
      return count >= 8 ? word : word & ~(~0 &<< UInt64(8 * count))
    }
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
    precondition(start >= 0 && start <= end && end <= bytes.count)
    let count = end - start
    var state = seed &* 0x9e37_79b9_7f4a_7c15 ^ UInt64(truncatingIfNeeded: count)
    var other = ~state
    // Safety: every word read lies in start..<end; the last ones overlap those before.
    var at = start
    while at &+ 16 <= end {
      state = unsafe mix(state ^ load(bytes, at: at))
      other = unsafe mix(other ^ load(bytes, at: at &+ 8))
      at &+= 16
    }
    if at < end {
      if count >= 8 {
        state = unsafe mix(state ^ load(bytes, at: max(start, end &- 16)))
        other = unsafe mix(other ^ load(bytes, at: end &- 8))
      } else {
        state = mix(state ^ tail(bytes, from: start, to: end))
      }
    }
    state = mix(state ^ (other << 32 | other >> 32))
    return state ^ state >> 32
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    let (high, low) = value.multipliedFullWidth(by: 0xd6e8_feb8_6659_fd93)
    return high ^ low &+ 0x9e37_79b9_7f4a_7c15
  }

  /// The number that up to eight digits stand for; nil for other bytes and for none.
  static func digits(_ bytes: borrowing Span<UInt8>, from start: Int, to end: Int) -> Int64? {
    guard start < end, end - start <= 8 else { return nil }
    // Zeros in front do not change a number: the text is moved to the end of eight bytes.
    let missing = UInt64(8 * (8 - (end - start)))
    let text = tail(bytes, from: start, to: end) &<< missing
    let digits = text | (0x3030_3030_3030_3030 & ~(~0 &<< missing))
    guard areDigits(digits) else { return nil }
    return number(digits)
  }

  /// Whether all eight bytes are `0` to `9`.
  static func areDigits(_ word: UInt64) -> Bool {
    // The upper half of each byte is 3, and stays so when 6 is added.
    (word & 0xf0f0_f0f0_f0f0_f0f0)
      | (((word &+ 0x0606_0606_0606_0606) & 0xf0f0_f0f0_f0f0_f0f0) >> 4)
      == 0x3333_3333_3333_3333
  }

  /// The number that eight digits stand for: neighbours are joined to pairs, fours, eight.
  static func number(_ digits: UInt64) -> Int64 {
    let ones = digits & 0x0f0f_0f0f_0f0f_0f0f
    let pairs = (ones &* 10 &+ ones >> 8) & 0x00ff_00ff_00ff_00ff
    let fours = (pairs &* 100 &+ pairs >> 16) & 0x0000_ffff_0000_ffff
    return Int64((fours &* 10_000 &+ fours >> 32) & 0xffff_ffff)
  }

  /// Whether `start..<end` holds the same bytes as `other[place...]`.
  static func equal(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int,
    _ other: borrowing Span<UInt8>, at place: Int
  ) -> Bool {
    let count = end - start
    guard count > 0 else { return count == 0 }
    precondition(start >= 0 && end <= bytes.count && place >= 0 && place + count <= other.count)
    if count < 8 {
      return tail(bytes, from: start, to: end) == tail(other, from: place, to: place + count)
    }
    if count <= 16 {
      // Safety: both words lie within both ranges; they overlap in the middle.
      let last = count &- 8
      return unsafe load(bytes, at: start) == load(other, at: place)
        && load(bytes, at: start &+ last) == load(other, at: place &+ last)
    }
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
