import TributaryModel

/// How well one kind of key ties one kind of member to others.
public struct KeyMatch: Sendable, Hashable {
  /// `order`, `call`, `letter` or `invoice`.
  public let member: String
  /// Nil: by any key.
  public let key: IdentityKey.Kind?
  /// Members of that kind.
  public let members: Int
  /// Those that carry such a key.
  public let withKey: Int
  /// Those whose key another member shares.
  public let joined: Int
  /// Keys of that kind on such members that join nobody.
  public let sharedKeys: Int

  /// joined / members, nil without members. Units: 0...1.
  public var rate: Double? { members == 0 ? nil : Double(joined) / Double(members) }

  package init(
    member: String, key: IdentityKey.Kind?, members: Int, withKey: Int, joined: Int,
    sharedKeys: Int
  ) {
    self.member = member
    self.key = key
    self.members = members
    self.withKey = withKey
    self.joined = joined
    self.sharedKeys = sharedKeys
  }
}

/// Who could be tied to something else that the same person did, in one window.
public struct IdentityReport: Sendable, Hashable {
  public let window: DayRange
  /// By member in the order order, call, letter, invoice; by any key first.
  public let matches: [KeyMatch]
  public let sessions: Int
  /// Sessions of people who are known by an order, a call, a letter or an invoice.
  public let knownSessions: Int
  /// Of all days, by reason and kind.
  public let unjoined: [UnjoinedKeys]

  package init(
    window: DayRange, matches: [KeyMatch], sessions: Int, knownSessions: Int,
    unjoined: [UnjoinedKeys] = []
  ) {
    self.window = window
    self.matches = matches
    self.sessions = sessions
    self.knownSessions = knownSessions
    self.unjoined = unjoined
  }

  /// Matches of one kind of member by any key; nil when there is no such member.
  public func overall(_ member: String) -> KeyMatch? {
    matches.first { $0.member == member && $0.key == nil }
  }
}

extension KeyMatch {
  /// How well members are tied to persons, of 28 days to the as-of day.
  public static let results = ResultTable<KeyMatch>(
    "identity_match", grain: "kind of member and kind of key",
    [
      .text("member", isKey: true, "order, call, letter or invoice") { $0.member },
      .text("key", isKey: true, "order, invoice, visitor, card, phone or email; '' is by any") {
        $0.key?.rawValue ?? ""
      },
      .share("joined_share", "joined over members") { $0.rate },
      .count("joined", "members whose key another shares") { $0.joined },
      .count("with_key", "members that carry such a key") { $0.withKey },
      .count("members", "all of that kind") { $0.members },
      .count("shared_keys", "keys of that kind that join nobody") { $0.sharedKeys },
    ])
}
