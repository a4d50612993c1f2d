import TributaryModel

/// Keys of one kind that join nobody for one reason.
public struct UnjoinedKeys: Sendable, Hashable {
  public let reason: Reason
  public let kind: IdentityKey.Kind
  public let keys: Int
  /// Orders, calls, letters, invoices and visitors that carry one of them.
  public let members: Int
  /// One of those members that is no visitor, as `order:123`; empty when there is none.
  public let example: String

  package init(
    reason: Reason, kind: IdentityKey.Kind, keys: Int, members: Int, example: String = ""
  ) {
    self.reason = reason
    self.kind = kind
    self.keys = keys
    self.members = members
    self.example = example
  }

  /// Why a key joins nobody, by its name in the warehouse.
  public enum Reason: String, Sendable, CaseIterable, Hashable {
    /// A value that stands for not known.
    case placeholder
    /// The shop's own phone or address.
    case own
    /// Listed in the pipeline file.
    case listed
    /// More records of one kind carry it within 30 days than may.
    case crowd
    /// Its records carry more different contacts of another kind than may.
    case strangers
  }
}

extension UnjoinedKeys {
  /// The keys that join nobody, whatever the days of their members.
  public static let results = ResultTable<UnjoinedKeys>(
    "unjoined_key", grain: "reason and kind of key",
    [
      .text("reason", isKey: true, "placeholder, own, listed, crowd or strangers") {
        $0.reason.rawValue
      },
      .text("key", isKey: true, "order, invoice, visitor, card, phone or email") {
        $0.kind.rawValue
      },
      .count("keys", "different keys") { $0.keys },
      .count("members", "orders, calls, letters, invoices and visitors that carry one") {
        $0.members
      },
      .text("example", "one of the members that is no visitor; '' without one") { $0.example },
    ])
}
