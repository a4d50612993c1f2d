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
      file: "robots", label: words.robotsTopic,
      columns: [
        Column(words.robotReasonHead, "reason", .text),
        Column(words.robotRequestsHead, "requests", .count),
        Column(words.robotVisitorsHead, "visitors", .count),
      ],
      rows: report.rows.map { row in
        [
          .markup("\(words.robotReason(row.reason))", file: row.reason), .value(row.requests),
          .value(row.visitors),
        ]
      },
      source: Table.Source(
        sql: """
          select 'known-agent' as reason, count(distinct user_agent) as visitors, sum(requests) as requests
          from request_day
          where is_bot = 1 and day between '\(report.window.first)' and '\(report.window.last)'
          union all
          select reason, sum(visitors), sum(requests)
          from robot_day
          where day between '\(report.window.first)' and '\(report.window.last)'
          group by reason
          """))
  }
}
