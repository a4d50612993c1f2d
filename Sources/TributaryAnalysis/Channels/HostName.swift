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
    var rest = referrer.prefix(2048)[...]
    if let scheme = rest.range(of: "://") {
      rest = rest[scheme.upperBound...]
    } else if rest.hasPrefix("//") {
      rest = rest.dropFirst(2)
    } else if rest.contains(":") || rest.hasPrefix("/") {
      return nil
    }
    rest = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    if let user = rest.lastIndex(of: "@") { rest = rest[rest.index(after: user)...] }
    let name = normalized(String(rest))
    let isName =
      name.holds(".") && !name.unicodeScalars.contains { $0.properties.isWhitespace }
    return isName ? name : nil
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
