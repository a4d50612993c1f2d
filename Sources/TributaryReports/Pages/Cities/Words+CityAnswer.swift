import TributaryAnalysis
import TributaryModel

/// The answer of the cities' page: which city pays.
extension Words {
  func answer(_ answer: CityContrast.Answer) -> String {
    switch answer {
    case .empty:
      say(
        "No city can be judged yet; name the city domains.",
        "Судить о городах пока нельзя; укажите городские домены.")
    case .single(let city):
      say(
        "\(named(city)) is the only open city, so there is nothing to compare it with.",
        "\(named(city)): единственный открытый город, сравнивать его не с чем.")
    case .nobodyVisits(let count):
      say(
        "\(counted(count, .city)), but no visits to compare them by; check their hosts.",
        "\(capitalised(counted(count, .city))), но сравнить их не по чему: визитов нет, проверьте домены."
      )
    case .alike(let count, let largest):
      say(
        "None of \(counted(count, .city)) sells clearly better or worse per visit; \(named(largest)) is the largest.",
        "Ни один город из \(number(count)) не продаёт на визит явно лучше или хуже; крупнейший – \(named(largest))."
      )
    case .differs(let perVisit, let perHead):
      capitalised(clauses(perVisit, perHead).joined(separator: "; ")) + "."
    }
  }

  /// The measure that tells cities apart first, and of two such the site: it can be mended.
  private func clauses(_ perVisit: CityContrast.Claim, _ perHead: CityContrast.Claim) -> [String] {
    let visit = visitClause(perVisit)
    guard let head = headClause(perHead) else { return [visit] }
    if case .differs = perVisit { return [visit, head] }
    return [head, visit]
  }

  private func visitClause(_ perVisit: CityContrast.Claim) -> String {
    switch perVisit {
    case .unknown, .single:
      say("per visit nothing can be compared", "по визитам сравнить нельзя")
    case .alike:
      say("per visit no city differs", "на визит города не различаются")
    case .differs([], let below):
      say(
        "check the site in \(cities(below)): fewer orders per visit than elsewhere",
        "проверьте сайт: \(cities(below)), заказов на визит меньше, чем в других городах")
    case .differs(let above, []):
      say(
        "learn from \(cities(above)): more orders per visit than elsewhere",
        "учитесь у лучших: \(cities(above)), заказов на визит больше, чем в других городах")
    case .differs(let above, let below):
      say(
        "check the site in \(cities(below)), and learn from \(cities(above))",
        "проверьте сайт: \(cities(below)); учитесь у лучших: \(cities(above))")
    }
  }

  private func headClause(_ perHead: CityContrast.Claim) -> String? {
    guard case .differs(let above, let below) = perHead else { return nil }
    let isOne = (above.isEmpty ? below : above).count == 1
    return above.isEmpty
      ? say(
        "\(cities(below)) \(isOne ? "orders" : "order") clearly less per head",
        "заказов на жителя явно меньше: \(cities(below))")
      : say(
        "\(cities(above)) \(isOne ? "orders" : "order") clearly more per head",
        "заказов на жителя явно больше: \(cities(above))")
  }
}
