/// Visitors' addresses in log lines.
enum LogAddress {
  /// What a text says of an address.
  enum Reading {
    case internet(InternetAddress)
    /// The place of a host name that the server looked up.
    case name(Range<Int>)
    /// A word for nothing: `-`, `unknown`, a socket of the machine itself.
    case none
    /// Something else.
    case other
  }

  /// The place of the remote address, or of the visitor's entry of X-Forwarded-For when that is
  /// wanted and there.
  static func place(
    _ fields: borrowing LineFields, _ bytes: borrowing Span<UInt8>, usesForwardedFor: Bool
  ) -> Range<Int>? {
    if usesForwardedFor, let list = fields.place(.forwardedFor, in: bytes),
      let entry = best(of: list, bytes)?.place
    {
      return entry
    }
    return fields.place(.address, in: bytes) ?? fields.place(.addressAndPort, in: bytes)
  }

  /// What stands there: an address with or without its port, or a list of them.
  static func read(_ bytes: borrowing Span<UInt8>, _ place: Range<Int>) -> Reading {
    let reading = entry(bytes, place).reading
    guard case .other = reading,
      ByteScan.first(UInt8(ascii: ","), in: bytes, from: place.lowerBound, to: place.upperBound)
        >= 0
    else { return reading }
    return best(of: place, bytes)?.reading ?? .other
  }

  /// Appends the one spelling that all spellings of an address share.
  static func append(
    _ reading: Reading, _ bytes: borrowing Span<UInt8>, to text: inout [UInt8]
  ) {
    switch reading {
    case .internet(let address): address.append(to: &text)
    case .name(let place):
      for index in place {
        let byte = bytes[index]
        text.append((65...90).contains(byte) ? byte | 0x20 : byte)
      }
    case .none, .other: break
    }
  }

  /// Of a list, which grows at its end with every proxy, the first entry that is on the internet;
  /// else the first that is an address at all, else nil.
  private static func best(
    of list: Range<Int>, _ bytes: borrowing Span<UInt8>
  ) -> (place: Range<Int>, reading: Reading)? {
    var first: (Range<Int>, Reading)?
    var at = list.lowerBound
    while at < list.upperBound {
      let comma = ByteScan.first(UInt8(ascii: ","), in: bytes, from: at, to: list.upperBound)
      let end = comma < 0 ? list.upperBound : comma
      let (place, reading) = entry(bytes, at..<end)
      switch reading {
      case .internet(let address) where address.isPublic: return (place, reading)
      case .internet, .name: first = first ?? (place, reading)
      case .none, .other: break
      }
      at = end + 1
    }
    return first
  }

  /// One address: in blanks, quotes, brackets, before a port, after `for=` (RFC 7239).
  private static func entry(
    _ bytes: borrowing Span<UInt8>, _ whole: Range<Int>
  ) -> (place: Range<Int>, reading: Reading) {
    if whole.count == 1, bytes[whole.lowerBound] == UInt8(ascii: "-") { return (whole, .none) }
    var place = trimmed(bytes, whole)
    guard !place.isEmpty else { return (place, whole.isEmpty ? .none : .other) }
    // A dash with blanks around it is a part of another field.
    if place.count == 1, bytes[place.lowerBound] == UInt8(ascii: "-") { return (place, .other) }
    if let address = InternetAddress(bytes, from: place.lowerBound, to: place.upperBound) {
      return (place, .internet(address))
    }
    if let element = forwardedElement(bytes, place) { place = trimmed(bytes, element) }
    if isNothing(bytes, place) { return (place, .none) }
    place = withoutPort(bytes, place)
    if let address = InternetAddress(bytes, from: place.lowerBound, to: place.upperBound) {
      return (place, .internet(address))
    }
    return (place, isName(bytes, place) ? .name(place) : .other)
  }

  /// Without blanks and quotes around it, escaped ones too.
  private static func trimmed(_ bytes: borrowing Span<UInt8>, _ whole: Range<Int>) -> Range<Int> {
    var (start, end) = (whole.lowerBound, whole.upperBound)
    func isAround(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 34 || byte == 92 }
    while start < end, isAround(bytes[start]) { start += 1 }
    while end > start, isAround(bytes[end - 1]) { end -= 1 }
    // nginx writes a quote as \x22.
    if whole.lowerBound < start, end - start > 3, isEscapedQuote(bytes, start) {
      start += 3
      if end - start > 4, isEscapedQuote(bytes, end - 3), bytes[end - 4] == 92 { end -= 4 }
    }
    return start..<end
  }

  private static func isEscapedQuote(_ bytes: borrowing Span<UInt8>, _ start: Int) -> Bool {
    bytes[start] == UInt8(ascii: "x") && bytes[start + 1] == UInt8(ascii: "2")
      && bytes[start + 2] == UInt8(ascii: "2")
  }

