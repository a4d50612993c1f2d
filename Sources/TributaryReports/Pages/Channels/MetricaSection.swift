import TributaryAnalysis
import TributaryModel

/// Visits by the sources of Yandex Metrica, to be held against its own reports.
struct MetricaSection {
  let visits: [MetricaVisits]
  let asOf: Day
  let words: Words

  var section: Section {
    Section(
      topic: words.metricaTopic, claim: words.metricaClaim(visits),
      blocks: [.table(table)], notes: [Section.Note(words.howToRead, words.metricaRead)])
  }

  private var table: Table {
    Table(
      MetricaVisits.results, visits, asOf: asOf, file: "metrica-sources", label: words.metricaTopic,
      columns: [
        .drawn(words.channelHead) { [words] in .text(words.name($0.source)) },
        .column("sessions", words.visitsHead), .column("orders", words.orderedHead),
      ],
      total: [
        .text(words.together), .value(Double(visits.reduce(0) { $0 + $1.sessions })),
        .value(Double(visits.reduce(0) { $0 + $1.orders })),
      ], words: words)
  }
}

/// The words of the section on Metrica's sources.
extension Words {
  var metricaTopic: String { say("As Yandex Metrica counts", "Как в Яндекс Метрике") }

  func metricaClaim(_ visits: [MetricaVisits]) -> String {
    let all = visits.reduce(0) { $0 + $1.sessions }
    let ads = visits.first { $0.source == .ad }?.sessions ?? 0
    let share = percent(all > 0 ? Double(ads) / Double(all) : 0, decimals: 0)
    return say(
      "By Metrica’s rules \(share) of \(counted(all, .visit)) come by advertising.",
      "По правилам Метрики из рекламы приходят \(share) визитов (всего \(number(all))).")
  }

  var metricaRead: Markup {
    rich(
      "Each visit by the last source that Metrica would give it. Its own numbers are lower where counters are blocked and higher where it counts robots.",
      "Каждый визит по последнему источнику, который дала бы Метрика. Её собственные числа ниже там, где счётчик заблокирован, и выше, если она считает роботов."
    )
  }

  func name(_ source: MetricaSource) -> String {
    switch source {
    case .direct: say("Direct", "Прямые заходы")
    case .organic: say("Search engines", "Поисковые системы")
    case .ad: say("Advertising", "Реклама")
    case .referral: say("Links on sites", "Ссылки на сайтах")
    case .social: say("Social networks", "Социальные сети")
    case .email: say("Mailings", "Рассылки")
    case .messenger: say("Messengers", "Мессенджеры")
    case .recommend: say("Recommendation systems", "Рекомендательные системы")
    case .internal: say("Internal", "Внутренние переходы")
    case .undefined: say("Not defined", "Не определено")
    case .qrCode: say("QR codes", "QR-коды")
    case .saved: say("Saved pages", "Сохранённые страницы")
    }
  }
}
