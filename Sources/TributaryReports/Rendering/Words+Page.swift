import TributaryAnalysis
import TributaryModel

/// The words of the frame around every page.
extension Words {
  var skipToReport: String { say("Skip to the report", "К отчёту") }
  var reports: String { say("Reports", "Отчёты") }

  func title(_ page: PageName) -> String {
    switch page {
    case .morning: say("Morning", "Утро")
    case .campaigns: say("Campaigns", "Реклама")
    case .channels: say("Channels", "Каналы")
    case .funnels: say("Funnels", "Воронки")
    case .season: say("Season", "Сезон")
    case .cities: say("Cities", "Города")
    case .orders: say("Orders", "Заказы")
    case .tops: say("Pages and queries", "Страницы и запросы")
    case .quality: say("Data", "Данные")
    }
  }

  func dateLine(_ page: PageName, _ asOf: Day) -> String {
    say(
      "\(title(page)), as of \(longDay(asOf))", "\(title(page)), последний день: \(longDay(asOf))")
  }

  func foot(_ report: RunReport) -> Markup {
    let zone = report.shop.zone.identifier
    return rich(
      """
      Data to the end of \(longDay(report.asOf)). Days are those of \(zone); money is in \
      \(currency.code). Expected figures are forecasts under the assumptions shown, not promises.
      """,
      """
      Данные по \(fullDay(report.asOf)) \(report.asOf.year) года включительно. Дни по времени \
      \(zone), деньги в \(currency.code). Ожидаемые числа – прогноз при названных допущениях, а не обещание.
      """)
  }
}
