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
}
