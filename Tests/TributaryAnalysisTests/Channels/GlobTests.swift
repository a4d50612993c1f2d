import Testing

@testable import TributaryAnalysis

struct GlobTests {
  @Test(arguments: [
    ("/product/*", "/product/1", true),
    ("/product/*", "/products", false),
    ("/cart*", "/cart", true),
    ("*a*b", "xxaxxbxb", true),
    ("*a*b", "xxaxxbx", false),
    ("", "", true),
    ("*", "", true),
    ("/товар/*", "/товар/1", true),
  ])
  func `a star stands for any run of characters`(
    _ pattern: String, _ text: String, _ matches: Bool
  ) {
    #expect(Glob(pattern).matches(text) == matches)
  }

  @Test(
    arguments: [
      ("/thanks/*", "/thanks/77", "77"), ("*/done/*", "/de/shop/done/A-1", "A-1"),
      ("/o/*/ok", "/o/12/ok", "12"), ("/*/x/*", "/a/x/b/x/c", "b/x/c"), ("/thanks*", "/thanks", ""),
      ("/thanks", "/thanks", nil), ("/thanks/*", "/cart/1", nil),
      ("/товар/*", "/товар/шляпа", "шляпа"),
    ] as [(String, String, String?)])
  func `the last star's run is as long as it can be`(
    _ pattern: String, _ text: String, _ run: String?
  ) {
    #expect(Glob(pattern).lastRun(in: text) == run)
  }
}
