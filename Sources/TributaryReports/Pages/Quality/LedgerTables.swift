import TributaryAnalysis
import TributaryModel

/// The ledger's tables of money: by source and by file.
struct LedgerTables {
  let summary: LedgerSummary
  let words: Words

  private var cells: AmountCells { AmountCells(words: words) }

  /// Money read = loaded + repeats + refused, for every source and currency.
  var sourceMoney: Table {
    var columns = [
      Column(words.sourceHead, "source", .text), Column(words.reconcilesHead, "reconciles", .text),
      Column("", "currency", .text, place: .file),
    ]
    let fates = Fates(summary.sources.map(\.counts))
    columns += self.columns(of: fates)
    return Table(
      file: "source-money", label: words.moneyTopic, columns: columns,
      rows: summary.sources.map { row($0, fates) }, isWide: true,
      source: Table.Source(
        sql: """
          select table_name, iif(currency = '', '\(words.currency.code)', currency) as currency,
            sum(read) as read, sum(loaded) as loaded, sum(restated_from) as restated_from,
            sum(restated_to) as restated_to, sum(duplicate) as duplicate,
            sum(rejected) as rejected, sum(unknown_amounts) as unknown_amounts
          from file_money
          group by 1, 2
          order by 1, 2
          """))
  }

  var fileMoney: Table {
    var columns = [
      Column(words.fileHead, "path", .text), Column(words.sourceHead, "source", .text),
      Column("", "currency", .text, place: .file),
    ]
    let fates = Fates(summary.files.map(\.counts))
    let isStated = summary.files.contains { $0.statedTotal != nil }
    columns += cells.columns(words.statedHead, "stated_total", onPage: isStated)
    columns += cells.columns(words.listedHead, "listed", onPage: isStated)
    columns += self.columns(of: fates)
    return Table(
      file: "source-file-money", label: words.fileMoneyLabel, caption: words.fileMoneyCaption,
      columns: columns, rows: summary.files.map { row($0, fates, isStated: isStated) },
      isWide: true,
      source: Table.Source(
        sql: """
          select path, table_name, currency, m.read, m.loaded, restated_from, restated_to,
            m.duplicate, m.rejected, unknown_amounts, listed, stated_total
          from file_money m
          join source_file using (source_file_id)
          order by path, table_name, currency
          """))
  }

  /// Which figures say anything, in any row: the others stand in the CSV only.
  private struct Fates {
    let repeats: Bool
    let restated: Bool
    let unknown: Bool

    init(_ counts: [MoneyCounts]) {
      repeats = counts.contains { $0.duplicate != 0 }
      restated = counts.contains { $0.restatedFrom != 0 || $0.restatedTo != 0 }
      unknown = counts.contains { $0.unknownAmounts != 0 }
    }
  }

  private func row(_ source: SourceMoney, _ fates: Fates) -> [Cell] {
    let adds: Cell =
      source.counts.reconciles
      ? .markup(#"<span class="ok">\#(words.addsUp)</span>"#, file: "yes")
      : .markup(#"<span class="dn">! \#(words.doesNotAddUp)</span>"#, file: "no")
    return [name(source.kind), adds, .text(source.currency)]
      + row(source.counts, source.currency, fates)
  }

  private func row(_ file: FileMoney, _ fates: Fates, isStated: Bool) -> [Cell] {
    var row: [Cell] = [.user(file.path), name(file.kind), .text(file.currency)]
    row += cells.money(
      file.statedTotal, file.currency, warns: file.missesStatedTotal, onPage: isStated)
    row += cells.money(file.listed, file.currency, onPage: isStated)
    return row + self.row(file.counts, file.currency, fates)
  }

  private func name(_ kind: SourceKind) -> Cell {
    .markup("\(words.name(kind))", file: kind.rawValue)
  }

  private func columns(of fates: Fates) -> [Column] {
    cells.columns(words.readHead, "read") + cells.columns(words.loadedHead, "loaded")
      + cells.columns(words.duplicateHead, "duplicate", onPage: fates.repeats)
      + cells.columns(words.refusedHead, "rejected")
      + [
        Column(
          words.unknownAmountsHead, "unknown_amounts", .count,
          place: fates.unknown ? .everywhere : .file)
      ]
      + cells.columns(words.restatedFromHead, "restated_from", onPage: fates.restated)
      + cells.columns(words.restatedToHead, "restated_to", onPage: fates.restated)
  }

  private func row(_ counts: MoneyCounts, _ currency: String, _ fates: Fates) -> [Cell] {
    cells.money(counts.read, currency) + cells.money(counts.loaded, currency)
      + cells.money(counts.duplicate, currency, onPage: fates.repeats)
      + cells.money(counts.rejected, currency) + [.value(counts.unknownAmounts)]
      + cells.money(counts.restatedFrom, currency, onPage: fates.restated)
      + cells.money(counts.restatedTo, currency, onPage: fates.restated)
  }
}
