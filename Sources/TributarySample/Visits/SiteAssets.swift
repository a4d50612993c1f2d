/// The files that the shop's pages pull in.
enum SiteAssets {
  struct Asset {
    let path: String
    let bytes: Int
  }

  /// What a browser fetches with the first page it sees.
  static let first = [
    Asset(path: "/assets/app.7f3a.css", bytes: 41_230),
    Asset(path: "/assets/app.7f3a.js", bytes: 118_402),
  ]
  /// Files that some browsers still have from an earlier visit.
  static let sometimes: [(asset: Asset, share: Double)] = [
    (Asset(path: "/assets/logo.svg", bytes: 3_318), 0.45),
    (Asset(path: "/assets/rubik.woff2", bytes: 36_904), 0.30),
    (Asset(path: "/favicon.ico", bytes: 1_150), 0.25),
  ]

  /// The picture of an article, by the article's page.
  static func picture(of product: String) -> Asset {
    Asset(
      path: "/media" + product.dropFirst("/product".count) + ".webp",
      bytes: 24_000 + size(product) % 40_000)
  }

  /// Bytes of a page: the same page is always about as long.
  static func page(_ path: String) -> Int { 9_000 + size(path) % 19_000 }

  private static func size(_ text: String) -> Int {
    text.utf8.reduce(7) { ($0 * 31 + Int($1)) % 1_000_003 }
  }
}
