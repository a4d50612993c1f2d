/// A time of day: `10:15`, `10:15:30.250`, with AM or PM, with an offset.
struct ClockText {
  let millisecond: Int64
  /// Milliseconds east of UTC; nil when the text names no offset.
  private(set) var offset: Int64?

  init?(_ source: ArraySlice<UInt8>) {
    var text = Array(source)[...]
    func number(_ most: Int) -> Int? {
      let digits = text.prefix { (48...57).contains($0) }
      guard (1...most).contains(digits.count) else { return nil }
      text = text.dropFirst(digits.count)
      return ClockText.integer(digits)
    }
    func skip(_ byte: UInt8) -> Bool {
      guard text.first == byte else { return false }
      text = text.dropFirst()
      return true
    }
    guard var hour = number(2), skip(UInt8(ascii: ":")), let minute = number(2) else { return nil }
    var second = 0
    var fraction = 0
    if skip(UInt8(ascii: ":")) {
      guard let value = number(2) else { return nil }
      second = value
      if skip(UInt8(ascii: ".")) || skip(UInt8(ascii: ",")) {
        let digits = text.prefix { (48...57).contains($0) }
        guard (1...9).contains(digits.count) else { return nil }
        text = text.dropFirst(digits.count)
        fraction = ClockText.integer((Array(digits) + [48, 48])[0..<3])
      }
    }
    while skip(32) {}
    let half = String(decoding: text.prefix(2), as: UTF8.self).uppercased()
    if half == "AM" || half == "PM" {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (half == "PM" ? 12 : 0)
      text = text.dropFirst(2)
      while skip(32) {}
    }
    guard hour < 24, minute < 60, second <= 60 else { return nil }
    millisecond = Int64((hour * 3600 + minute * 60 + second) * 1000 + fraction)
    guard !text.isEmpty else { return }
    let rest = Array(text)
    guard let offset = LogClock.offset(rest.span, 0, rest.count) else { return nil }
    self.offset = offset
  }

  private static func integer(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 * 10 + Int($1 - 48) }
  }
}
