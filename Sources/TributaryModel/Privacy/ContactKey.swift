/// The shop's secret: turns phones, e-mails and visitors into keyed hashes.
///
/// Shape: 32 random bytes. Phones and e-mails are normalised, then hashed with HMAC-SHA-256 and
/// cut to 128 bits in hexadecimal; visitors with SipHash, its key derived from this one.
public struct ContactKey: Sendable {
  private let contacts: SHA256.Authenticator
  private let visitors: SipHash
  /// Where phones are that are written without a country's code.
  public var country = PhoneCountry.russia

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
    PhoneNumber.normalized(text, at: country).map(hash(phone:))
  }

  /// The hashes of the first two phone numbers of a text, a blank between them, or nil when it holds
  /// none: `+7 916 111-22-33, 8 903 444-55-66`.
  public func phones(_ text: String) -> String? {
    let hashes = PhoneNumber.all(in: text, at: country).prefix(2).map(hash(phone:))
    return hashes.isEmpty ? nil : hashes.joined(separator: " ")
  }

  /// The hash of the first e-mail address of a text, or nil when it holds none (`no@email`).
  public func email(_ text: String) -> String? {
    EmailAddress.normalized(text).map { address in
      let hash = keyed("email:" + address)
      return EmailAddress.namesNobody(address) ? ContactKey.marked(hash) : hash
    }
  }

  private func hash(phone number: String) -> String {
    let hash = keyed("phone:" + number)
    return PhoneNumber.isMadeUp(number) ? ContactKey.marked(hash) : hash
  }

  /// What the hash of a contact begins with that names nobody, whoever writes it.
  public static let nobodyMark = "00000000"

  private static func marked(_ hash: String) -> String {
    nobodyMark + hash.dropFirst(nobodyMark.count)
  }

  /// The hash of a loyalty card's number without case and separators; nil when nothing is left.
  public func card(_ text: String) -> Int64? {
    let number = text.lowercased().filter { $0.isLetter || $0.isNumber }
    return number.isEmpty ? nil : visitor(id: number)
  }

  /// The hash of a visitor's first-party id.
  ///
  /// Google's cookie `GA1.2.123.456` and the id that its scripts give, `123.456`, are one.
  public func visitor(id: String) -> Int64 {
    Int64(bitPattern: visitors.hash(ContactKey.bareID(id)))
  }

  private static func bareID(_ id: String) -> String {
    guard id.hasPrefix("GA1.") else { return id }
    let parts = id.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4, parts.dropFirst().allSatisfy({ Int64($0) != nil }) else { return id }
    return parts[2] + "." + parts[3]
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
    guard country.isRussian else { return phone(ContactKey.text(bytes)) }
    var message: [UInt8] = []
    message.reserveCapacity(64)
    message.append(contentsOf: ContactKey.phonePurpose)
    let start = message.count
    var hasPlus = false
    var hasGapBehindFour = false
    for index in 0..<bytes.count {
      let byte = bytes[index]
      if message.count == start + 4, byte &- 48 > 9 { hasGapBehindFour = true }
      switch byte {
      case 48...57: message.append(byte)
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ")"): continue
      case UInt8(ascii: "+") where index == 0: hasPlus = true
      case UInt8(ascii: "(") where index + 1 < bytes.count && bytes[index + 1] != 48: continue
      default: return phone(ContactKey.text(bytes))
      }
    }
    let end = message.count
    var (step, steps) = (0, 0)
    for index in start + 1..<max(start + 1, end) {
      let next = Int(message[index]) - Int(message[index - 1])
      (step, steps) = (next, next == step ? steps + 1 : 1)
      if steps >= 5, (-1...1).contains(step) { return phone(ContactKey.text(bytes)) }
    }
    switch message.count - start {
    case ..<7: return nil
    // A date, or a word of hidden callers.
    case 7...9: return phone(ContactKey.text(bytes))
    case 11 where message[start] == UInt8(ascii: "8") && hasPlus:
      return phone(ContactKey.text(bytes))
    case 10 where ContactKey.isListed(message, start), 11 where ContactKey.isListed(message, start):
      return phone(ContactKey.text(bytes))
    // A day with an hour.
    case 10 where hasGapBehindFour: return phone(ContactKey.text(bytes))
    case 10... where message[start] == 48: return phone(ContactKey.text(bytes))
    case 12...: return phone(ContactKey.text(bytes))
    case 10 where !hasPlus: break
    case 11 where message[start] == UInt8(ascii: "8") && !hasPlus: message.remove(at: start)
    default: message.remove(at: start - 1)
    }
    return keyed(&message)
  }

  /// The same as `phones(_: String)` for a text of ASCII bytes only.
  public func phones(ascii bytes: borrowing Span<UInt8>) -> String? {
    var digits = 0
    for index in 0..<bytes.count where bytes[index] &- 48 < 10 { digits += 1 }
    // One number has no more.
    return digits > 11 ? phones(ContactKey.text(bytes)) : phone(ascii: bytes)
  }

  /// The same as `email(_: String)` for a text of ASCII bytes only.
  public func email(ascii bytes: borrowing Span<UInt8>) -> String? {
    var message: [UInt8] = []
    message.reserveCapacity(64)
    message.append(contentsOf: ContactKey.emailPurpose)
    var signs = 0
    var lastPoint = 0
    for index in 0..<bytes.count {
      let byte = bytes[index]
      switch byte {
      case 65...90: message.append(byte | 0x20)
      case 48...57, 97...122, UInt8(ascii: "-"), UInt8(ascii: "_"): message.append(byte)
      case UInt8(ascii: ".") where signs == 1:
        lastPoint = index
        message.append(byte)
      case UInt8(ascii: ".") where index > 0, UInt8(ascii: "+") where index > 0:
        message.append(byte)
      case UInt8(ascii: "@") where index > 0 && signs == 0:
        signs = 1
        message.append(byte)
      default: return email(ContactKey.text(bytes))
      }
    }
    guard signs == 1, lastPoint > 0, lastPoint + 1 < bytes.count,
      bytes[lastPoint - 1] != UInt8(ascii: "@"), bytes[lastPoint - 1] != UInt8(ascii: ".")
    else { return email(ContactKey.text(bytes)) }
    let address = String(decoding: message[ContactKey.emailPurpose.count...], as: UTF8.self)
    // Marks behind a domain are none of it.
    guard let last = message.last, last > 47, last != UInt8(ascii: "_") else {
      return email(ContactKey.text(bytes))
    }
    let hash = keyed(&message)
    return EmailAddress.namesNobody(address) ? ContactKey.marked(hash) : hash
  }

  /// Whether digits may be those of a listed number that nobody has.
  private static func isListed(_ message: [UInt8], _ start: Int) -> Bool {
    message[start...].suffix(10).starts(with: "737874".utf8)
  }

  /// The text of bytes that are read otherwise than one by one.
  private static func text(_ bytes: borrowing Span<UInt8>) -> String {
    var copy: [UInt8] = []
    copy.reserveCapacity(bytes.count)
    for index in 0..<bytes.count { copy.append(bytes[index]) }
    return String(decoding: copy, as: UTF8.self)
  }
}
