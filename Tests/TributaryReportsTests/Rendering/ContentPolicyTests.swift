import Testing

@testable import TributaryReports

@Suite struct ContentPolicyTests {
  @Test func `a hash source is the one of the standard's example`() {
    // Source: MDN, "CSP: script-src", the hash of `doSomething();` by `openssl dgst -sha256`.
    #expect(
      ContentPolicy.hashSource("doSomething();")
        == "sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc=")
  }

  @Test func `the policy holds the hash of what stands between the tags`() throws {
    let files = ReportPages(report: CarnivalShop(.english).report).files()
    for file in files where file.name.hasSuffix(".html") {
      let page = String(decoding: file.bytes, as: UTF8.self)
      for (element, directive) in [("style", "style-src"), ("script", "script-src")] {
        let start = try #require(page.range(of: "<\(element)>"))
        let end = try #require(page.range(of: "</\(element)>"))
        let content = String(page[start.upperBound..<end.lowerBound])
        let source = "\(directive) &#39;\(ContentPolicy.hashSource(content))&#39;"
        #expect(page.contains(source), "\(file.name) \(element)")
      }
      #expect(page.contains("default-src &#39;none&#39;"))
    }
  }
}
