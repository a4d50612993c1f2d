import TributaryAnalysis
import TributaryModel

/// What robots asked for, by how they were told from people.
struct RobotSection {
  let report: RobotReport
  let words: Words

  /// Nil without a log.
  var section: Section? {
    guard report.requests > 0 else { return nil }
    return Section(
      topic: words.robotsTopic, claim: words.robotsClaim(report),
      blocks: report.rows.isEmpty ? [] : [.table(table)],
      notes: [Section.Note(words.howToRead, words.robotsNote)])
  }

  private var table: Table {
    Table(
      RobotReport.Row.results, report.rows, asOf: report.window.last, file: "robots",
      label: words.robotsTopic,
      columns: [
        .drawn(words.robotReasonHead) { .text(words.robotReason($0.reason)) },
        .column("requests", words.robotRequestsHead),
        .column("visitors", words.robotVisitorsHead),
      ], words: words)
  }
}

/// The words of robots on the page of data.
extension Words {
  var robotsTopic: String { say("Robots", "Роботы") }
  var robotReasonHead: String { say("How they were told", "Как узнаны") }
  var robotRequestsHead: String { say("Requests", "Запросы") }
  var robotVisitorsHead: String { say("Agents or visitors", "Агенты или посетители") }

  func robotReason(_ reason: String) -> String {
    switch reason {
    case "known-agent": say("well-known user agent", "известный робот по user agent")
    case RobotJudgement.Reason.agentList.rawValue: say("the shop’s own list", "список магазина")
    case RobotJudgement.Reason.pagesPerMinute.rawValue:
      say("too many pages a minute", "слишком много страниц в минуту")
    case RobotJudgement.Reason.noAssets.rawValue:
      say("many pages, no style or picture", "много страниц, ни стилей, ни картинок")
    case RobotJudgement.Reason.onlyHead.rawValue:
      say("asks whether pages are there, opens none", "лишь проверяет страницы (HEAD)")
    case RobotJudgement.Reason.onlyMissing.rawValue:
      say("nothing but pages that do not exist", "только несуществующие страницы")
    default: reason
    }
  }

  func robotsClaim(_ report: RobotReport) -> String {
    guard let share = report.share, report.robotRequests > 0 else {
      return say(
        "No robot was seen in the site log.", "Роботов в журнале сайта не видно.")
    }
    let part = percent(share, decimals: 0)
    let judged = report.rows.filter { $0.reason != "known-agent" }.reduce(0) { $0 + $1.requests }
    guard judged > 0 else {
      return say(
        "Robots make \(part) of all requests; none of it counts as visits.",
        "Роботы делают \(part) запросов; визитами они не считаются.")
    }
    return say(
      "Robots make \(part) of all requests, \(number(judged)) of them told by behaviour or the shop’s list; none of it counts as visits.",
      "Роботы делают \(part) запросов, из них \(number(judged)) узнаны по поведению или списку магазина; визитами они не считаются."
    )
  }

  var robotsNote: Markup {
    rich(
      "Requests other than for pages (HEAD, errors, forms) make no visit either way. <code>sessions.bot_agents</code> and <code>sessions.human_agents</code> of the pipeline file change who counts; history follows.",
      "Запросы не к страницам (HEAD, ошибки, формы) визитов не делают в любом случае. Кто считается роботом, меняют <code>sessions.bot_agents</code> и <code>sessions.human_agents</code> в файле конвейера; история пересчитывается."
    )
  }
}
