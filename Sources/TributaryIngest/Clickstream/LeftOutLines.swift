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

  func holds(referrer place: Range<Int>?, _ bytes: borrowing Span<UInt8>) -> Bool {
    guard !sites.isEmpty, let place else { return false }
    var text: [UInt8] = []
    for index in place { text.append(bytes[index]) }
    return holds(referrer: text[...])
  }

  private func holds(referrer: ArraySlice<UInt8>) -> Bool {
    var text = referrer
    if let scheme = text.firstRange(of: Array("://".utf8)) { text = text[scheme.upperBound...] }
    let host = text.prefix { !"/?#:".utf8.contains($0) }
    var name = DomainName.normalized(String(decoding: host, as: UTF8.self))[...]
    while !name.isEmpty {
      if sites.contains(String(name)) { return true }
      guard let dot = name.firstIndex(of: ".") else { return false }
      name = name[name.index(after: dot)...]
    }
    return false
  }
}