  /// The value of `for=` in `by=…;for="[2001:db8::7]:443";proto=https`.
  private static func forwardedElement(
    _ bytes: borrowing Span<UInt8>, _ place: Range<Int>
  ) -> Range<Int>? {
    var at = place.lowerBound
    while at < place.upperBound {
      let semicolon = ByteScan.first(UInt8(ascii: ";"), in: bytes, from: at, to: place.upperBound)
      let end = semicolon < 0 ? place.upperBound : semicolon
      while at < end, bytes[at] == 32 { at += 1 }
      if end - at > 4, bytes[at] | 0x20 == UInt8(ascii: "f"),
        bytes[at + 1] | 0x20 == UInt8(ascii: "o"), bytes[at + 2] | 0x20 == UInt8(ascii: "r"),
        bytes[at + 3] == UInt8(ascii: "=")
      {
        return at + 4..<end
      }
      at = end + 1
    }
    return nil
  }

  /// Words for no address; without the last three they would be host names.
  private static let nothing = ["unknown", "null", "none", "undefined"].map { Array($0.utf8) }

  private static func isNothing(_ bytes: borrowing Span<UInt8>, _ place: Range<Int>) -> Bool {
    guard !place.isEmpty else { return true }
    // Go's servers write @ for a socket of the machine; RFC 7239 hides names behind _.
    let first = bytes[place.lowerBound]
    if place.count == 1 { return first == UInt8(ascii: "-") || first == UInt8(ascii: "@") }
    if first == UInt8(ascii: "_") { return true }
    if starts(bytes, place, with: Array("unix:".utf8)) { return true }
    return nothing.contains { $0.count == place.count && starts(bytes, place, with: $0) }
  }

  private static func starts(
    _ bytes: borrowing Span<UInt8>, _ place: Range<Int>, with word: [UInt8]
  ) -> Bool {
    guard place.count >= word.count else { return false }
    for index in word.indices where bytes[place.lowerBound + index] | 0x20 != word[index] {
      return false
    }
    return true
  }

  /// The address in `203.0.113.7:51234`, `[2001:db8::7]:51234` and `fe80::7%eth0`.
  private static func withoutPort(
    _ bytes: borrowing Span<UInt8>, _ place: Range<Int>
  ) -> Range<Int> {
    if bytes[place.lowerBound] == UInt8(ascii: "[") {
      let close = ByteScan.first(
        UInt8(ascii: "]"), in: bytes, from: place.lowerBound, to: place.upperBound)
      guard close > 0,
        close + 1 == place.upperBound || isPort(bytes, close + 1..<place.upperBound)
      else { return place }
      return withoutZone(bytes, place.lowerBound + 1..<close)
    }
    var colon = place.upperBound - 1
    while colon > place.lowerBound, bytes[colon] != UInt8(ascii: ":") { colon -= 1 }
    guard colon > place.lowerBound, bytes[colon - 1] != UInt8(ascii: ":"),
      isPort(bytes, colon..<place.upperBound)
    else {
      return withoutZone(bytes, place)
    }
    return place.lowerBound..<colon
  }

  private static func withoutZone(
    _ bytes: borrowing Span<UInt8>, _ place: Range<Int>
  ) -> Range<Int> {
    let sign = ByteScan.first(
      UInt8(ascii: "%"), in: bytes, from: place.lowerBound, to: place.upperBound)
    return sign < 0 ? place : place.lowerBound..<sign
  }

  /// `:443`
  private static func isPort(_ bytes: borrowing Span<UInt8>, _ place: Range<Int>) -> Bool {
    guard (2...6).contains(place.count), bytes[place.lowerBound] == UInt8(ascii: ":") else {
      return false
    }
    for index in place.dropFirst() where bytes[index] &- 48 >= 10 { return false }
    return true
  }

  /// Whether it is a host name: labels of letters, digits, `-` and `_`, the last with a letter.
  ///
  /// Source: RFC 1123, 2.1; the underscore is Windows'.
  static func isName(_ bytes: borrowing Span<UInt8>, _ place: Range<Int>) -> Bool {
    guard (1...253).contains(place.count) else { return false }
    var (label, hasLetter) = (0, false)
    for index in place {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "."):
        guard label > 0 else { return false }
        if index + 1 < place.upperBound { (label, hasLetter) = (0, false) }
        continue
      case 65...90, 97...122: hasLetter = true
      case 48...57, UInt8(ascii: "_"): break
      case UInt8(ascii: "-"): guard label > 0 else { return false }
      default: return false
      }
      label += 1
      guard label <= 63 else { return false }
    }
    return hasLetter
  }
}

extension LineFields {
  /// Whether the user's name, as `identd` tells it, is an address or not even a dash: the line has
  /// a field more before it than the format says.
  func isShifted(in bytes: borrowing Span<UInt8>) -> Bool {
    let user = places[LogSlot.user.rawValue]
    if user.end - user.start > 8, startsWithAddress(bytes, user) { return true }
    return has(.identity) && hasShiftedIdentity(bytes)
  }

  private func hasShiftedIdentity(_ bytes: borrowing Span<UInt8>) -> Bool {
    guard let identity = place(.identity, in: bytes) else { return !isFilled(.identity) }
    if case .internet = LogAddress.read(bytes, identity) { return true }
    return false
  }

  /// Whether a name of several words begins with an address, as behind a host: `shop - 203.0.113.7 -`.
  private func startsWithAddress(_ bytes: borrowing Span<UInt8>, _ place: Place) -> Bool {
    let space = ByteScan.first(32, in: bytes, from: place.start, to: place.end)
    guard space > 0, case .internet = LogAddress.read(bytes, place.start..<space) else {
      return false
    }
    return true
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
