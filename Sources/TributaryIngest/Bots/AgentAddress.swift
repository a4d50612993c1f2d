/// Finds an e-mail address in a user agent: `spider-feedback@crawl.example`.
///
/// What people's browsers write with the same sign is a version or a setting and no mailbox:
/// `Ecosia android@101.0.4951.41`, `en_IR@calendar=gregorian`.
enum AgentAddress {
  static func isPresent(in bytes: [UInt8]) -> Bool {
    guard var sign = bytes.firstIndex(of: UInt8(ascii: "@")) else { return false }
    while true {
      if sign > 0, isName(bytes[sign - 1]), isDomain(bytes[(sign + 1)...].prefix(while: isName)) {
        return true
      }
      guard let next = bytes[(sign + 1)...].firstIndex(of: UInt8(ascii: "@")) else { return false }
      sign = next
    }
  }

  /// Whether there are two labels or more, and letters in the last.
  private static func isDomain(_ text: ArraySlice<UInt8>) -> Bool {
    let labels = text.split(separator: UInt8(ascii: "."))
    guard labels.count >= 2, let last = labels.last else { return false }
    return last.contains(where: AgentWords.isLetter)
  }

  private static func isName(_ byte: UInt8) -> Bool {
    AgentWords.isLetter(byte) || (48...57).contains(byte) || [45, 46, 95].contains(byte)
  }
}
