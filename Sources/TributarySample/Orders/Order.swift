/// One order, with everything that the files say of it.
struct Order {
  var id = ""
  let placedAt: LocalTime
  let method: Method
  /// The domain that it came through; nil for the store.
  let host: String?
  var customer: Customer
  let lines: [Line]
  /// Kopecks, already taken off the total.
  let discount: Int64
  /// Kopecks that the customer pays for delivery.
  let deliveryCharge: Int64
  /// Kopecks that delivery costs the shop.
  let deliveryCost: Int64
  let payment: Payment
  var history: [Change] = []
  var cancelReason: String?

  var goods: Int64 { lines.reduce(0) { $0 + $1.sum } }
  var total: Int64 { goods - discount + deliveryCharge }
  var costOfGoods: Int64 { lines.reduce(0) { $0 + Int64($1.quantity) * $1.product.cost } }
  var status: Status { history.last?.status ?? .new }
  var isOnWebsite: Bool { method == .cart || method == .oneClick }

  /// When it first came to that status, or nil.
  func moment(of status: Status) -> LocalTime? { history.first { $0.status == status }?.at }

  struct Line {
    let product: Product
    let quantity: Int

    var sum: Int64 { Int64(quantity) * product.price }
  }

  struct Change {
    let at: LocalTime
    let status: Status
  }

  enum Method: String, CaseIterable {
    case cart
    case oneClick = "one_click"
    case phone
    case letter
    case retail

    /// First letter of the order's number.
    var prefix: String {
      switch self {
      case .cart, .oneClick: "W"
      case .phone: "P"
      case .letter: "L"
      case .retail: "S"
      }
    }
  }

  enum Payment: String {
    case card
    case cashOnDelivery = "cash_on_delivery"
    case cash
    case invoice
  }

  enum Status: String, CaseIterable {
    case new
    case confirmed
    case awaitingStock = "awaiting_stock"
    case assembling
    case shipped
    case delivered
    case cancelled
    case unclaimed
  }
}
