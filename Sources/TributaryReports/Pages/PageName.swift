/// The pages of a run.
enum PageName: String, Sendable, CaseIterable {
  case morning, campaigns, channels, funnels, season, cities, orders, tops, quality

  /// A plain name without folders.
  var fileName: String { self == .morning ? "index.html" : rawValue + ".html" }
}
