import TributaryAnalysis
import TributaryModel

/// The ledger's tables of money: by source and by file.
struct LedgerTables {
  let summary: LedgerSummary
  let asOf: Day
  let words: Words

  private var cells: AmountCells { AmountCells(words: words) }

  /// Money read = loaded + repeats + refused, for every source and currency.
  var sourceMoney: Table {
    let fates = Fates(summary.sources.map(\.counts))
    return Table(
      SourceMoney.results, summary.sources, asOf: asOf, file: "source-money",
      label: words.moneyTopic,
      columns: [
        .drawn(words.sourceHead) { .text(words.name($0.kind)) },
        .drawn(words.reconcilesHead) { .markup(words.mark(reconciles: $0.counts.reconciles)) },
      ] + columns(of: fates) { ($0.counts, $0.currency) }, isWide: true, words: words)
  }

  var fileMoney: Table {
    let files = summary.files
    var columns: [ShownColumn<FileMoney>] = [
      .column("path", words.fileHead),
      .drawn(words.sourceHead) { .text(words.name($0.kind)) },
    ]
    if files.contains(where: { $0.statedTotal != nil }) {
      columns += [
        .drawn(words.statedHead, .money) {
          cells.money($0.statedTotal, $0.currency, warns: $0.missesStatedTotal)
        },
        .drawn(words.listedHead, .money) { cells.money($0.listed, $0.currency) },
      ]
    }
    columns += self.columns(of: Fates(files.map(\.counts))) { ($0.counts, $0.currency) }
    return Table(
      FileMoney.results, files, asOf: asOf, file: "source-file-money",
      label: words.fileMoneyLabel, caption: words.fileMoneyCaption, columns: columns,
      isWide: true, words: words)
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

  private func columns<Row>(
    of fates: Fates, _ money: @escaping (Row) -> (counts: MoneyCounts, currency: String)
  ) -> [ShownColumn<Row>] {
    func column(_ title: String, _ fate: @escaping (MoneyCounts) -> Int64) -> ShownColumn<Row> {
      .drawn(title, .money) { row in
        let (counts, currency) = money(row)
        return cells.money(fate(counts), currency)
      }
    }
    var columns = [column(words.readHead) { $0.read }, column(words.loadedHead) { $0.loaded }]
    if fates.repeats { columns.append(column(words.duplicateHead) { $0.duplicate }) }
    columns.append(column(words.refusedHead) { $0.rejected })
    if fates.unknown { columns.append(.column("unknown_amounts", words.unknownAmountsHead)) }
    if fates.restated {
      columns.append(column(words.restatedFromHead) { $0.restatedFrom })
      columns.append(column(words.restatedToHead) { $0.restatedTo })
    }
    return columns
  }
}

extension Words {
  /// Whether what was read and its fates add up.
  func mark(reconciles: Bool) -> Markup {
    reconciles
      ? #"<span class="ok">\#(addsUp)</span>"# : #"<span class="dn">! \#(doesNotAddUp)</span>"#
  }
}
