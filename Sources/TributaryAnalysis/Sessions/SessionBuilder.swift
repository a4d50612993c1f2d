import TributaryModel

/// Cuts page views into sessions.
///
/// ```
///  one visitor   /?utm_source=a   /product/1      /?utm_source=b    /cart     …31 min…   /cart
///  sessions      |--------- 1 ------------|       |--------- 2 ---------|               |- 3 -|
/// ```
///
/// A session ends after a pause longer than `gapSeconds`, and where a page view brings another
/// source than the session's own: a new click id, campaign or outside referrer. Page views without a
/// source (typed, own pages, gateways, sign-ins) go on with the session; midnight does not end it. The
/// page that confirms an order takes no source from its referrer: that is a bank, whether it is listed
/// or not. Within a visit that runs three more bring none:
///
/// - a page reached from mail in a browser: its reader looked for a code,
/// - a page without a tag, reached from a site that no list knows right after the checkout: a bank,
/// - a tag on a link between the shop's own pages; these are counted, so that they can be told.
///
/// Expects every page view of the visits asked for: begin the stretch well before the first day
/// wanted, and keep the sessions that start on a wanted day.
public struct SessionBuilder: Sendable {
  public let rules: SessionRules
  public let classifier: SourceClassifier

  package init(rules: SessionRules = SessionRules()) {
    self.rules = rules
    classifier = SourceClassifier(rules: rules.sources)
  }

  /// The sessions, ordered by start, host, landing page and the rest of their content.
  ///
  /// Neither the order of the rows nor the values of the visitor hashes change the result; only
  /// sessions that are alike in everything else are ordered by visitor.
  ///
  /// - Parameter robots: for each row whether it is left out; empty for none.
  public func sessions(of views: PageViews, without robots: [Bool] = []) -> [Session] {
    sessions(of: views, without: robots) { _, _ in }
  }

  /// The same; `ownTag` is told of each page view by a tagged link on the shop's own pages that began
  /// nothing, with its time in milliseconds.
  public func sessions(
    of views: PageViews, without robots: [Bool] = [], ownTag: (OwnTag, Int64) -> Void
  ) -> [Session] {
    var scan = SessionScan(views: views, rules: rules, classifier: classifier)
    let sessions = scan.sessions(without: robots.count == views.count ? robots : [])
    for use in scan.ownTagUses { ownTag(scan.ownTags[Int(use.tag)], use.at) }
    return sessions
  }

  /// Sessions of several calls, for other visitors each, as one call would have ordered them.
  public static func ordered(_ sessions: [Session]) -> [Session] {
    sessions.sorted(by: Session.precedes)
  }
}
