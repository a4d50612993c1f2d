import TributaryAnalysis
import TributaryModel

/// Which cities orders spell otherwise than the table of domains, though they are the same.
struct CitySpellingSection {
  let spellings: [CitySpelling]
  let asOf: Day
  let words: Words

  /// Nil when every order spells its city as `geodomains` does, or names another.
  var section: Section? {
    guard !spellings.isEmpty else { return nil }
    return Section(
      topic: words.spellingsTopic, claim: words.spellingsClaim(spellings),
      blocks: [.table(table)], notes: [Section.Note(words.howToRead, words.spellingsNote)])
  }

  private var table: Table {
    Table(
      CitySpelling.results, spellings, asOf: asOf, file: "city-spellings",
      label: words.spellingsTopic,
      columns: [
        .column("spelling", words.spellingHead), .column("city", words.spelledCityHead),
        .column("orders", words.spelledOrdersHead),
      ], words: words)
  }
}

extension CitySpelling {
  /// The spellings in one sentence for a terminal, with three of them; nil without any.
  public static func text(
    _ spellings: [CitySpelling], _ language: RunReport.Language
  ) -> String? {
    guard !spellings.isEmpty else { return nil }
    return Words(language, currency: .usd).sentence(spellings).replacing(Words.noBreak, with: " ")
  }
}

/// The words of cities in other spellings; the sentence is the terminal's.
extension Words {
  var spellingsTopic: String { say("Cities in other spellings", "Города в других написаниях") }
  var spellingHead: String { say("Orders have", "В заказах") }
  var spelledCityHead: String { say("The city", "Город") }
  var spelledOrdersHead: String { say("Orders", "Заказов") }

  func spellingsClaim(_ spellings: [CitySpelling]) -> String {
    let orders = counted(spellings.reduce(0) { $0 + $1.orders }, .order)
    return say(
      "\(orders) spell their city otherwise than the table of domains, and belong to it all the same.",
      "В таблице доменов город пишется иначе, но это он: \(orders).")
  }

  var spellingsNote: Markup {
    rich(
      "Which spellings mean a city, usual ones aside, is said by <code>geodomains.city_spellings</code>.",
      "Какие ещё написания означают город, кроме обычных, говорит <code>geodomains.city_spellings</code>."
    )
  }

  func sentence(_ spellings: [CitySpelling]) -> String {
    let examples = spellings.prefix(3).map { "\($0.spelling) = \($0.city)" }
      .joined(separator: ", ")
    let more = spellings.count > 3 ? ", …" : ""
    let orders = counted(spellings.reduce(0) { $0 + $1.orders }, .order)
    return say(
      "\(orders) spell their city otherwise than geodomains, and belong to it: \(examples)\(more)",
      "город написан иначе, чем в geodomains, но это он (\(orders)): \(examples)\(more)")
  }
}
