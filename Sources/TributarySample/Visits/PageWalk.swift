/// Turns a visit into the requests of one session.
struct PageWalk {
  private(set) var requests: [Request] = []
  private let host: String
  private var clock: LocalTime
  private var random: SeededRandom
  private var previous: String?

  /// Shares of browsing visits that go on to the next step.
  static let leavesAtOnce = 0.40
  static let fillsCart = 0.13
  static let startsCheckout = 0.42
  /// Share of browsing visits that look at how to reach the shop, and of callers with the time to.
  static let readsContacts = 0.06
  static let callersReadContacts = 0.55
  /// Longest time from one page to the next.
  private static let longestLook = 95

  init(of visit: Visit, random: SeededRandom) {
    host = visit.host
    clock = visit.at
    self.random = random
    switch visit.goal {
    case .browse:
      browse(from: visit.source)
      if self.random.chance(PageWalk.readsContacts) { openContacts() }
    case .call(let call): browse(from: visit.source, until: call)
    case .order(let id, let product, let isOneClick):
      buy(id, product: product, isOneClick: isOneClick, from: visit.source)
    }
  }

  private mutating func browse(from source: TrafficSource) {
    land(on: landing(of: source), from: source)
    if random.chance(PageWalk.leavesAtOnce) { return }
    let products = random.integer(in: 1...3)
    for _ in 0..<products {
      let product = random.pick(Product.catalogue)
      if random.chance(0.45) { open(product.category.path) }
      open(product.path)
    }
    guard random.chance(PageWalk.fillsCart) else { return }
    post("/cart/add")
    open("/cart")
    if random.chance(PageWalk.startsCheckout) { open("/checkout") }
  }

  /// Looks at pages for as long as there is time, the last perhaps the one with the telephone.
  private mutating func browse(from source: TrafficSource, until call: LocalTime) {
    land(on: landing(of: source), from: source)
    for _ in 0..<random.below(4) where clock.adding(2 * PageWalk.longestLook) < call {
      open(random.pick(Product.catalogue).path)
    }
    let reads = random.chance(PageWalk.callersReadContacts)
    if reads, clock.adding(PageWalk.longestLook) < call { openContacts() }
  }

  private mutating func openContacts() { open(random.chance(0.6) ? "/contacts" : "/delivery") }

  /// The last page is the thank-you page, exactly when the order was placed.
  private mutating func buy(
    _ id: String, product: String, isOneClick: Bool, from source: TrafficSource
  ) {
    let placedAt = clock
    land(on: landing(of: source), from: source)
    let category = Product.catalogue.first { $0.path == product }?.category.path
    if let category, random.chance(0.7) { open(category) }
    open(product)
    if isOneClick {
      post("/one-click")
    } else {
      post("/cart/add")
      open("/cart")
      open("/checkout")
      post("/checkout")
    }
    clock = clock.adding(isOneClick ? 1 : 2)
    page("/checkout/thanks?order_id=\(id)", referrer: previous ?? "/")
    // The walk was timed forward from the order; move it back so that it ends there.
    let late = clock.seconds - placedAt.seconds
    for position in requests.indices {
      requests[position].at = requests[position].at.adding(-late)
    }
  }

  private mutating func landing(of source: TrafficSource) -> String {
    switch source {
    case .campaign(let position): return Campaign.all[position].landing
    case .unpaid:
      switch random.position(weights: [45, 35, 20]) {
      case 0: return "/"
      case 1: return random.pick(Product.Category.allCases).path
      default: return random.pick(Product.catalogue).path
      }
    }
  }

  private mutating func land(on path: String, from source: TrafficSource) {
    let tags = LandingTags(of: source, &random)
    let target = tags.query.isEmpty ? path : path + "?" + tags.query
    requests.append(
      Request(
        at: clock, host: host, target: target, bytes: length(path), referrer: tags.referrer))
    previous = path
    for asset in SiteAssets.first { fetch(asset, of: path) }
    for file in SiteAssets.sometimes where random.chance(file.share) {
      fetch(file.asset, of: path)
    }
    pictures(of: path)
  }

  private mutating func open(_ path: String) {
    clock = clock.adding(random.integer(in: 6...PageWalk.longestLook))
    page(path, referrer: previous ?? "/")
    pictures(of: path)
  }

  private mutating func page(_ target: String, referrer: String) {
    requests.append(
      Request(
        at: clock, host: host, target: target, bytes: length(target),
        referrer: "https://\(host)\(referrer)"))
    previous = target
  }

  private mutating func post(_ path: String) {
    clock = clock.adding(random.integer(in: 5...60))
    requests.append(
      Request(
        at: clock, host: host, method: "POST", target: path, status: 302, bytes: 154,
        referrer: "https://\(host)\(previous ?? "/")"))
  }

  private mutating func pictures(of path: String) {
    if path.hasPrefix("/product/") {
      guard random.chance(0.7) else { return }
      fetch(SiteAssets.picture(of: path), of: path)
    } else if path == "/" || path.hasPrefix("/catalog/") {
      let shown = Product.catalogue.filter { path == "/" || $0.category.path == path }.prefix(6)
      for product in shown where random.chance(0.09) {
        fetch(SiteAssets.picture(of: product.path), of: path)
      }
    }
  }

  private mutating func fetch(_ asset: SiteAssets.Asset, of path: String) {
    let isKnown = random.chance(0.06)
    requests.append(
      Request(
        at: clock, host: host, target: asset.path, status: isKnown ? 304 : 200,
        bytes: isKnown ? 0 : asset.bytes, referrer: "https://\(host)\(path)"))
  }

  private mutating func length(_ path: String) -> Int {
    SiteAssets.page(path.hasPrefix("/checkout") ? "/checkout" : path) + random.below(16)
  }
}
