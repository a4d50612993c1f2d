import TributaryModel

/// One pass over the page views in the order of time, with what was worked out once for each text.
///
/// Sessions come out by their start; a visitor's page view goes on with the visitor's newest one or
/// begins another.
struct SessionScan {
  private let views: PageViews
  private let rules: SessionRules
  /// Milliseconds.
  private let gap: Int64
  /// How long somebody may stay with a bank that no list names. Milliseconds.
  private static let longestPayment: Int64 = 2 * 3_600_000
  private var texts: PageTexts
  private var sources: SourceTable
  private var newest = HashNumbers()
  private var drafts: [Draft] = []
  private var orderIDs: [Int32: [String]] = [:]
  /// Hosts of the pages that confirmed them.
  private var knownOrders: [SessionOrder: Int32] = [:]
  /// Page views by tagged links on own pages that began nothing: when, and the number of the tag.
  private(set) var ownTagUses: [(at: Int64, tag: Int32)] = []
  private(set) var ownTags: [OwnTag] = []
  private var ownTagNumbers: [OwnTag: Int32] = [:]

  private struct SessionOrder: Hashable {
    let session: Int32
    let order: String
  }

  /// A session while its page views come in.
  private struct Draft {
    /// The row of the first page view.
    let landing: Int32
    let source: Int32
    var endedAt: Int64
    var pages: Int32 = 0
    var steps: FunnelSteps = []
    /// Whether the last page was the checkout, or one that a bank sent back to from there.
    var isPaying = false

    /// Whether a page view then comes after a pause longer than the gap.
    func isOver(at: Int64, gap: Int64) -> Bool {
      // Far instants may lie further apart than 64 bits can tell.
      let (pause, isFar) = at.subtractingReportingOverflow(endedAt)
      return isFar || pause > gap
    }
  }

  init(views: PageViews, rules: SessionRules, classifier: SourceClassifier) {
    self.views = views
    self.rules = rules
    gap = rules.gapSeconds * 1000
    texts = PageTexts(views.texts, rules: rules, classifier: classifier)
    sources = SourceTable(classifier: classifier, queries: views.query)
  }

  /// - Parameter robots: rows to leave out, by place.
  mutating func sessions(without robots: [Bool]) -> [Session] {
    for row in PageViewOrder.rows(of: views) where robots.isEmpty || !robots[Int(row)] {
      take(Int(row))
    }
    var found: [Session] = []
    found.reserveCapacity(drafts.count)
    var first = 0
    for number in drafts.indices {
      let session = session(Int32(number))
      if first < found.count, found[first].startedAt != session.startedAt {
        settle(&found, from: first)
        first = found.count
      }
      found.append(session)
    }
    settle(&found, from: first)
    return found
  }

  /// Sorts the sessions from there on, all of one instant, by content.
  private func settle(_ sessions: inout [Session], from first: Int) {
    if sessions.count - first > 1 { sessions[first...].sort(by: Session.precedes) }
  }

  private mutating func take(_ row: Int) {
    let at = views.at[row]
    var mark = source(of: row)
    let place = newest.place(of: views.visitor[row])
    var number = newest.number(at: place)
    let isRunning = number >= 0 && !drafts[Int(number)].isOver(at: at, gap: gap)
    if number >= 0, mark != SourceTable.none,
      isReturn(row, to: drafts[Int(number)], isRunning: isRunning)
    {
      // Links that carry on the visit's own tag say nothing else.
      if sources.isMarked(row: row), !sources.isSame(mark, drafts[Int(number)].source) {
        noteOwnTag(mark, at: at)
      }
      mark = SourceTable.none
    }
    if !isRunning
      || (mark != SourceTable.none && !sources.isSame(mark, drafts[Int(number)].source))
    {
      number = Int32(drafts.count)
      drafts.append(Draft(landing: Int32(row), source: mark, endedAt: at))
      newest.set(number, of: views.visitor[row], at: place)
    }
    drafts[Int(number)].endedAt = at
    note(row, in: number)
  }

  /// Whether a page view with a source of its own comes back to the visitor's last visit, which goes on
  /// with it while it runs: a link of the shop's own and a bank bring nobody after a pause, either.
  private mutating func isReturn(_ row: Int, to draft: Draft, isRunning: Bool) -> Bool {
    if sources.isMarked(row: row) {
      // A tag on a link between the shop's own pages.
      let host = texts.referrerHost(views.referrer[row])
      return host == PageTexts.own || host >= 0 && host == texts.host(views.host[row])
    }
    switch texts.sending(outsideReferrer(of: row)) {
    case .mail: return isRunning
    case .unknown:
      return draft.isPaying
        && (isRunning || !draft.isOver(at: views.at[row], gap: Self.longestPayment))
    case .known: return false
    }
  }

