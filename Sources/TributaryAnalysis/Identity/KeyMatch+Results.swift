import TributaryModel

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
      .count("shared_keys", "keys that too many share, so that they join nobody") { $0.sharedKeys },
    ])
}
