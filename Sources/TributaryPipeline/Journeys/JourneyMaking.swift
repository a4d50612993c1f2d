import TributaryAnalysis
import TributaryModel

/// Makes persons, touchpoints and conversions of the facts about members that belong together.
struct JourneyMaking {
  let facts: JourneyFacts
  let numbers: NumberDirectory
  let pipeline: Pipeline
  let campaigns: CampaignNames
  let identities: Identities

  var touchpoints: [Touchpoint] { visits + calls + letters }

  var conversions: [Conversion] {
    var conversions: [Conversion] = []
    if pipeline.conversions.order {
      conversions += facts.orders.compactMap { order in
        identities.person(of: .order(order.id)).map { Conversion(order: order, personID: $0.id) }
      }
    }
    if pipeline.conversions.call {
      conversions += Conversion.qualifiedCalls(
        facts.calls, talkSeconds: Int64(pipeline.conversions.callMinTalkSeconds),
        pauseDays: pipeline.conversions.callPauseDays
      ) { call in
        identities.person(of: .call(call.id))?.id
      } geodomain: { call in
        number(of: call)?.geodomain
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
    facts.calls.flatMap { call -> [Touchpoint] in
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
  }

  /// The ways that a call of unknown source may have come, none of the sessions among them; nil
  /// where no session comes into question.
  private func ways(of call: CallFact) -> [CallWay]? {
    guard let ways = facts.callWays[call.id] else { return nil }
    let rest = CallWay.rest(of: ways)
    return CallWay.merged(ways) + (rest > 0 ? [CallWay(channel: .call, probability: rest)] : [])
  }

  private var letters: [Touchpoint] {
    facts.letters.compactMap { letter in
      identities.person(of: .letter(letter.id)).map { Touchpoint(letter: letter, personID: $0.id) }
    }
  }

  private func number(of call: CallFact) -> NumberDirectory.Row? {
    numbers.row(of: call.dialledNumber, on: pipeline.zone.day(of: call.startedAt))
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
}
