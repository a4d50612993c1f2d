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
