import TributaryAnalysis
import TributaryModel

/// What a page is made from.
struct PageContext: Sendable {
  let report: RunReport
  let words: Words

  init(_ report: RunReport) {
    self.report = report
    words = Words(
      report.shop.language, currency: report.shop.currency, year: report.asOf.year,
      knowsCosts: report.campaigns.knowsCosts)
  }
}
