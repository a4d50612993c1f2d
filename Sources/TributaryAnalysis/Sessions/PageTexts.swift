/// What the texts of page views mean, worked out once for each text that is asked for.
struct PageTexts {
  private let texts: [String]
  private let funnel: FunnelPaths
  private var hosts: [String?]
  private var outside: [String??]
  private var reached: [FunnelSteps?]
  private var devices: [DeviceClass?]

  init(_ texts: [String], funnel: FunnelPaths) {
    self.texts = texts
    self.funnel = funnel
    hosts = Array(repeating: nil, count: texts.count)
    outside = Array(repeating: nil, count: texts.count)
    reached = Array(repeating: nil, count: texts.count)
    devices = Array(repeating: nil, count: texts.count)
  }

  /// The normalised host, empty for none.
  mutating func host(_ code: Int32) -> String {
    let index = Int(code)
    guard texts.indices.contains(index) else { return "" }
    if let known = hosts[index] { return known }
    let host = HostName.normalized(texts[index])
    hosts[index] = host
    return host
  }

  /// The host of a referrer, nil for none, for the shop's own hosts and for gateways.
  mutating func outsideHost(_ code: Int32, classifier: SourceClassifier) -> String? {
    let index = Int(code)
    guard texts.indices.contains(index) else { return nil }
    if let known = outside[index] { return known }
    let host = classifier.referrerHost(texts[index], landingHost: "")
    outside[index] = .some(host)
    return host
  }

  /// The funnel steps of a path.
  mutating func steps(_ code: Int32) -> FunnelSteps {
    let index = Int(code)
    guard texts.indices.contains(index) else { return [] }
    if let known = reached[index] { return known }
    let steps = funnel.steps(of: texts[index])
    reached[index] = steps
    return steps
  }

  /// The device of a user agent, desktop for none.
  mutating func device(_ code: Int32) -> DeviceClass {
    let index = Int(code)
    guard texts.indices.contains(index) else { return .desktop }
    if let known = devices[index] { return known }
    let device = DeviceClass(userAgent: texts[index])
    devices[index] = device
    return device
  }
}
