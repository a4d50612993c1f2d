import Foundation
import TributaryModel

@testable import TributaryAnalysis
@testable import TributaryReports

extension CarnivalShop {
  var indicators: [Indicator] {
    [
      indicator(.revenue, 96_100_000, 0.985, 0.11, -0.40, -0.42, 0.36),
      indicator(.orders, 297, 0.99, 0.10, -0.41, -0.42, 0.26),
      indicator(.margin, 34_400_000, 0.98, 0.11, -0.39, -0.43, 0.35),
      indicator(.visits, 16_130, 0.97, 0.09, -0.36, -0.39, 0.26),
      indicator(.conversion, 0.0184, 1.28, 0.08, -0.07, -0.06, 0, .below),
      indicator(.averageOrder, 315_000, 0.99, 0.06, 0.02, 0.01, 0.06),
      indicator(.cancelledShare, 0.112, 1.02, 0.12, 0.04, 0.02, -0.03),
      indicator(.calls, 125, 1.07, 0.12, -0.41, -0.41, 0.24, .incomplete, missing: 1),
      indicator(.letters, 88, 0.98, 0.15, -0.30, -0.28, 0.10),
      indicator(.spend, 8_900_000, 0.985, 0.07, -0.12, -0.21, 0.14),
      indicator(.returnOnAdSpend, 4.7, 0.97, 0.12, -0.31, -0.27, 0.19),
      indicator(.paidInvoiceShare, 0.61, 1, 0.09, 0.02, 0.01, 0.04),
    ]
  }

  private func indicator(
    _ name: Indicator.Name, _ value: Double, _ expected: Double, _ deviation: Double,
    _ week: Double, _ fourWeeks: Double, _ year: Double, _ verdict: Indicator.Verdict = .inside,
    missing: Int = 0
  ) -> Indicator {
    let middle = value * expected
    let reach = exp(1.645 * deviation)
    let seed = Double(name.rawValue.utf8.reduce(0) { $0 + Int($1) })
    return Indicator(
      name: name, value: value, lastWeek: value / (1 + week),
      fourWeeksAgo: value / (1 + fourWeeks), lastYear: value / (1 + year),
      expected: estimate(middle, middle / reach, middle * reach), verdict: verdict,
      history: (0..<56).map { step in
        if step == 20, name == .letters { return nil }
        let walk = sin(Double(step) * 0.31 + seed) + 0.6 * sin(Double(step) * 0.83 + seed * 2)
        let end = Double(step) / 55
        return exp(walk * deviation * 0.6 * (1 - end)) * pow(1 / expected, end)
      }, missingDays: missing)
  }

  var sources: [SourceQuality] {
    let last = CarnivalShop.asOf
    return [
      source(.clickstream, read: 1_918_204, rejected: 412, duplicate: 1204, to: last, files: 14),
      source(.orders, read: 1204, rejected: 0, to: last, files: 14),
      source(.orderLines, read: 3310, rejected: 0, to: last, files: 14),
      source(.orderStatuses, read: 4920, rejected: 0, to: last, files: 14),
      source(.calls, read: 508, rejected: 3, to: last.adding(-1), lost: 1, files: 13),
      source(.letters, read: 341, rejected: 2, to: last, part: 5, files: 14),
      source(.invoices, read: 688, rejected: 0, to: last, files: 14),
      source(.spend, read: 1326, rejected: 0, to: last.adding(-4), lost: 4, files: 11),
      source(.geodomains, read: 8, rejected: 0, to: nil, files: 1),
      SourceQuality(
        kind: .stock, counts: FileCounts(), files: 0, dataTo: nil, coverage: [], refused: [],
        rejections: [], isMissing: true),
    ]
  }

  private func source(
    _ kind: SourceKind, read: Int, rejected: Int, duplicate: Int = 0, to last: Day?,
    lost: Int = 0, part: Int? = nil, files: Int
  ) -> SourceQuality {
    var counts = FileCounts()
    counts.read = read
    counts.rejected = rejected
    counts.duplicate = duplicate
    counts.loaded = read - rejected - duplicate
    let coverage = (0..<14).map { index -> SourceQuality.Coverage in
      index >= 14 - lost ? .missing : index == part ? .part : .full
    }
    return SourceQuality(
      kind: kind, counts: counts, files: files, dataTo: last, coverage: last == nil ? [] : coverage,
      refused: kind == .clickstream
        ? [
          SourceQuality.RefusedFile(
            path: spell("logs/site-2026-11-02.log.gz"),
            message: spell("the archive ends early; send it again"))
        ] : [],
      rejections: rejected == 0
        ? []
        : [
          SourceQuality.RejectionGroup(
            reason: .badDate, count: rejected, example: spell("\(kind.rawValue)/2026-11.csv:41"),
            message: spell("expected a date like 2026-05-03, found '5/3'"))
        ], isMissing: false)
  }
}
