import Testing

@testable import TributaryIngest

struct CampaignTagTests {
  @Test(arguments: [
    (nil, "utm_source=ya%20ru&utm_medium=cpc"),
    ("a=b", "a=b&utm_source=ya%20ru&utm_medium=cpc"),
    ("a=b&UTM_term=x", "a=b&UTM_term=x"), ("utm_source=", "utm_source="),
    ("outm_source=1", "outm_source=1&utm_source=ya%20ru&utm_medium=cpc"),
  ])
  func `what the address says goes before what the record says`(query: String?, joined: String) {
    #expect(CampaignTag.adding([.source: "ya ru", .medium: "cpc"], to: query) == joined)
  }

  @Test func `signs of a query are escaped, and contacts masked`() {
    #expect(
      CampaignTag.adding([.campaign: "a&b=c+d;e#f%", .term: "ива"], to: nil)
        == "utm_campaign=a%26b%3Dc%2Bd%3Be%23f%25&utm_term=%D0%B8%D0%B2%D0%B0")
    #expect(
      CampaignTag.adding([.content: "ann@mail.example"], to: "x=1")
        == "x=1&utm_content=***@************")
  }

  @Test func `a click id is added once`() {
    #expect(CampaignTag.adding([.click: "Cj0"], to: "gclid=Cj0") == "gclid=Cj0")
    #expect(CampaignTag.adding([.click: "Cj0"], to: "a=1") == "a=1&gclid=Cj0")
  }

  @Test func `words for nothing add nothing`() {
    #expect(CampaignTag.adding([.source: "(direct)", .medium: "(none)"], to: nil) == nil)
    #expect(CampaignTag.adding([.campaign: "(not set)", .source: " "], to: "a=1") == "a=1")
    #expect(CampaignTag.adding([:], to: "a=1") == "a=1")
  }

  @Test func `a bare referral is left to the referrer`() {
    #expect(CampaignTag.adding([.source: "bank.example", .medium: "referral"], to: nil) == nil)
    #expect(
      CampaignTag.adding([.source: "blog", .medium: "referral", .campaign: "spring"], to: nil)
        == "utm_source=blog&utm_medium=referral&utm_campaign=spring")
  }

  @Test(arguments: [
    ("[]", [""]), ("[1,2]", ["1", "2"]), ("['a','b\\'c, d']", ["a", "b'c, d"]), ("[\"a\"]", ["a"]),
    ("A-1", ["A-1"]), ("[", ["["]), ("['a", ["['a"]),
  ])
  func `a list is taken apart`(text: String, elements: [String]) {
    #expect(ListText.elements(text) == elements)
  }
}
