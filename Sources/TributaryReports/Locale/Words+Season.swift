import TributaryAnalysis
import TributaryModel

/// The words of the season's page.
extension Words {
  /// The event as the shop's calendar names it.
  func peakName(_ name: String?) -> String {
    guard let name, !name.isEmpty else { return say("the next peak", "следующий пик") }
    return VisibleText.cut(name, to: 40)
  }

  func nextPeakClaim(_ next: SeasonalCurve.NextPeak) -> String {
    let name = capitalised(peakName(next.name))
    let top = fullDay(next.top)
    let orders = number(next.expectedTop.value.rounded())
    if next.daysToStart > 0 {
      let days = counted(next.daysToStart, .day)
      return say(
        "\(name) starts in \(days) and tops out on \(top) with about \(orders) orders a day.",
        "\(name): начало через \(days), вершина \(top), около \(orders) заказов в день.")
    }
    if next.daysToTop > 0 {
      let days = counted(next.daysToTop, .day)
      return say(
        "\(name) has begun and tops out in \(days), on \(top), with about \(orders) orders a day.",
        "\(name): пик начался, вершина через \(days), \(top), около \(orders) заказов в день.")
    }
    return say(
      "\(name) is past its top and ends on \(fullDay(next.end)).",
      "\(name): вершина позади, конец \(fullDay(next.end)).")
  }
}
