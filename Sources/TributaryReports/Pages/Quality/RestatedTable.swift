import TributaryAnalysis
import TributaryModel

/// Day by day what an earlier run said, what is said now, and which files brought it.
struct RestatedTable {
  let table: Table

  init(_ restatement: Restatement, asOf: Day, _ words: Words) {
    let cells = AmountCells(words: words)
    table = Table(
      Restatement.results, restatement.entries,
      ResultSelection(
        order: [("day", true), ("measure", false)],
        texts: ["measure": Restatement.Measure.allCases.map(\.rawValue)]),
      asOf: asOf, file: "restated-days", label: words.restatedTopic,
      columns: [
        .drawn(words.dayHead) { row in
          let day = words.day(row.change.day, year: true)
          return .markup(
            "\(day)<small>\(words.name(row.change.measure))</small>",
            sort: Double(row.change.day.number))
        },
        .drawn(words.differenceHead, .money) {
          cells.amount($0.change.difference, $0.change.measure, signed: true)
        },
        .drawn(words.wasHead, .money) { cells.amount($0.change.before, $0.change.measure) },
        .drawn(words.isHead, .money) { cells.amount($0.change.after, $0.change.measure) },
        .drawn(words.filesHead) { RestatedTable.files($0.change.files, words) },
      ], isWide: true, words: words)
  }

  /// The first files by name; the CSV has all of them.
  private static func files(_ files: [String], _ words: Words) -> Cell {
    var shown = files.prefix(2).map { file -> Markup in "<bdi>\(VisibleText.cut(file))</bdi>" }
    if files.count > 2 { shown.append("\(words.moreFiles(files.count - 2))") }
    return .markup(.joined(shown, separator: ", "))
  }
}
