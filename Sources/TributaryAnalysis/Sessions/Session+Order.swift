import TributaryModel

extension Session {
  /// Whether one session comes before another: by start, then by content, by visitor last.
  static func precedes(_ left: Session, _ right: Session) -> Bool {
    if left.startedAt != right.startedAt { return left.startedAt < right.startedAt }
    if left.host != right.host { return left.host < right.host }
    if left.landingPath != right.landingPath { return left.landingPath < right.landingPath }
    if left.endedAt != right.endedAt { return left.endedAt < right.endedAt }
    if left.pages != right.pages { return left.pages < right.pages }
    let a = left.contentKey
    let b = right.contentKey
    return a == b ? left.visitor < right.visitor : a.lexicographicallyPrecedes(b)
  }

  private var contentKey: [String] {
    [
      referrerHost ?? "", traffic.source, traffic.medium, traffic.campaign ?? "",
      traffic.campaignID ?? "", traffic.keyword ?? "", traffic.content ?? "",
      traffic.clickID?.kind.rawValue ?? "", traffic.clickID?.value ?? "", device.rawValue,
      String(steps.rawValue), orderIDs.joined(separator: "\u{0}"),
    ]
  }
}
