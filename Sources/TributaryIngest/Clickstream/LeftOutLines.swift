import TributaryModel

/// Requests that a shop leaves out of its logs: those of its own addresses, and those whose referrer
/// is a site that only wants to be seen in reports.
struct LeftOutLines {
  private let addresses: [AddressRange]
  private let sites: Set<String>

  init(addresses: [AddressRange], sites: [String]) {
    self.addresses = addresses
    self.sites = Set(sites.map { DomainName.normalized($0) })
  }

  var isEmpty: Bool { addresses.isEmpty && sites.isEmpty }

  func holds(address place: Range<Int>?, _ bytes: borrowing Span<UInt8>) -> Bool {
    guard !addresses.isEmpty, let place,
      case .internet(let address) = LogAddress.read(bytes, place)
    else { return false }
    return addresses.contains { $0.contains(address) }
  }

  func holds(
    referrer place: Range<Int>?, _ bytes: borrowing Span<UInt8>, _ escapes: LogEscapes
  ) -> Bool {
    guard !sites.isEmpty, let place else { return false }
    var name = LogText.host(bytes, Self.host(of: place, bytes), escapes)[...]
    while !name.isEmpty {
      if sites.contains(String(name)) { return true }
      guard let dot = name.firstIndex(of: ".") else { return false }
      name = name[name.index(after: dot)...]
    }
    return false
  }

  /// Where an address names its host: behind `://`, up to the path.
  private static func host(of place: Range<Int>, _ bytes: borrowing Span<UInt8>) -> Range<Int> {
    var first = place.lowerBound
    for index in place.dropLast(2) where bytes[index] == UInt8(ascii: ":") {
      if bytes[index + 1] == UInt8(ascii: "/"), bytes[index + 2] == UInt8(ascii: "/") {
        first = index + 3
        break
      }
    }
    let last = (first..<place.upperBound).first { "/?#".utf8.contains(bytes[$0]) }
    return first..<(last ?? place.upperBound)
  }
}
