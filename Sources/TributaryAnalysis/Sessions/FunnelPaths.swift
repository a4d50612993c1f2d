/// Which paths stand for which step.
public struct FunnelPaths: Sendable, Hashable {
  public var product: [Glob]
  public var cart: [Glob]
  public var checkout: [Glob]
  /// The page that confirms an order; it does not count as checkout.
  public var order: [Glob]

  package init(
    product: [String] = ["/product/*"], cart: [String] = ["/cart*"],
    checkout: [String] = ["/checkout"], order: [String] = ["/checkout/thanks"]
  ) {
    self.product = product.map { Glob($0) }
    self.cart = cart.map { Glob($0) }
    self.checkout = checkout.map { Glob($0) }
    self.order = order.map { Glob($0) }
  }

  /// The steps that a path stands for; a slash at its end does not matter.
  public func steps(of path: String) -> FunnelSteps {
    let bare = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    func hit(_ globs: [Glob]) -> Bool {
      globs.contains { $0.matches(path) || $0.matches(bare) }
    }
    if hit(order) { return .order }
    var steps: FunnelSteps = []
    if hit(product) { steps.insert(.product) }
    if hit(cart) { steps.insert(.cart) }
    if hit(checkout) { steps.insert(.checkout) }
    return steps
  }
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
