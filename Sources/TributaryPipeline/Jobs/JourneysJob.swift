import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

/// Joins visitors, orders, calls and letters to persons, and shares the credit for conversions.
///
/// Identity is worked out anew from all members, since one new order can join two old visitors; the
/// days whose credit came out different from the last time are reported, so that only their marts
/// are refilled.
struct JourneysJob {
  let warehouse: Warehouse
  let pipeline: Pipeline
  let campaigns: CampaignNames

  static let name = "journeys"

  /// Rewrites persons, touchpoints, conversions and credit.
  ///
  /// Returns: the days of conversions whose credit changed, and how many credits were written.
  func run() throws(WarehouseError) -> (days: Set<Day>, credits: Int) {
    let facts = try JourneyFacts(warehouse)
    let identities = PersonResolver(mostSharers: pipeline.sharedKeyLimit).resolve(
      members(of: facts))
    let touchpoints = touchpoints(of: facts, identities)
    let conversions = conversions(of: facts, identities)
    let credits = Attributor(lookbackDays: pipeline.lookbackDays).credits(
      for: conversions, touchpoints: touchpoints)
    let writing = JourneyWriting(
      warehouse: warehouse, identities: identities, touchpoints: touchpoints,
      conversions: conversions, credits: credits)
    let days = try warehouse.write { () throws(WarehouseError) in try writing.write() }
    return (days, credits.count)
  }

  private func members(of facts: JourneyFacts) -> [PersonMember] {
    PersonMember.visitors(of: facts.visits.map(\.session))
      + facts.orders.map { PersonMember($0) } + facts.calls.map { PersonMember($0) }
      + facts.letters.map { PersonMember($0) } + facts.invoices.map { PersonMember($0) }
  }

  private func touchpoints(of facts: JourneyFacts, _ identities: Identities) -> [Touchpoint] {
    let visits = facts.visits.compactMap { visit in
      identities.person(of: .visitor(visit.session.visitor)).map { person in
        Touchpoint(
          session: visit.session, member: String(visit.id), personID: person.id,
          campaignKey: visit.campaignKey, geodomain: visit.geodomain)
      }
    }
    let zone = pipeline.zone
    let calls = facts.calls.compactMap { call -> Touchpoint? in
      guard let person = identities.person(of: .call(call.id)) else { return nil }
      let number = facts.numbers.row(of: call.dialledNumber, on: zone.day(of: call.startedAt))
      let (channel, campaign) = advertising(of: call, number)
      return Touchpoint(
        call: call, personID: person.id, number: number, campaignKey: campaign,
        trackedChannel: channel)
    }
    let letters = facts.letters.compactMap { letter in
      identities.person(of: .letter(letter.id)).map { Touchpoint(letter: letter, personID: $0.id) }
    }
    return visits + calls + letters
  }

  /// What a call tracker says of a call, unless its number stands for a channel or campaign; then
  /// that.
  private func advertising(
    of call: CallFact, _ number: NumberDirectory.Row?
  ) -> (tracked: Channel?, campaignKey: String?) {
    let isTracked = call.source != nil || call.medium != nil || call.campaign != nil
    guard isTracked, number?.channel == nil, number?.campaign == nil else {
      let campaign = number?.campaign.flatMap {
        campaigns.key(source: nil, medium: nil, campaign: $0, campaignID: nil)
      }
      return (nil, campaign)
    }
    return (
      campaigns.channel(source: call.source, medium: call.medium, campaign: call.campaign),
      campaigns.key(
        source: call.source, medium: call.medium, campaign: call.campaign, campaignID: nil)
    )
  }

  private func conversions(of facts: JourneyFacts, _ identities: Identities) -> [Conversion] {
    var conversions: [Conversion] = []
    if pipeline.conversions.order {
      conversions += facts.orders.compactMap { order in
        identities.person(of: .order(order.id)).map { Conversion(order: order, personID: $0.id) }
      }
    }
    if pipeline.conversions.call {
      conversions += Conversion.qualifiedCalls(
        facts.calls, talkSeconds: Int64(pipeline.conversions.callMinTalkSeconds)
      ) { call in
        identities.person(of: .call(call.id))?.id
      } geodomain: { call in
        facts.numbers.row(of: call.dialledNumber, on: pipeline.zone.day(of: call.startedAt))?
          .geodomain
      }
    }
    if pipeline.conversions.invoice {
      conversions += facts.invoices.compactMap { invoice in
        identities.person(of: .invoice(invoice.id)).flatMap {
          Conversion(invoice: invoice, personID: $0.id)
        }
      }
    }
    return conversions
  }
}
