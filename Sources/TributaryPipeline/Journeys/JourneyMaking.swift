import TributaryAnalysis
import TributaryModel

/// Makes persons, touchpoints and conversions of the facts about members that belong together.
struct JourneyMaking {
  let facts: JourneyFacts
  let numbers: NumberDirectory
  let pipeline: Pipeline
  let campaigns: CampaignNames
  let identities: Identities

  /// The contacts of the persons, those with a day and no time placed by what they led to.
  func touchpoints(before conversions: [Conversion]) -> [Touchpoint] {
    visits + calls + letters(before: conversions)
  }

  var conversions: [Conversion] {
    var conversions: [Conversion] = []
    if pipeline.conversions.order {
      let showing = visitsByOrder
      conversions += facts.orders.compactMap { order in
        identities.person(of: .order(order.id)).map { person in
          Conversion(
            order: order, personID: person.id,
            showing: (showing[order.id] ?? []).filter { self.person(of: $0) == person.id },
            visits: facts.visits.lazy.map(\.session).filter { self.person(of: $0) == person.id },
            zone: pipeline.zone, gapSeconds: Int64(pipeline.sessions.gapMinutes) * 60)
        }
      }
    }
    if pipeline.conversions.call {
      conversions += Conversion.qualifiedCalls(
        facts.calls, talkSeconds: Int64(pipeline.conversions.callMinTalkSeconds),
        pauseDays: pipeline.conversions.callPauseDays, value: callValue
      ) { call in
        identities.person(of: .call(call.id))?.id
      } geodomain: { call in
        number(of: call)?.geodomain
      }
    }
    if pipeline.conversions.invoice {
      conversions += facts.invoices.compactMap { invoice in
        identities.person(of: .invoice(invoice.id)).flatMap {
          Conversion(invoice: invoice, personID: $0.id, zone: pipeline.zone)
        }
      }
    }
    return SaleCounting(callValue: callValue, invoices: facts.invoices).marked(conversions)
  }

  private var callValue: Int64 {
    let units = pipeline.conversions.callValue * Double(pipeline.currency.minorUnits)
    return Int64(units.rounded())
  }

  /// The visits that show the confirmation of an order, by its number.
  private var visitsByOrder: [String: [Session]] {
    var found: [String: [Session]] = [:]
    for visit in facts.visits {
      for order in visit.session.orderIDs { found[order, default: []].append(visit.session) }
    }
    return found
  }

  private func person(of session: Session) -> String? {
    identities.person(of: .visitor(session.visitor))?.id
  }

  private var visits: [Touchpoint] {
    facts.visits.compactMap { visit in
      identities.person(of: .visitor(visit.session.visitor)).map { person in
        Touchpoint(
          session: visit.session, member: String(visit.id), personID: person.id,
          campaignKey: visit.campaignKey, geodomain: visit.geodomain)
      }
    }
  }

  private var calls: [Touchpoint] {
    RepeatedContacts.withoutRedials(facts.calls.map { ($0, touchpoints(of: $0)) })
  }

  /// One for each way that the call may have come; none of a call of nobody.
  private func touchpoints(of call: CallFact) -> [Touchpoint] {
    guard let person = identities.person(of: .call(call.id)) else { return [] }
    let number = number(of: call)
    if let ways = ways(of: call) {
      return ways.map { Touchpoint(call: call, way: $0, personID: person.id, number: number) }
    }
    let (channel, campaign) = advertising(of: call, number)
    return [
      Touchpoint(
        call: call, personID: person.id, number: number, campaignKey: campaign,
        trackedChannel: channel)
    ]
  }

  /// The ways that a call of unknown source may have come, none of the sessions among them; nil
  /// where no session comes into question.
  private func ways(of call: CallFact) -> [CallWay]? {
    guard let ways = facts.callWays[call.id] else { return nil }
    let rest = CallWay.rest(of: ways)
    return CallWay.merged(ways) + (rest > 0 ? [CallWay(channel: .call, probability: rest)] : [])
  }

  private func letters(before conversions: [Conversion]) -> [Touchpoint] {
    let ends = Dictionary(conversions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let invoices = Dictionary(grouping: facts.invoices.filter { $0.email != nil }, by: \.email)
    let touchpoints = facts.letters.compactMap { letter in
      identities.person(of: .letter(letter.id)).map { person in
        let orders = letter.orderID.map { ["order:" + $0] } ?? []
        let named = letter.invoiceID.map { [$0] } ?? []
        let sent = (invoices[letter.email] ?? []).map(\.id)
        let outcomes = (orders + (named + sent).map { "invoice:" + $0 }).compactMap { ends[$0] }
          .filter { $0.personID == person.id }
        let touchpoint = Touchpoint(
          letter: letter, personID: person.id,
          at: letter.moment(before: outcomes.map(\.creditedUntil), zone: pipeline.zone))
        return (letter, touchpoint)
      }
    }
    return RepeatedContacts.withoutReplies(touchpoints)
  }

  private func number(of call: CallFact) -> NumberDirectory.Row? {
    numbers.row(of: call.dialledNumber, on: pipeline.zone.day(of: call.startedAt))
  }

  /// What a call tracker says of a call, unless its number stands for a channel or campaign; then
  /// that.
  private func advertising(
    of call: CallFact, _ number: NumberDirectory.Row?
  ) -> (tracked: Channel?, campaignKey: String?) {
    let day = pipeline.zone.day(of: call.startedAt)
    let isTracked = call.source != nil || call.medium != nil || call.campaign != nil
    guard isTracked, number?.channel == nil, number?.campaign == nil else {
      let campaign = number?.campaign.flatMap {
        campaigns.keys(source: nil, medium: nil, campaign: $0, campaignID: nil).key(on: day)
      }
      return (nil, campaign)
    }
    return (
      campaigns.channel(source: call.source, medium: call.medium, campaign: call.campaign),
      campaigns.keys(
        source: call.source, medium: call.medium, campaign: call.campaign, campaignID: nil
      ).key(on: day)
    )
  }
}
