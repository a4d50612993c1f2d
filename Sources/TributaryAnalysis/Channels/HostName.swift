import Foundation
import TributaryModel

/// Host names as they are compared: lower case, without port, `www.` and the dot at the end,
/// written as people write them.
enum HostName {
  static func normalized(_ host: String) -> String { DomainName.normalized(host) }

  /// The host of a referrer, nil when it names none.
  ///
  /// Apps write theirs as `android-app://org.telegram.messenger/`; a bare host is taken as it is.
  static func ofReferrer(_ referrer: String) -> String? {
    authority(of: referrer).flatMap { named(by: $0) }
  }

  /// What of a referrer may name a host, as it is written: up to its path, without user and
  /// password. Nil for what is no address.
  static func authority(of referrer: String) -> Substring? {
    let bytes = referrer.utf8.prefix(2048)
    var start = bytes.startIndex
    if let scheme = schemeEnd(of: bytes) {
      start = scheme
    } else if bytes.starts(with: "//".utf8) {
      start = bytes.index(start, offsetBy: 2)
    } else if bytes.first == UInt8(ascii: "/") || bytes.contains(UInt8(ascii: ":")) {
      return nil
    }
    let end = endOfAuthority(bytes[start...])
    if let user = bytes[start..<end].lastIndex(of: UInt8(ascii: "@")) {
      start = bytes.index(after: user)
    }
    return referrer[start..<end]
  }

  /// The host that an authority stands for; nil where it is no name of a host.
  static func named(by authority: Substring) -> String? {
    let name = normalized(String(authority))
    let isName =
      name.holds(".") && !name.unicodeScalars.contains { $0.properties.isWhitespace }
    return isName ? name : nil
  }

  /// Behind the first `://`.
  private static func schemeEnd(of bytes: Substring.UTF8View.SubSequence) -> String.Index? {
    var rest = bytes
    while let colon = rest.firstIndex(of: UInt8(ascii: ":")) {
      rest = rest[bytes.index(after: colon)...]
      if rest.starts(with: "//".utf8) { return bytes.index(rest.startIndex, offsetBy: 2) }
    }
    return nil
  }

  /// Where the path starts, or the fragment; in a masked host `#` stands for a digit.
  private static func endOfAuthority(_ bytes: Substring.UTF8View.SubSequence) -> String.Index {
    let path = bytes.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") }
    let authority = bytes[..<(path ?? bytes.endIndex)]
    guard let mark = authority.firstIndex(of: UInt8(ascii: "#")) else { return authority.endIndex }
    return authority[mark...].contains(UInt8(ascii: ".")) ? authority.endIndex : mark
  }

  /// Whether a host is one of the names or lies below one, both normalised.
  static func isWithin(_ host: String, _ names: Set<String>) -> Bool {
    var rest = host[...]
    while true {
      if names.contains(String(rest)) { return true }
      guard let dot = rest.firstIndex(of: ".") else { return false }
      rest = rest[rest.index(after: dot)...]
    }
  }
}