  private mutating func noteOwnTag(_ source: Int32, at: Int64) {
    let tag = OwnTag(sources.traffic(source))
    let number = ownTagNumbers[tag] ?? Int32(ownTags.count)
    if Int(number) == ownTags.count {
      ownTags.append(tag)
      ownTagNumbers[tag] = number
    }
    ownTagUses.append((at, number))
  }

  /// Adds what a page view or an order event says to its session.
  private mutating func note(_ row: Int, in number: Int32) {
    if !views.orderIDs.isEmpty, let order = views.orderIDs[row] {
      drafts[Int(number)].steps.formUnion(.order)
      note(order: views.orderNumber(order, of: row), row, in: number)
      return
    }
    drafts[Int(number)].pages += 1
    let reached = texts.steps(views.path[row])
    let isBack =
      outsideReferrer(of: row) != PageTexts.none
      || texts.referrerHost(views.referrer[row]) == PageTexts.passage
    drafts[Int(number)].isPaying =
      reached.contains(.checkout) || drafts[Int(number)].isPaying && isBack
    guard views.status[row] < 400 else { return }
    guard !reached.isEmpty else { return }
    drafts[Int(number)].steps.formUnion(reached)
    if reached.contains(.order), let order = orderID(of: row) {
      note(order: views.orderNumber(order, of: row), row, in: number)
    }
  }

  private mutating func note(order: String, _ row: Int, in number: Int32) {
    let shown = SessionOrder(session: number, order: order)
    guard knownOrders[shown] == nil else { return }
    knownOrders[shown] = texts.host(views.host[row])
    orderIDs[number, default: []].append(order)
  }

  /// The source that a page view brings along, `SourceTable.none` for none.
  private mutating func source(of row: Int) -> Int32 {
    let referrer = outsideReferrer(of: row)
    if sources.isMarked(row: row) {
      return sources.code(row: row, referrer: referrer, hostNames: texts.hostNames)
    }
    guard referrer != PageTexts.none else { return SourceTable.none }
    let confirms =
      !views.orderIDs.isEmpty && views.orderIDs[row] != nil
      || texts.steps(views.path[row]).contains(.order)
    return confirms
      ? SourceTable.none : sources.code(referrer: referrer, hostNames: texts.hostNames)
  }

  private mutating func outsideReferrer(of row: Int) -> Int32 {
    let host = texts.referrerHost(views.referrer[row])
    return host < 0 || host == texts.host(views.host[row]) ? PageTexts.none : host
  }

  private mutating func session(_ number: Int32) -> Session {
    let draft = drafts[Int(number)]
    let row = Int(draft.landing)
    let referrer = outsideReferrer(of: row)
    let host = texts.host(views.host[row])
    let landingPath = views.text(views.path[row]) ?? ""
    var session = Session(
      visitor: views.visitor[row],
      startedAt: Instant(milliseconds: views.at[row]),
      endedAt: Instant(milliseconds: draft.endedAt),
      host: texts.hostName(host) ?? "", landingPath: landingPath,
      referrerHost: texts.hostName(referrer), traffic: sources.traffic(draft.source),
      channel: sources.channel(
        draft.source, referrer: referrer, hostNames: texts.hostNames, landingPath: landingPath),
      pages: max(1, Int(draft.pages)), steps: draft.steps,
      orderIDs: draft.steps.contains(.order) ? orderIDs[number] ?? [] : [],
      device: texts.device(views.userAgent[row]))
    for order in session.orderIDs {
      let other = knownOrders[SessionOrder(session: number, order: order)]
      guard let other, other != host else { continue }
      session.confirmingHosts[order] = texts.hostName(other)
    }
    session.comesFromOwnPages =
      referrer == PageTexts.none && texts.referrerHost(views.referrer[row]) != PageTexts.none
    return session
  }

  private func orderID(of row: Int) -> String? {
    let parameters = QueryParameters(views.query.text(of: row))
    for name in rules.orderIDParameters {
      if let value = parameters[name] { return value }
    }
    return views.text(views.path[row]).flatMap { rules.funnel.orderNumber(in: $0) }
  }
}
