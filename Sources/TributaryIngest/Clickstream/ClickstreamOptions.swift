import TributaryModel

/// What reading a log needs to know besides its format.
public struct ClickstreamOptions: Sendable {
  /// Turns visitors into keyed hashes.
  public var key: ContactKey
  /// The name of the first-party id cookie in the format (`$cookie_NAME`, `%{NAME}C`, a key
  /// `cookie_NAME` of JSON) or in its Cookie header; without it, or where it is empty, a visitor
  /// is address and agent.
  public var visitorCookie: String?
  /// Takes the visitor's address from the first X-Forwarded-For entry, for logs behind a proxy.
  public var usesForwardedFor: Bool
  /// The host of lines that name none.
  public var host: String?
  /// Where times are that name no offset; the formats that have such say so.
  public var zone: Zone
  /// Addresses of the shop's own people: their lines are filtered.
  public var ownAddresses: [AddressRange] = []
  /// Sites, each with its subdomains: lines with such a referrer are filtered.
  public var spamReferrers: [String] = []

  package init(
    key: ContactKey, visitorCookie: String? = nil, usesForwardedFor: Bool = false,
    host: String? = nil, zone: Zone = .utc
  ) {
    self.key = key
    self.visitorCookie = visitorCookie
    self.usesForwardedFor = usesForwardedFor
    self.host = host
    self.zone = zone
  }
}
