import TributaryModel

/// Gives each campaign one key, so that spend, sessions and calls of it meet.
///
/// ```
///  id:yandex/123            the platform's number
///  name:yandex/spring sale  its name on the platform
///  name:vk/may/email        visits that have the name and a medium that its spend does not meet
///  tag:yandex/cpc           source and medium, where somebody pays for them
///  tag:vk/                  visits without a campaign, where spend says the source alone
/// ```
/// A name that spend ties to one number on the platform stands for that number; of several for the
/// one that spent on the day, else last before it, else next after it. Where two spent on one day
/// nobody can tell, and the name stays apart.
///
/// Spend without a medium of its own meets visits of every medium but e-mail, organic search,
/// referral and those that other spend of the name states. Spend that states a medium of paid clicks
/// meets all such media that no other does.
public struct CampaignDirectory: Sendable {
  private let platforms: AdPlatforms
  private var named: [Name: Named] = [:]
  private var numbered: [Name: Media] = [:]
  private var platformsOfName: [String: Set<String>] = [:]
  private var platformsOfNumber: [String: Set<String>] = [:]
  /// Spend without a campaign: its media by platform.
  private var bare: [String: Set<String>] = [:]

  /// Names, or numbers, of one platform, in lower case.
  private struct Name: Hashable {
    let platform: String
    let name: String
  }

  /// What spend of one name on one platform says.
  private struct Named {
    /// Of spend that meets media of others.
    var open = Spend()
    /// The media that such spend has by its format.
    var presets: Set<String> = []
    /// By the medium that spend states.
    var stated: [String: Spend] = [:]
    /// By medium, '' for `open`; of spend that has several numbers.
    var keys: [String: CampaignKeys] = [:]

    /// Whether some of the spend bears a number.
    var hasNumber: Bool {
      ([open] + stated.values).contains { $0.days.keys.contains { !$0.isEmpty } }
    }

    var isAlone: Bool { stated.count + (open.isEmpty ? 0 : 1) == 1 }
  }

  private struct Spend {
    var days: [String: Set<Day>] = [:]
    var isEmpty = true
    var isPaid = false

    mutating func add(_ other: Spend) {
      days.merge(other.days) { $0.union($1) }
      isEmpty = isEmpty && other.isEmpty
      isPaid = isPaid || other.isPaid
    }
  }

  /// The media of a number's spend that cost money.
  private struct Media {
    var stated: Set<String> = []
    var isOpen = false
  }

  /// One that knows no spend.
  public init() { self.init([]) }

  /// Learns from all spend.
  package init(_ tags: [SpendTag], platforms: AdPlatforms = AdPlatforms()) {
    self.platforms = platforms
    for tag in tags { learn(tag) }
    for name in named.keys { settle(name) }
  }

  /// Names that several numbers have on one platform: only of these do days matter.
  package static func needsDays(_ tags: [SpendTag], platforms: AdPlatforms) -> Set<SpendTag> {
    let groups = Dictionary(grouping: tags.filter { Self.word($0.campaign) != nil }) {
      Name(platform: platforms.platform(of: $0.source), name: Self.word($0.campaign) ?? "")
    }
    return Set(
      groups.values.filter { tags in
        Set(tags.compactMap { Self.number($0.campaignID) }).count > 1
      }.joined())
  }

  /// Keys of names that stand apart because several numbers spent on one day, each with the keys of
  /// those numbers.
  public private(set) var sharedNames: [String: Set<String>] = [:]

  /// Everything that was learned as lines of text, sorted; equal texts give equal keys.
  public var learned: [String] {
    let names = named.flatMap { name, found in
      let open = found.open.isEmpty ? [] : [("", found.open)]
      return (open + found.stated.map { ($0.key, $0.value) }).map { medium, spend in
        [
          "name", name.platform, name.name, medium, found.presets.sorted().joined(separator: " "),
          spend.isPaid ? "paid" : "", keys(of: found, medium, name).line,
        ]
      }
    }
    let numbers = numbered.map { number, media in
      ["number", number.platform, number.name, media.isOpen ? "paid" : ""] + media.stated.sorted()
    }
    let tags = bare.map { ["tag", $0] + $1.sorted() }
    return (names + numbers + tags).map { $0.joined(separator: "\t") }.sorted() + platforms.lines
  }

