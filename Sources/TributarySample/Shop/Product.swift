/// An article of the shop.
struct Product {
  let sku: String
  /// The last part of its address, in Latin letters.
  let slug: String
  let name: String
  let category: Category
  /// Kopecks.
  let price: Int64
  /// Kopecks; 46 to 57% of the price.
  let cost: Int64
  /// Days from order to delivery by the supplier.
  let leadDays: Int

  var path: String { "/product/\(sku.lowercased())-\(slug)" }

  /// What the article is for; the raw value is the catalogue page's address.
  enum Category: String, CaseIterable {
    case halloween = "hellouin"
    case newYear = "novyj-god"
    case animals = "zveri"
    case princesses = "princessy"
    case heroes = "supergeroi"
    case history = "istoricheskie"
    case accessories = "aksessuary"
    case wigs = "pariki"

    /// The category whose stock runs out in the planted stock-out.
    static let leading = Category.halloween

    var name: String {
      switch self {
      case .halloween: "Хэллоуин"
      case .newYear: "Новый год"
      case .animals: "Звери"
      case .princesses: "Принцессы"
      case .heroes: "Супергерои"
      case .history: "Исторические"
      case .accessories: "Аксессуары"
      case .wigs: "Парики и грим"
      }
    }

    var path: String { "/catalog/\(rawValue)" }

    /// How often this category is the reason to buy, by the season that rules the day.
    func weight(in season: Season) -> Double {
      switch (self, season) {
      case (.halloween, .halloween): 46
      case (.halloween, _): 6
      case (.newYear, .newYear): 48
      case (.newYear, _): 2
      case (.animals, .newYear): 18
      case (.animals, _): 16
      case (.princesses, _): 14
      case (.heroes, _): 12
      case (.history, _): 8
      case (.accessories, _): 9
      case (.wigs, .halloween): 14
      case (.wigs, _): 7
      }
    }
  }

  /// Which peak rules a day.
  enum Season {
    case halloween
    case newYear
    case ordinary

    init(month: Int, day: Int) {
      switch (month, day) {
      case (10, _), (11, ...3): self = .halloween
      case (11, 25...), (12, _), (1, ...4): self = .newYear
      default: self = .ordinary
      }
    }
  }
}
