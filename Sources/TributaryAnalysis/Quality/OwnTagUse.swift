import TributaryModel

/// How often people followed links on the shop's own pages that carry a tag.
///
/// Such a tag would take the visit away from the advertisement that brought it: it begins nothing.
public struct OwnTagUse: Sendable, Hashable {
  public let tag: OwnTag
  public let pageViews: Int

  package init(_ tag: OwnTag, pageViews: Int) {
    self.tag = tag
    self.pageViews = pageViews
  }

  /// Tags on own pages in 28 days to the as-of day, most page views first.
  public static let results = ResultTable<OwnTagUse>(
    "own_tag", grain: "source, medium and campaign that links on the shop's own pages carry",
    [
      .text("source", isKey: true, "utm_source of the links, or what their click id tells") {
        $0.tag.source
      },
      .text("medium", isKey: true, "utm_medium of the links") { $0.tag.medium },
      .text("campaign", isKey: true, "utm_campaign of the links; '' for none") {
        $0.tag.campaign
      },
      .count("page_views", "that came by such links and began no visit") { $0.pageViews },
    ])
}
