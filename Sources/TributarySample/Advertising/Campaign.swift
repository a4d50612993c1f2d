import TributaryModel

/// One advertising campaign and what is planted about it.
struct Campaign {
  let name: String
  /// The platform's number.
  let id: String
  let platform: Platform
  let medium: String
  let role: Role
  let landing: String
  /// Weight among the sources of first visits.
  let opening: Double
  /// Weight among the first visits of people who end up buying.
  let buying: Double
  /// Weight among later visits, and among the last visits before an order.
  let closing: Double
  /// Kopecks a click.
  let clickPrice: Int64
  /// Impressions a click.
  let impressionsPerClick: Int
  var months: Set<Int>?
  /// The only city whose people see it.
  var city: String?
  /// Whether its links name the platform's number instead of the campaign's name.
  var tagsByID = false

  enum Platform: String {
    case yandex
    case google
    case vk

    /// utm_source.
    var source: String { rawValue }
  }

  /// What a campaign truly does.
  enum Role: String {
    /// Found by people who look for the shop's name and would come anyway.
    case brand
    /// Brings buyers.
    case generic
    /// Opens paths that others close: never the last touch before an order.
    case assist
    /// Costs money and brings clicks, and almost no orders.
    case useless

    /// The campaign type that the owner would write down.
    var type: String {
      switch self {
      case .brand: "brand"
      case .generic: "generic"
      case .assist, .useless: "upper"
      }
    }
  }

  /// Share of the orders opened by a brand campaign that would not have come without it.
  static let brandCauses = 0.10

  func runs(on day: Day) -> Bool { months?.contains(day.month) ?? true }

  /// What stands in utm_campaign.
  var tag: String { tagsByID ? id : name }

  var hasQueries: Bool {
    medium == "cpc" && (role == .generic || role == .brand) && platform != .vk
  }
}
