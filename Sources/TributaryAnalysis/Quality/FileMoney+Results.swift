import TributaryModel

extension SourceMoney {
  /// What became of the money of each source and currency, over all its files.
  public static let results = ResultTable<SourceMoney>(
    "source_money", grain: "source and currency",
    [
      .text("source", isKey: true, "kind of the source, such as orders") { $0.kind.rawValue },
      .text("reconciles", "yes when read = loaded + duplicate + rejected, else no") {
        $0.counts.reconciles ? "yes" : "no"
      },
      .text("currency", isKey: true, "ISO 4217; the shop's where rows name none") { $0.currency },
    ] + ResultField.fates { $0.counts })
}

extension FileMoney {
  /// What became of the money of each file, by what asks for a look.
  public static let results = ResultTable<FileMoney>(
    "source_file_money", grain: "file, source and currency", lifetime: .latest,
    [
      .text("path", isKey: true, "relative to the pipeline's folder") { $0.path },
      .text("source", isKey: true, "kind of the rows; a file may fill two tables") {
        $0.kind.rawValue
      },
      .text("currency", isKey: true, "ISO 4217; the shop's where rows name none") { $0.currency },
      .amount("stated_total", unit: .currency, "by the file's own totals row; null without one") {
        $0.statedTotal
      },
      .amount("listed", unit: .currency, "all records of the last reading together") { $0.listed },
    ] + ResultField.fates { $0.counts })

  /// A wrong total first, then refused money, restated money and the rest; else in their order.
  public static func byUrgency(_ files: [FileMoney]) -> [FileMoney] {
    files.enumerated()
      .sorted { ($0.element.urgency, $0.offset) < ($1.element.urgency, $1.offset) }
      .map(\.element)
  }

  private var urgency: Int {
    if !counts.reconciles || missesStatedTotal { return 0 }
    if counts.rejected != 0 || counts.unknownAmounts > 0 { return 1 }
    return counts.restatedFrom != 0 || counts.restatedTo != 0 ? 2 : 3
  }
}

extension ResultUnit {
  fileprivate static let currency = ResultUnit.amount(currency: "currency")
}

extension ResultField {
  fileprivate static func fates(
    _ counts: @escaping @Sendable (Row) -> MoneyCounts
  ) -> [ResultField] {
    [
      .amount("read", unit: .currency, "of every record whose amount can be read") {
        counts($0).read
      },
      .amount("loaded", unit: .currency, "of the records stored, restated ones included") {
        counts($0).loaded
      },
      .amount("duplicate", unit: .currency, "of known rows and older versions") {
        counts($0).duplicate
      },
      .amount("rejected", unit: .currency, "of refused records whose amount can be read") {
        counts($0).rejected
      },
      .count("unknown_amounts", "refused records whose amount cannot be read") {
        counts($0).unknownAmounts
      },
      .amount("restated_from", unit: .currency, "what restated rows said before") {
        counts($0).restatedFrom
      },
      .amount("restated_to", unit: .currency, "what they say now; a part of loaded") {
        counts($0).restatedTo
      },
    ]
  }
}
