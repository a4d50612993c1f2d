import TributaryAnalysis
import TributaryModel

/// The pages that exist, in the order in which the masthead names them.
///
/// A new page is a case of `PageName`, a file `Pages/<Name>Page.swift` and one line here.
enum PageCatalogue {
  static let entries: [(name: PageName, make: @Sendable (PageContext) -> Page)] = [
    (.morning, { MorningPage($0).page }),
    (.campaigns, { CampaignsPage($0).page }),
    (.channels, { ChannelsPage($0).page }),
    (.funnels, { FunnelsPage($0).page }),
    (.season, { SeasonPage($0).page }),
    (.cities, { CitiesPage($0).page }),
    (.orders, { OrdersPage($0).page }),
    (.tops, { TopsPage($0).page }),
    (.quality, { QualityPage($0).page }),
  ]

  static var names: [PageName] { entries.map(\.name) }
}

/// The pages of a run.
enum PageName: String, Sendable, CaseIterable {
  case morning, campaigns, channels, funnels, season, cities, orders, tops, quality

  /// A plain name without folders.
  var fileName: String { self == .morning ? "index.html" : rawValue + ".html" }
}

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
