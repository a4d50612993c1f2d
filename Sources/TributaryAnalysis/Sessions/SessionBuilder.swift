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
/// source (typed, own pages, gateways) go on with the session; midnight does not end it. The page that
/// confirms an order takes no source from its referrer: that is a bank, whether it is listed or not.
///
/// Expects every page view of the visits asked for: begin the stretch well before the first day
/// wanted, and keep the sessions that start on a wanted day.
public struct SessionBuilder: Sendable {
  public let rules: SessionRules
  public let classifier: SourceClassifier

  public init(rules: SessionRules = SessionRules()) {
    self.rules = rules
    classifier = SourceClassifier(rules: rules.sources)
  }

  /// The sessions, ordered by start, host, landing page and the rest of their content.
  ///
  /// Neither the order of the rows nor the values of the visitor hashes change the result; only
  /// sessions that are alike in everything else are ordered by visitor.
  public func sessions(of views: PageViews) -> [Session] {
    var scan = SessionScan(views: views, rules: rules, classifier: classifier)
    return scan.sessions()
  }
}

/// One pass over the page views, with what was worked out once for each text.
private struct SessionScan {
  let views: PageViews
  let rules: SessionRules
  let classifier: SourceClassifier
  var texts: PageTexts
  var sources: SourceTable

  init(views: PageViews, rules: SessionRules, classifier: SourceClassifier) {
    self.views = views
    self.rules = rules
    self.classifier = classifier
    texts = PageTexts(views.texts, funnel: rules.funnel)
    sources = SourceTable(classifier: classifier)
  }

  mutating func sessions() -> [Session] {
    let rows = PageViewOrder.rows(of: views)
    // A session is large, so that the cuts are sorted instead, and only those of one instant as
    // sessions.
    let cuts = cuts(in: rows).sorted { $0.at < $1.at }
    var found: [Session] = []
    found.reserveCapacity(cuts.count)
    var first = 0
    for cut in cuts {
      if first < found.count, found[first].startedAt.milliseconds != cut.at {
        settle(&found, from: first)
        first = found.count
      }
      found.append(session(of: rows[cut.rows], source: cut.source))
    }
    settle(&found, from: first)
    return found
  }

  /// Sorts the sessions from there on, all of one instant, by content.
  private func settle(_ sessions: inout [Session], from first: Int) {
    if sessions.count - first > 1 { sessions[first...].sort(by: Session.precedes) }
  }

  /// Where a session lies among the sorted page views.
  private struct Cut {
    let at: Int64
    let rows: Range<Int>
    let source: Int32
  }

  private mutating func cuts(in rows: [PageViewOrder.Row]) -> [Cut] {
    let gap = rules.gapSeconds * 1000
    var cuts: [Cut] = []
    var first = 0
    var current = SourceTable.none
    for position in rows.indices {
      let index = rows[position].index
      let mark = source(of: index)
      guard position > first else {
        current = mark
        continue
      }
      let previous = rows[position - 1]
      let isNew =
        rows[position].visitor != previous.visitor
        || rows[position].at - previous.at > gap
        || (mark != SourceTable.none && !sources.isSame(mark, current))
      guard isNew else { continue }
      cuts.append(Cut(at: rows[first].at, rows: first..<position, source: current))
      first = position
      current = mark
    }
    if first < rows.count {
      cuts.append(Cut(at: rows[first].at, rows: first..<rows.count, source: current))
    }
    return cuts
  }

  /// The source that a page view brings along, `SourceTable.none` for none.
  private mutating func source(of index: Int) -> Int32 {
    let referrer = outsideReferrer(of: index)
    let query = views.query[index]
    guard referrer != nil || query != nil else { return SourceTable.none }
    let confirms =
      views.orderIDs[index] != nil || texts.steps(views.path[index]).contains(.order)
    if confirms, !(query.map(SourceMark.isPresent) ?? false) { return SourceTable.none }
    return sources.code(query: query, referrerHost: referrer)
  }

  private mutating func outsideReferrer(of index: Int) -> String? {
    let code = views.referrer[index]
    guard code >= 0, let host = texts.outsideHost(code, classifier: classifier) else { return nil }
    return host == texts.host(views.host[index]) ? nil : host
  }

  private mutating func session(
    of rows: ArraySlice<PageViewOrder.Row>, source: Int32
  ) -> Session {
    let landing = rows[rows.startIndex]
    let referrer = outsideReferrer(of: landing.index)
    let landingPath = views.text(views.path[landing.index]) ?? ""
    let traffic = sources.traffic(source)
    var steps: FunnelSteps = []
    var orderIDs: [String] = []
    var known: Set<String> = []
    var events = 0
    for row in rows {
      if !views.orderIDs.isEmpty, let order = views.orderIDs[row.index] {
        events += 1
        steps.formUnion(.order)
        if known.insert(order).inserted { orderIDs.append(order) }
        continue
      }
      let status = views.status[row.index]
      let reached = texts.steps(views.path[row.index])
      guard status < 400, !reached.isEmpty else { continue }
      steps.formUnion(reached)
      if reached.contains(.order), let order = orderID(of: row.index), known.insert(order).inserted
      {
        orderIDs.append(order)
      }
    }
    return Session(
      visitor: landing.visitor,
      startedAt: Instant(milliseconds: landing.at),
      endedAt: Instant(milliseconds: rows[rows.endIndex - 1].at),
      host: texts.host(views.host[landing.index]), landingPath: landingPath,
      referrerHost: referrer, traffic: traffic,
      channel: sources.channel(source, referrerHost: referrer, landingPath: landingPath),
      pages: max(1, rows.count - events), steps: steps, orderIDs: orderIDs,
      device: texts.device(views.userAgent[landing.index]))
  }

  private func orderID(of index: Int) -> String? {
    guard let query = views.query[index] else { return nil }
    let parameters = QueryParameters(query)
    for name in rules.orderIDParameters {
      if let value = parameters[name] { return value }
    }
    return nil
  }
}
