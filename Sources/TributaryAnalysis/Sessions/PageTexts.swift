/// What the texts of page views mean, worked out once for each text that is asked for.
///
/// Hosts are numbered, so that they are compared as numbers.
struct PageTexts {
  /// The number of no host.
  static let none: Int32 = -1
  /// The number of a referrer that is a page of a gateway or a sign-in.
  static let passage: Int32 = -2
  /// The number of a referrer that is a page of the shop.
  static let own: Int32 = -4
  private static let unknown: Int32 = -3

  /// How a page of another site sends people: into a new visit, or back into the one that runs.
  enum Sending {
    /// A site of which nothing is known: a bank, a blog.
    case unknown
    /// Mail in a browser.
    case mail
    /// A search engine, a social network and the like.
    case known
  }

  /// Normalised hosts by number, those of pages and those of referrers alike.
  private(set) var hostNames: [String] = []

  private let texts: [String]
  private let rules: SessionRules
  private let classifier: SourceClassifier
  private var numbers: [String: Int32] = [:]
  /// Referrers by the part that names their host: pages are many, sites are few.
  private var authorities: [Substring: Int32] = [:]
  private var hosts: [Int32]
  private var referrers: [Int32]
  private var sendings: [Sending?] = []
  private var reached: [FunnelSteps?]
  private var devices: [DeviceClass?]

  init(_ texts: [String], rules: SessionRules, classifier: SourceClassifier) {
    self.texts = texts
    self.rules = rules
    self.classifier = classifier
    hosts = Array(repeating: PageTexts.unknown, count: texts.count)
    referrers = Array(repeating: PageTexts.unknown, count: texts.count)
    reached = Array(repeating: nil, count: texts.count)
    devices = Array(repeating: nil, count: texts.count)
  }

  /// The number of the normalised host; `none` for a code without a text.
  mutating func host(_ code: Int32) -> Int32 {
    let index = Int(code)
    guard hosts.indices.contains(index) else { return PageTexts.none }
    if hosts[index] == PageTexts.unknown {
      hosts[index] = number(of: HostName.normalized(texts[index]))
    }
    return hosts[index]
  }

  /// The number of a referrer's host; `own` for the shop's own hosts, `passage` for gateways and
  /// sign-ins, `none` for none.
  mutating func referrerHost(_ code: Int32) -> Int32 {
    let index = Int(code)
    guard referrers.indices.contains(index) else { return PageTexts.none }
    if referrers[index] == PageTexts.unknown { referrers[index] = readReferrer(texts[index]) }
    return referrers[index]
  }

  /// The host of a number, nil for none.
  func hostName(_ number: Int32) -> String? {
    hostNames.indices.contains(Int(number)) ? hostNames[Int(number)] : nil
  }

  /// How a host of that number sends people.
  mutating func sending(_ number: Int32) -> Sending {
    let index = Int(number)
    guard hostNames.indices.contains(index) else { return .known }
    while sendings.count < hostNames.count { sendings.append(nil) }
    if let known = sendings[index] { return known }
    let sending: Sending =
      switch SiteCatalogue.site(ofHost: hostNames[index])?.kind {
      case nil: .unknown
      case .email: .mail
      default: .known
      }
    sendings[index] = sending
    return sending
  }

  /// The funnel steps of a path.
  mutating func steps(_ code: Int32) -> FunnelSteps {
    let index = Int(code)
    guard reached.indices.contains(index) else { return [] }
    if let known = reached[index] { return known }
    let steps = rules.funnel.steps(of: texts[index])
    reached[index] = steps
    return steps
  }

  /// The device of a user agent, desktop for none.
  mutating func device(_ code: Int32) -> DeviceClass {
    let index = Int(code)
    guard devices.indices.contains(index) else { return .desktop }
    if let known = devices[index] { return known }
    let device = DeviceClass(userAgent: texts[index])
    devices[index] = device
    return device
  }

  private mutating func readReferrer(_ referrer: String) -> Int32 {
    guard let authority = HostName.authority(of: referrer) else { return PageTexts.none }
    if let known = authorities[authority] { return known }
    var number = PageTexts.none
    if let host = HostName.named(by: authority) {
      number =
        if classifier.isShop(host) {
          PageTexts.own
        } else {
          classifier.isOwn(host) ? PageTexts.passage : self.number(of: host)
        }
    }
    authorities[authority] = number
    return number
  }

  private mutating func number(of host: String) -> Int32 {
    if let known = numbers[host] { return known }
    let number = Int32(hostNames.count)
    numbers[host] = number
    hostNames.append(host)
    return number
  }
}
