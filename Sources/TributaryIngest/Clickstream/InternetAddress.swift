/// An IP address, the same for all its spellings.
///
/// Source: RFC 4291, 2.2 (spellings) and 2.5.5.2 (IPv4 within IPv6); RFC 5952 (the one spelling).
struct InternetAddress: Hashable {
  /// The 128 bits; those of version 4 stand behind `::ffff:`.
  let high: UInt64
  let low: UInt64

  private static let mapped: UInt64 = 0xffff_0000_0000

  var isVersion4: Bool { high == 0 && low >> 32 == 0xffff }

  /// Nil for anything but an address alone: no port, no brackets, no zone.
  init?(_ bytes: borrowing Span<UInt8>, from start: Int, to end: Int) {
    if let number = InternetAddress.version4(bytes, from: start, to: end) {
      (high, low) = (0, InternetAddress.mapped | number)
    } else if let (high, low) = InternetAddress.version6(bytes, from: start, to: end) {
      (self.high, self.low) = (high, low)
    } else {
      return nil
    }
  }

  /// Whether it is somebody's on the internet; addresses of documentation count as such.
  ///
  /// Source: RFC 1918, 1122, 3927, 6598 (version 4); RFC 4193, 4291 (version 6).
  var isPublic: Bool {
    guard isVersion4 else {
      if high == 0, low <= 1 { return false }
      let isUniqueLocal = high >> 57 == 0xfc >> 1
      let isLocal = high >> 54 == 0xfe80 >> 6 || high >> 54 == 0xfec0 >> 6
      return !isUniqueLocal && !isLocal && high >> 56 != 0xff
    }
    let number = low & 0xffff_ffff
    switch number >> 24 {
    case 0, 10, 127, 224...255: return false
    case 100: return number >> 22 != (100 << 24 | 64 << 16) >> 22
    case 169: return number >> 16 != 169 << 8 | 254
    case 172: return number >> 20 != (172 << 24 | 16 << 16) >> 20
    case 192: return number >> 16 != 192 << 8 | 168
    default: return true
    }
  }

  /// Appends its one spelling: `203.0.113.7`, `2001:db8::7`.
  func append(to text: inout [UInt8]) {
    if isVersion4 {
      for shift in [24, 16, 8, 0] {
        if shift < 24 { text.append(UInt8(ascii: ".")) }
        InternetAddress.append(UInt8(truncatingIfNeeded: low >> UInt64(shift)), to: &text)
      }
      return
    }
    let groups = (0..<8).map { index -> UInt64 in
      let half = index < 4 ? high : low
      return half >> UInt64(48 - index % 4 * 16) & 0xffff
    }
    let gap = InternetAddress.longestGap(groups)
    for index in 0..<8 {
      if gap.contains(index) {
        if index == gap.lowerBound { text += index == 0 ? [58, 58] : [58] }
        continue
      }
      text += Array(String(groups[index], radix: 16).utf8)
      if index < 7 { text.append(58) }
    }
  }

  private static func append(_ part: UInt8, to text: inout [UInt8]) {
    if part >= 100 { text.append(48 + part / 100) }
    if part >= 10 { text.append(48 + part / 10 % 10) }
    text.append(48 + part % 10)
  }

  /// The first of the longest runs of two zeros or more.
  private static func longestGap(_ groups: [UInt64]) -> Range<Int> {
    var best = 0..<0
    var start = 0
    for index in 0...8 where index == 8 || groups[index] != 0 {
      if index - start > max(best.count, 1) { best = start..<index }
      start = index + 1
    }
    return best
  }

  /// `203.0.113.7`, also with zeros in front of a part.
  private static func version4(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> UInt64? {
    guard end - start >= 7, end - start <= 15 else { return nil }
    var (number, part): (UInt64, UInt64) = (0, 0)
    var (digits, parts) = (0, 1)
    for index in start..<end {
      let byte = bytes[index]
      if byte == UInt8(ascii: ".") {
        guard digits > 0, parts < 4 else { return nil }
        (number, part, digits, parts) = (number << 8 | part, 0, 0, parts + 1)
      } else {
        guard byte &- 48 < 10, digits < 3 else { return nil }
        part = part * 10 + UInt64(byte - 48)
        digits += 1
        guard part < 256 else { return nil }
      }
    }
    return parts == 4 && digits > 0 ? number << 8 | part : nil
  }

  /// `2001:db8::7`, `::ffff:203.0.113.7`
  private static func version6(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> (UInt64, UInt64)? {
    guard end - start >= 2, end - start <= 45 else { return nil }
    var groups: [UInt64] = []
    var gap: Int?
    var at = start
    while at < end {
      if bytes[at] == 58 {
        if at + 1 < end, bytes[at + 1] == 58 {
          guard gap == nil else { return nil }
          gap = groups.count
          at += 2
          continue
        }
        guard at > start, bytes[at - 1] != 58, at + 1 < end else { return nil }
        at += 1
      }
      var next = at
      while next < end, bytes[next] != 58 { next += 1 }
      if next == end, let number = version4(bytes, from: at, to: end) {
        groups += [number >> 16, number & 0xffff]
      } else {
        let value = next - at <= 4 ? JSONScan.hexadecimal(bytes, at, next - at, end) : -1
        guard next > at, value >= 0 else { return nil }
        groups.append(UInt64(value))
      }
      guard groups.count <= 8 else { return nil }
      at = next
    }
    if let gap {
      guard groups.count < 8 else { return nil }
      groups.insert(contentsOf: Array(repeating: 0, count: 8 - groups.count), at: gap)
    }
    guard groups.count == 8 else { return nil }
    func half(_ first: Int) -> UInt64 {
      groups[first..<first + 4].reduce(0) { $0 << 16 | $1 }
    }
    return (half(0), half(4))
  }
}
