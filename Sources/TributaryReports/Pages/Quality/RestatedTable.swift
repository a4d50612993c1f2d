import TributaryAnalysis
import TributaryModel

/// Day by day what an earlier night said, what is said now, and which files brought it.
struct RestatedTable {
  let restatement: Restatement
  let asOf: Day
  let words: Words

  private var cells: AmountCells { AmountCells(words: words) }

  var table: Table {
    var columns = [
      Column(words.dayHead, "day", .text), Column("", "measure", .text, place: .file),
    ]
    columns += cells.columns(words.differenceHead, "difference")
    columns += cells.columns(words.wasHead, "before")
    columns += cells.columns(words.isHead, "after")
    columns.append(Column(words.filesHead, "files", .text))
    return Table(
      file: "restated-days", label: words.restatedTopic, columns: columns,
      rows: restatement.days.map(row), isWide: true,
      source: Table.Source(
        sql: """
          select day, measure, after - before as difference, before, after, files
          from restated_day
          where as_of = '\(asOf)'
          order by day desc, measure
          """))
  }

  private func row(_ change: Restatement.Change) -> [Cell] {
    var row: [Cell] = [
      .markup(
        "\(words.day(change.day, year: true))<small>\(words.name(change.measure))</small>",
        sort: Double(change.day.number), file: change.day.description),
      .text(change.measure.rawValue),
    ]
    row += cells.amount(change.difference, change.measure, signed: true)
    row += cells.amount(change.before, change.measure)
    row += cells.amount(change.after, change.measure)
    row.append(files(change.files))
    return row
  }

  /// The first files by name; the CSV has all of them.
  private func files(_ files: [String]) -> Cell {
    var shown = files.prefix(2).map { file -> Markup in "<bdi>\(VisibleText.cut(file))</bdi>" }
    if files.count > 2 { shown.append("\(words.moreFiles(files.count - 2))") }
    return .markup(.joined(shown, separator: ", "), file: files.joined(separator: "; "))
  }
}
