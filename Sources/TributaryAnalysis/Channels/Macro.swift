/// Placeholders that an advertising platform should have replaced: `{campaign_id}`,
/// `{{ad_group_id}}`, `%7Bkeyword%7D`.
enum Macro {
  /// Whether the text holds one, also where it was escaped once more than it was unescaped.
  static func isPresent(in text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "{")) || bytes.contains(UInt8(ascii: "%")) else {
      return false
    }
    let plain = Array(
      text.lowercased().replacing("%7b", with: "{").replacing("%7d", with: "}").utf8)
    guard let open = plain.firstIndex(of: UInt8(ascii: "{")) else { return false }
    guard let close = plain[open...].firstIndex(of: UInt8(ascii: "}")) else { return false }
    let name = plain[open..<close].drop { $0 == UInt8(ascii: "{") }
    return !name.isEmpty
      && name.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || [UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "-")]
            .contains(byte)
      }
  }
}
