import TributaryModel

extension Touchpoint {
  /// The touchpoint of a session; `member` is the warehouse's number of it.
  public init(
    session: Session, member: String, personID: String, campaignKey: String?, geodomain: String?
  ) {
    self.init(
      personID: personID, at: session.startedAt, kind: .session, member: member,
      channel: session.channel, source: session.traffic.source, medium: session.traffic.medium,
      campaignKey: campaignKey, keyword: session.traffic.keyword, geodomain: geodomain,
      orderIDs: session.orderIDs)
  }

  /// The touchpoint of a call: channel and campaign of the dialled number on that day, else what a
  /// call tracker says, else `Channel.call`.
  ///
  /// - Parameter trackedChannel: nil where the number speaks for itself or no tracker does.
  public init(
    call: CallFact, personID: String, number: NumberDirectory.Row?, campaignKey: String?,
    trackedChannel: Channel? = nil
  ) {
    self.init(
      personID: personID, at: call.startedAt, kind: .call, member: call.id,
      channel: number?.channel ?? trackedChannel ?? .call,
      source: trackedChannel == nil ? nil : call.source,
      medium: trackedChannel == nil ? nil : call.medium, campaignKey: campaignKey,
      geodomain: number?.geodomain)
  }

  /// The touchpoint of one of the ways that a call may have come; the city is that of the number.
  public init(call: CallFact, way: CallWay, personID: String, number: NumberDirectory.Row?) {
    self.init(
      personID: personID, at: call.startedAt, kind: .call, member: call.id, channel: way.channel,
      source: way.source, medium: way.medium, campaignKey: way.campaignKey, keyword: way.keyword,
      geodomain: number?.geodomain, probability: way.probability)
  }

  /// The touchpoint of a letter that came then; see `LetterFact.moment`.
  public init(letter: LetterFact, personID: String, at: Instant? = nil) {
    self.init(
      personID: personID, at: at ?? letter.receivedAt, kind: .letter, member: letter.id,
      channel: .letter)
  }
}
