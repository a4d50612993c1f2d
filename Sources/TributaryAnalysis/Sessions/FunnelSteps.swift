/// The steps towards an order that a visit reached.
///
/// Each step says what was seen, no more: a visit that lands on the cart has not reached a product.
public struct FunnelSteps: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  public static let product = FunnelSteps(rawValue: 1)
  public static let cart = FunnelSteps(rawValue: 2)
  public static let checkout = FunnelSteps(rawValue: 4)
  public static let order = FunnelSteps(rawValue: 8)
}
