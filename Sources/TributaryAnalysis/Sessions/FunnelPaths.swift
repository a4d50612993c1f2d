/// Which paths stand for which step.
public struct FunnelPaths: Sendable, Hashable {
  public var product: [Glob]
  public var cart: [Glob]
  public var checkout: [Glob]
  /// The page that confirms an order; it does not count as checkout.
  public var order: [Glob]
  /// Pages that confirm an order as well and hold its number at their last `*`.
  public var orderNumber: [Glob]

  package init(
    product: [String] = ["/product/*"], cart: [String] = ["/cart*"],
    checkout: [String] = ["/checkout"], order: [String] = ["/checkout/thanks"],
    orderNumber: [String] = []
  ) {
    self.product = product.map { Glob($0) }
    self.cart = cart.map { Glob($0) }
    self.checkout = checkout.map { Glob($0) }
    self.order = order.map { Glob($0) }
    self.orderNumber = orderNumber.flatMap { FunnelPaths.presets[$0] ?? [$0] }.map { Glob($0) }
  }

  /// The steps that a path stands for; a slash at its end does not matter.
  public func steps(of path: String) -> FunnelSteps {
    let bare = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    func hit(_ globs: [Glob]) -> Bool {
      globs.contains { $0.matches(path) || $0.matches(bare) }
    }
    if hit(order) || orderNumber(in: path, orderNumber) != nil { return .order }
    var steps: FunnelSteps = []
    if hit(product) { steps.insert(.product) }
    if hit(cart) { steps.insert(.cart) }
    if hit(checkout) { steps.insert(.checkout) }
    return steps
  }

  /// The order number in the path of a page that confirms an order; nil for none.
  ///
  /// It is the part of the path that stands for the last `*` of a pattern, where that has a digit
  /// and is no long key, as links to a customer's own order have.
  /// Example: `/checkout/order-received/54763/` by `/checkout/order-received/*` is 54763.
  func orderNumber(in path: String) -> String? { orderNumber(in: path, orderNumber + order) }

  private func orderNumber(in path: String, _ globs: [Glob]) -> String? {
    let bare = path.hasSuffix("/") ? String(path.dropLast()) : path
    // The shop's own staff look at orders there.
    guard !bare.hasPrefix("/admin/") else { return nil }
    for glob in globs {
      guard let run = glob.lastRun(in: bare) ?? glob.lastRun(in: path) else { continue }
      let part = run.prefix { $0 != "/" }
      if isNumber(part), bare.contains("/" + part) { return String(part) }
    }
    return nil
  }

  private func isNumber(_ part: Substring) -> Bool {
    guard part.utf8.count <= 32, part.contains(where: \.isNumber) else { return false }
    let isKey = part.utf8.count >= 16 && part.contains(where: \.isLetter) && !part.contains("-")
    return !isKey
  }

  /// Where shop systems confirm an order with its number in the path.
  ///
  /// Source: WooCommerce's endpoint `order-received`, Shopify's `thank_you` and order status pages,
  /// Bitrix's `sale.order.ajax` and payment pages, OpenCart's SEO links, InSales' order pages.
  static let presets: [String: [String]] = [
    "woocommerce": ["*/order-received/*"],
    "shopify": ["/checkouts/*/thank_you", "/checkouts/*/thank-you", "/*/orders/*"],
    "bitrix": ["/personal/order/make/*", "/personal/order/payment/*"],
    "opencart": ["/checkout/success/*", "/index.php/checkout/success/*"],
    "insales": ["/orders/*"],
  ]

  /// Names of shop systems that stand for their paths.
  public static var shopSystems: [String] { presets.keys.sorted() }
}

/// The steps towards an order that a visit reached.
///
/// Each step says what was seen, no more: a visit that lands on the cart has not reached a product.
public struct FunnelSteps: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8

  /// A literal is taken as it stands.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  public static let product = FunnelSteps(rawValue: 1)
  public static let cart = FunnelSteps(rawValue: 2)
  public static let checkout = FunnelSteps(rawValue: 4)
  public static let order = FunnelSteps(rawValue: 8)
}
