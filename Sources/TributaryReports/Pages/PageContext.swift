import TributaryAnalysis
import TributaryModel

/// What a page is made from.
struct PageContext: Sendable {
  let report: NightReport
  let words: Words

  init(_ report: NightReport) {
    self.report = report
    words = Words(
      report.shop.language, currency: report.shop.currency, year: report.asOf.year,
      knowsCosts: report.campaigns.knowsCosts)
  }
}
