/// Where a visitor's address stands in a log line.
enum LogAddress {
  /// The place of the remote address, or of the first X-Forwarded-For entry when that is wanted
  /// and there.
  static func place(
    _ fields: borrowing LineFields, _ bytes: borrowing Span<UInt8>, usesForwardedFor: Bool
  ) -> Range<Int>? {
    let remote =
      fields.place(.address, in: bytes)
      ?? fields.place(.addressAndPort, in: bytes).map { withoutPort(bytes, $0) }
    guard usesForwardedFor, let list = fields.place(.forwardedFor, in: bytes) else {
      return remote
    }
    let comma = ByteScan.first(
      UInt8(ascii: ","), in: bytes, from: list.lowerBound, to: list.upperBound)
    let first = list.lowerBound..<(comma < 0 ? list.upperBound : comma)
    return first.isEmpty ? remote : first
  }

  /// The address in `203.0.113.7:51234` and `[2001:db8::7]:51234`.
  private static func withoutPort(
    _ bytes: borrowing Span<UInt8>, _ place: Range<Int>
  ) -> Range<Int> {
    var end = place.upperBound
    while end > place.lowerBound, bytes[end - 1] != UInt8(ascii: ":") { end -= 1 }
    guard end > place.lowerBound + 1 else { return place }
    end -= 1
    let isBracketed =
      bytes[place.lowerBound] == UInt8(ascii: "[") && bytes[end - 1] == UInt8(ascii: "]")
    return isBracketed ? place.lowerBound + 1..<end - 1 : place.lowerBound..<end
  }
}

/// Whole numbers in log lines.
enum LogNumber {
  /// The number, or nil for anything but 1 to 18 digits.
  static func read(_ bytes: borrowing Span<UInt8>, _ place: Range<Int>) -> Int64? {
    guard place.count > 8 else {
      return ByteScan.digits(bytes, from: place.lowerBound, to: place.upperBound)
    }
    guard place.count <= 18 else { return nil }
    var value: Int64 = 0
    for index in place {
      let digit = bytes[index] &- 48
      guard digit < 10 else { return nil }
      value = value * 10 + Int64(digit)
    }
    return value
  }
}
