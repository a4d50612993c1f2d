/// Gives each campaign one key, so that spend, sessions and calls of it meet.
///
/// A campaign is known by the platform's number (`id:123`), else by its name (`name:spring sale`),
/// else, where somebody pays for it, by source and medium (`tag:yandex/cpc`). A name that spend ties
/// to one number, on that source or at all, stands for that number.
public struct CampaignDirectory: Sendable {
  private var idsOfName: [String: Set<String>] = [:]
  private var idsOfSourceAndName: [SourceAndName: Set<String>] = [:]

  private struct SourceAndName: Hashable {
    let source: String
    let name: String
  }

  /// One that knows no number.
  public init() {}

  /// Learns from a spend row which number a name has; empty texts count as none.
  public mutating func learn(source: String?, campaign: String?, campaignID: String?) {
    guard let name = normalized(campaign), let id = stated(campaignID) else { return }
    idsOfName[name, default: []].insert(id)
    idsOfSourceAndName[
      SourceAndName(source: normalized(source) ?? "", name: name), default: []
    ].insert(id)
  }

  /// Everything that was learned as lines of text, sorted; equal texts give equal keys.
  public var learned: [String] {
    idsOfSourceAndName.map { key, ids in
      ([key.source, key.name] + ids.sorted()).joined(separator: "\t")
    }.sorted()
  }

  /// The key of a campaign; nil for none.
  ///
  /// `isPaid` says that source and medium alone are enough, as for spend without a campaign.
  public func key(
    source: String?, medium: String?, campaign: String?, campaignID: String?, isPaid: Bool
  ) -> String? {
    if let id = stated(campaignID) { return "id:" + id }
    if let name = normalized(campaign) {
      let onSource = idsOfSourceAndName[
        SourceAndName(source: normalized(source) ?? "", name: name)]
      if let onSource, onSource.count == 1, let id = onSource.first { return "id:" + id }
      if let ids = idsOfName[name], ids.count == 1, let id = ids.first { return "id:" + id }
      return "name:" + name
    }
    guard isPaid, let source = normalized(source) else { return nil }
    return "tag:" + source + "/" + (normalized(medium) ?? "")
  }

  /// The key of a session's campaign; nil for none.
  public func key(of session: Session) -> String? {
    let traffic = session.traffic
    return key(
      source: traffic.source, medium: traffic.medium, campaign: traffic.campaign,
      campaignID: traffic.campaignID, isPaid: session.channel.isPaid)
  }

  private func stated(_ text: String?) -> String? {
    text.map { $0.trimmingBlanks() }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// nil for a macro that was not replaced, else lower case, runs of blanks, `_` and `-` as one blank.
  private func normalized(_ text: String?) -> String? {
    guard let text, !Macro.isPresent(in: text) else { return nil }
    let words = text.lowercased().split { $0.isWhitespace || $0 == "_" || $0 == "-" }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}
