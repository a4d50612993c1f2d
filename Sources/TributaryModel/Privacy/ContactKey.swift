/// The shop's secret: turns phones, e-mails and visitors into keyed hashes.
///
/// Shape: 32 random bytes. Phones and e-mails are normalised, then hashed with HMAC-SHA-256 and
/// cut to 128 bits in hexadecimal; visitors with SipHash, its key derived from this one.
public struct ContactKey: Sendable {
  private let contacts: SHA256.Authenticator
  private let visitors: SipHash

  /// Errors: nil unless there are exactly 32 bytes.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    contacts = SHA256.Authenticator(key: bytes)
    let purpose = Array("visitor".utf8)
    let derived = contacts.state(of: purpose.span).bytes
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

  /// A number or name that tells rows apart, without contacts: where it holds one, a hash of the
  /// whole stands behind the masked text, so that two customers do not become one.
  public func maskedID(_ text: String) -> String {
    let masked = ContactMask.masked(text)
    return masked == text ? text : masked + "~" + keyed("id:" + text).prefix(16)
  }

  /// The hash of what tells one event of a collector from others; never 0, always even.
  public func event(_ identity: borrowing Span<UInt8>) -> Int64 {
    let hash = Int64(bitPattern: visitors.hash(identity)) & ~1
    return hash == 0 ? 2 : hash
  }

  /// Tells this key from others and says nothing of it: the warehouse keeps it.
  public var checkValue: String { keyed("check:warehouse") }

  private func keyed(_ text: String) -> String {
    var bytes = Array(text.utf8)
    return keyed(&bytes)
  }

  /// The hash of a message, whose memory is used to write it.
  private func keyed(_ message: inout [UInt8]) -> String {
    let hash = contacts.state(of: message.span)
    message.removeAll(keepingCapacity: true)
    ContactKey.write(hash.a, to: &message)
    ContactKey.write(hash.b, to: &message)
    ContactKey.write(hash.c, to: &message)
    ContactKey.write(hash.d, to: &message)
    return String(decoding: message, as: UTF8.self)
  }

  /// Adds eight hexadecimal digits.
  private static func write(_ word: UInt32, to text: inout [UInt8]) {
    var shift: UInt32 = 32
    while shift > 0 {
      shift -= 4
      let digit = UInt8(truncatingIfNeeded: word >> shift & 15)
      text.append(digit < 10 ? 48 + digit : 87 + digit)
    }
  }

  private static let phonePurpose = Array("phone:7".utf8)
  private static let emailPurpose = Array("email:".utf8)
}

extension ContactKey {
  /// The same as `phone(_: String)` for a text of ASCII bytes only.
  public func phone(ascii bytes: borrowing Span<UInt8>) -> String? {
    var message: [UInt8] = []
    message.reserveCapacity(64)
    message.append(contentsOf: ContactKey.phonePurpose)
    let start = message.count
    var hasPlus = false
    for index in 0..<bytes.count {
      let byte = bytes[index]
      if byte &- 48 < 10 { message.append(byte) }
      if byte == UInt8(ascii: "+") { hasPlus = true }
    }
    switch message.count - start {
    case ..<7, 16...: return nil
    case 10 where !hasPlus: break
    case 11 where message[start] == UInt8(ascii: "8") && !hasPlus: message.remove(at: start)
    default: message.remove(at: start - 1)
    }
    return keyed(&message)
  }

  /// The same as `email(_: String)` for a text of ASCII bytes only.
  public func email(ascii bytes: borrowing Span<UInt8>) -> String? {
    var message: [UInt8] = []
    message.reserveCapacity(64)
    message.append(contentsOf: ContactKey.emailPurpose)
    let start = message.count
    var signs = 0
    for index in 0..<bytes.count {
      let byte = bytes[index]
      switch byte {
      case 9...13, 32: continue
      case 65...90: message.append(byte | 0x20)
      default: message.append(byte)
      }
      if byte == UInt8(ascii: "@") { signs += 1 }
    }
    guard signs == 1, message.count > start, message[start] != UInt8(ascii: "@"),
      message.last != UInt8(ascii: "@")
    else { return nil }
    return keyed(&message)
  }
}

/// Phone numbers as people write them, brought to one form.
public enum PhoneNumber {
  /// Digits with the country code: `8 (495) 123-45-67` becomes `74951234567`.
  ///
  /// A Russian number of 11 digits that starts with 8 gets a 7, one of 10 digits gets a 7 before
  /// it; other numbers keep their digits. Nil below 7 digits: an internal extension is no phone.
  public static func normalized(_ text: String) -> String? {
    let digits = text.filter { $0.isASCII && $0.isNumber }
    switch digits.count {
    case ..<7, 16...: return nil
    case 10 where !text.contains("+"): return "7" + digits
    case 11 where digits.hasPrefix("8") && !text.contains("+"): return "7" + digits.dropFirst()
    default: return digits
    }
  }
}