  /// The keys of a campaign.
  ///
  /// `isPaid` says that source and medium alone are enough, as for spend without a campaign.
  public func keys(
    source: String?, medium: String?, campaign: String?, campaignID: String?, isPaid: Bool
  ) -> CampaignKeys {
    let platform = platforms.platform(of: source ?? "")
    let medium = Self.plain(medium)
    switch target(platform, campaign, campaignID) {
    case .number(let number): return CampaignKeys(Self.key("id", number.platform, number.name))
    case .name(let name):
      guard let found = named[name] else {
        return CampaignKeys(Self.key("name", name.platform, name.name))
      }
      guard let met = Self.spend(of: found, met: medium) else {
        return CampaignKeys(
          Self.key("name", name.platform, name.name) + (medium.isEmpty ? "" : "/" + medium))
      }
      return keys(of: found, met.medium, name)
    case nil: break
    }
    guard isPaid, !platform.isEmpty, !Macro.isPresent(in: platform) else {
      return CampaignKeys(nil)
    }
    let stated = isOfBareSource(platform, medium) ? nil : Self.word(medium)
    return CampaignKeys("tag:" + platform + "/" + (stated ?? ""))
  }

  /// Whether money was spent on advertisements with these tags.
  func isPaid(source: String, medium: String, campaign: String?, campaignID: String?) -> Bool {
    let platform = platforms.platform(of: source)
    let medium = Self.plain(medium)
    switch target(platform, campaign, campaignID) {
    case .number(let number):
      guard let media = numbered[number] else { return false }
      return media.stated.contains(medium) || media.isOpen && !Self.isOwn(medium)
    case .name(let name):
      return named[name].flatMap { Self.spend(of: $0, met: medium)?.spend.isPaid } ?? false
    case nil:
      return bare[platform]?.contains(medium) == true || isOfBareSource(platform, medium)
    }
  }
}

extension CampaignDirectory {
  /// What tags name of a campaign.
  private enum Target {
    case number(Name)
    case name(Name)
  }

  /// The number that tags have, unless spend knows them by their name alone: a number that an address
  /// has and no export does hides no name. A name of digits may be the number itself.
  private func target(_ platform: String, _ campaign: String?, _ campaignID: String?) -> Target? {
    let word = Self.word(campaign)
    let name = word.map {
      Name(platform: self.platform(platform, of: $0, among: platformsOfName), name: $0)
    }
    let stated = Self.number(campaignID)
    let number = (stated ?? word.flatMap { CampaignNumber.isNumber($0) ? $0 : nil }).map {
      Name(platform: self.platform(platform, of: $0, among: platformsOfNumber), name: $0)
    }
    if let number, numbered[number] != nil { return .number(number) }
    if let name {
      let isNumber = name.name == stated && named[name] != nil
      if stated == nil || isNumber || named[name]?.hasNumber == false { return .name(name) }
    }
    return stated == nil ? nil : number.map(Target.number)
  }

  /// Whether visits of a medium belong to spend of the platform that states neither a campaign nor a
  /// medium: all but visits' own and those that other such spend states.
  private func isOfBareSource(_ platform: String, _ medium: String) -> Bool {
    guard let media = bare[platform], media.contains("") else { return false }
    return !media.contains(medium) && !Self.isOwn(medium)
  }

  private mutating func learn(_ tag: SpendTag) {
    let platform = platforms.platform(of: tag.source)
    let medium = Self.plain(tag.medium)
    let number = Self.number(tag.campaignID)
    if let number {
      platformsOfNumber[number, default: []].insert(platform)
      let name = Name(platform: platform, name: number)
      var media = numbered[name] ?? Media()
      if tag.isPaid, tag.statesMedium { media.stated.insert(medium) }
      if tag.isPaid, !tag.statesMedium || Self.isOfPaidClicks(medium) { media.isOpen = true }
      numbered[name] = media
    }
    guard let word = Self.word(tag.campaign) else {
      if number == nil, tag.isPaid { bare[platform, default: []].insert(medium) }
      return
    }
    platformsOfName[word, default: []].insert(platform)
    var spend = Spend(isEmpty: false, isPaid: tag.isPaid)
    spend.days[number ?? ""] = tag.days
    let name = Name(platform: platform, name: word)
    if tag.statesMedium {
      named[name, default: Named()].stated[medium, default: Spend()].add(spend)
    } else {
      named[name, default: Named()].open.add(spend)
      if !medium.isEmpty { named[name]?.presets.insert(medium) }
    }
  }

