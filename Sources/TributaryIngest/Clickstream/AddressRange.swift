import TributaryModel

/// An address, or all that begin alike: `203.0.113.7`, `203.0.113.0/24`, `2001:db8::/32`.
public struct AddressRange: Hashable, Sendable {
  private let first: InternetAddress
  /// Leading bits of 128 that all have in common.
  private let bits: Int

  /// Nil for any other text.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let bytes = Array(parts[0].utf8)
    guard parts.count <= 2, let first = InternetAddress(bytes.span, from: 0, to: bytes.count) else {
      return nil
    }
    let most = first.isVersion4 ? 32 : 128
    guard let length = parts.count == 1 ? most : Int(parts[1]), (0...most).contains(length) else {
      return nil
    }
    self.first = first
    bits = 128 - most + length
  }

  func contains(_ address: InternetAddress) -> Bool {
    let high = bits >= 64 ? UInt64.max : ~(UInt64.max >> UInt64(bits))
    let low = bits <= 64 ? 0 : bits == 128 ? UInt64.max : ~(UInt64.max >> UInt64(bits - 64))
    return (address.high ^ first.high) & high == 0 && (address.low ^ first.low) & low == 0
  }
}
