/// The visitor's cookie in a log line.
enum LogCookie {
  /// The place of its value: a field of its own, or a part of a Cookie header.
  static func place(
    _ fields: borrowing LineFields, _ bytes: borrowing Span<UInt8>, name: [UInt8]
  ) -> Range<Int>? {
    if let own = fields.place(.cookie, in: bytes) { return own }
    guard !name.isEmpty, let header = fields.place(.cookieHeader, in: bytes) else { return nil }
    return find(name, in: bytes, header)
  }

  /// The value in `a=1; name=2`; nil where it is empty or missing.
  static func find(
    _ name: [UInt8], in bytes: borrowing Span<UInt8>, _ header: Range<Int>
  ) -> Range<Int>? {
    var at = header.lowerBound
    while at < header.upperBound {
      while at < header.upperBound, bytes[at] == 32 || bytes[at] == UInt8(ascii: "+") { at += 1 }
      let semicolon = ByteScan.first(
        UInt8(ascii: ";"), in: bytes, from: at, to: header.upperBound)
      let end = semicolon < 0 ? header.upperBound : semicolon
      let value = at + name.count + 1
      if value < end, bytes[value - 1] == UInt8(ascii: "="),
        ByteScan.equal(name.span, from: 0, to: name.count, bytes, at: at)
      {
        return value..<end
      }
      at = end + 1
    }
    return nil
  }
}