  /// Joins spend that states the medium which other spend has by its format, and tells numbers of
  /// one name apart by their days.
  private mutating func settle(_ name: Name) {
    guard var found = named[name] else { return }
    for medium in found.presets {
      if let spend = found.stated.removeValue(forKey: medium) { found.open.add(spend) }
    }
    let parts = [("", found.open)] + found.stated.sorted { $0.key < $1.key }.map { ($0, $1) }
    for (medium, spend) in parts {
      let ids = spend.days.keys.filter { !$0.isEmpty }.sorted()
      let key = { Self.key("id", name.platform, $0) }
      guard ids.count > 1 else {
        if let id = ids.first { found.keys[medium] = CampaignKeys(key(id)) }
        continue
      }
      let apart = Self.apart(found, medium, name)
      var spenders: [Day: Set<String>] = [:]
      for id in ids { for day in spend.days[id] ?? [] { spenders[day, default: []].insert(id) } }
      let shared = spenders.values.filter { $0.count > 1 }
      for id in Set(shared.joined()) { sharedNames[apart, default: []].insert(key(id)) }
      found.keys[medium] =
        spenders.isEmpty
        ? CampaignKeys(apart)
        : CampaignKeys(
          spenders.map { day, ids in (day, ids.count == 1 ? key(ids.first ?? "") : apart) })
    }
    named[name] = found
  }

  /// - Parameter medium: the one that spend states; '' for spend that meets others.
  private func keys(of found: Named, _ medium: String, _ name: Name) -> CampaignKeys {
    found.keys[medium] ?? CampaignKeys(Self.apart(found, medium, name))
  }

  /// The key of a name itself.
  private static func apart(_ found: Named, _ medium: String, _ name: Name) -> String {
    let key = key("name", name.platform, name.name)
    return medium.isEmpty || found.isAlone ? key : key + "/" + medium
  }

  /// The spend that visits of a medium belong to; nil for none.
  private static func spend(
    of found: Named, met medium: String
  ) -> (medium: String, spend: Spend)? {
    if let spend = found.stated[medium] { return (medium, spend) }
    if !found.open.isEmpty {
      return isOwn(medium) && !found.presets.contains(medium) ? nil : ("", found.open)
    }
    guard isUntagged(medium) && medium != "organic" || isOfPaidClicks(medium) else { return nil }
    let clicks = found.stated.filter { isOfPaidClicks($0.key) }
    return clicks.count == 1 ? clicks.first.map { ($0.key, $0.value) } : nil
  }

  /// The platform that a number or name is looked for on: where spend names no source it belongs to
  /// all, and where the visit names none to the only one that has it.
  private func platform(
    _ platform: String, of name: String, among known: [String: Set<String>]
  ) -> String {
    guard let found = known[name], !found.contains(platform) else { return platform }
    if found.contains("") { return "" }
    return ["", "(not set)"].contains(platform) && found.count == 1 ? found.first ?? "" : platform
  }

  private static func key(_ kind: String, _ platform: String, _ name: String) -> String {
    kind + ":" + (platform.isEmpty ? "" : platform + "/") + name
  }

  private static func number(_ text: String?) -> String? {
    text.map(CampaignNumber.plain).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// nil for a macro that was not replaced, else lower case, runs of blanks, `_` and `-` as one blank.
  static func word(_ text: String?) -> String? {
    guard let text, !Macro.isPresent(in: text) else { return nil }
    let words = text.lowercased().split { $0.isWhitespace || $0 == "_" || $0 == "-" }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  private static func plain(_ text: String?) -> String {
    text.map { $0.trimmingBlanks().lowercased() } ?? ""
  }

  private static func isOfPaidClicks(_ medium: String) -> Bool {
    ChannelGrouping.isPaid(medium) || medium == "cpm"
  }

  /// Whether visits have that medium by themselves or by a letter, and no advertisement gives it.
  private static func isOwn(_ medium: String) -> Bool {
    medium == "organic" || medium == "referral" || ChannelGrouping.mailWords.contains(medium)
      || letterMedia.contains(medium)
  }

  /// How shops tag what they send to their subscribers.
  private static let letterMedia: Set<String> = [
    "newsletter", "newsletters", "mailing", "maillist", "mailout", "digest", "messages", "senler",
    "rassylka", "rassilka", "рассылка", "рассылки", "письмо",
  ]

  /// Whether visits have that medium without a tag.
  static func isUntagged(_ medium: String) -> Bool {
    ["", "organic", "(none)", "(not set)"].contains(plain(medium))
  }
}
