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
    columns += fateColumns
    return Table(
      file: "source-money", label: words.moneyTopic, columns: columns,
      rows: summary.sources.map(row), isWide: true,
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
    columns += fateColumns
    columns += cells.columns(words.listedHead, "listed")
    columns += cells.columns(words.statedHead, "stated_total")
    return Table(
      file: "source-file-money", label: words.fileMoneyLabel, caption: words.fileMoneyCaption,
      columns: columns, rows: summary.files.map(row), isWide: true,
      source: Table.Source(
        sql: """
          select path, table_name, currency, m.read, m.loaded, restated_from, restated_to,
            m.duplicate, m.rejected, unknown_amounts, listed, stated_total
          from file_money m
          join source_file using (source_file_id)
          order by path, table_name, currency
          """))
  }

  private func row(_ source: SourceMoney) -> [Cell] {
    let adds: Cell =
      source.counts.reconciles
      ? .markup(#"<span class="ok">\#(words.addsUp)</span>"#, file: "yes")
      : .markup(#"<span class="dn">! \#(words.doesNotAddUp)</span>"#, file: "no")
    return [name(source.kind), adds, .text(source.currency)]
      + fates(source.counts, source.currency)
  }

  private func row(_ file: FileMoney) -> [Cell] {
    var row: [Cell] = [.user(file.path), name(file.kind), .text(file.currency)]
    row += fates(file.counts, file.currency)
    row += cells.money(file.listed, file.currency)
    row += cells.money(file.statedTotal, file.currency, warns: file.missesStatedTotal)
    return row
  }

  private func name(_ kind: SourceKind) -> Cell {
    .markup("\(words.name(kind))", file: kind.rawValue)
  }

  private var fateColumns: [Column] {
    let fates = [
      (words.readHead, "read"), (words.loadedHead, "loaded"), (words.duplicateHead, "duplicate"),
      (words.refusedHead, "rejected"),
    ]
    let restated = [
      (words.restatedFromHead, "restated_from"), (words.restatedToHead, "restated_to"),
    ]
    return fates.flatMap { cells.columns($0.0, $0.1) }
      + [Column(words.unknownAmountsHead, "unknown_amounts", .count)]
      + restated.flatMap { cells.columns($0.0, $0.1) }
  }

  private func fates(_ counts: MoneyCounts, _ currency: String) -> [Cell] {
    let fates = [counts.read, counts.loaded, counts.duplicate, counts.rejected]
    let restated = [counts.restatedFrom, counts.restatedTo]
    return fates.flatMap { cells.money($0, currency) } + [.value(counts.unknownAmounts)]
      + restated.flatMap { cells.money($0, currency) }
  }
}
