/// The shop's secret: turns phones, e-mails and visitors into keyed hashes.
///
/// Shape: 32 random bytes. Phones and e-mails are normalised, then hashed with HMAC-SHA-256 and
/// cut to 128 bits in hexadecimal; visitors with SipHash, its key derived from this one.
public struct ContactKey: Sendable {
  private let bytes: [UInt8]
  private let visitors: SipHash

  /// Errors: nil unless there are exactly 32 bytes.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
    let derived = SHA256.authenticate(Array("visitor".utf8), key: bytes)
    func word(_ start: Int) -> UInt64 {
      derived[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) }
    }
    visitors = SipHash(key0: word(0), key1: word(8))
  }

  /// The hash of a phone number, or nil when it is none (an internal extension, a word).
  public func phone(_ text: String) -> String? {
    PhoneNumber.normalized(text).map { keyed("phone:" + $0) }
  }

  /// The hash of an e-mail address, or nil when it has no single `@` between two parts.
  public func email(_ text: String) -> String? {
    let address = text.filter { !$0.isWhitespace }.lowercased()
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    return keyed("email:" + address)
  }

  /// The hash of a visitor's first-party id.
  public func visitor(id: String) -> Int64 {
    Int64(bitPattern: visitors.hash(id))
  }

  /// The hash of a visitor known only by the bytes of address and user agent.
  public func visitor(_ addressAndAgent: borrowing Span<UInt8>) -> Int64 {
    Int64(bitPattern: visitors.hash(addressAndAgent))
  }

  private func keyed(_ text: String) -> String {
    SHA256.authenticate(Array(text.utf8), key: bytes).prefix(16)
      .map { byte in
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
      }.joined()
  }
}
