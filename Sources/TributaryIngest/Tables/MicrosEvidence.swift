import TributaryModel

/// Tells from a file's costs whether they are in millionths of the currency.
///
/// A cost with a decimal sign is not: who asks for whole currency gets two decimals in every cost.
/// Whole numbers, half of them above 10,000 (a hundredth of the currency, less than a click
/// costs), are. Whole numbers below that may be either. Zero is zero either way.
/// Source: Yandex Direct API, Reports, header `returnMoneyInMicros`.
struct MicrosEvidence {
  /// Rows with a cost that are looked at before the file must have shown which it is.
  static let most = 1024
  /// What no shop's row costs, in whole currency: 100 thousand millions.
  static let impossible: Int64 = 100_000_000_000
  /// Rows and their costs, whole numbers, that wait for the verdict.
  private(set) var held: [(draft: SpendDraft, cost: Int64)] = []

  var isFull: Bool { held.count >= MicrosEvidence.most }

  mutating func hold(_ draft: SpendDraft, cost: Int64) { held.append((draft, cost)) }

  mutating func release() -> [(draft: SpendDraft, cost: Int64)] {
    defer { held = [] }
    return held
  }

  /// Whether what is held must be millionths; false when nobody can tell.
  var showsMicros: Bool {
    let costs = held.map { abs($0.cost) }.sorted()
    return !costs.isEmpty && costs[costs.count / 2] > 10_000
  }

  /// Why the file is refused when nobody can tell.
  var refusal: IngestError {
    IngestError(
      .badOption, path: "", line: held.first?.draft.row.line,
      message: "expected costs with decimals, or in millionths, found small whole numbers that "
        + "may be either; set `micros: true` or `micros: false` for this source")
  }
}
