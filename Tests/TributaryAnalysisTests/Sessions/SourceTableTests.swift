import Testing

@testable import TributaryAnalysis

struct SourceTableTests {
  /// Queries that look alike but for their click id, and what may hide in one.
  static let queries = [
    "yclid=1", "yclid=2", "yclid=2", "utm_source=vk&yclid=3", "utm_source=vk&yclid=4",
    "gad_campaignid=77&gclid=a", "gad_campaignid=78&gclid=b", "gad_campaignid=77", "fbclid=x",
    "fbclid=y", "utm_campaign=12&fbclid=z", "ysclid=l1", "ysclid=l2", "yclid={id}",
    "yclid=%7Bid%7D",
    "gclid=1&yclid=2", "utm_medium=cpm&yclid=5", "utm_medium=cpm&yclid=6", "yclid=&gclid=7",
    "utm_source={source}&yclid=8", "utm_source={source}&yclid=9", "banner=5&yclid=10",
  ]

  @Test(arguments: [[String](), ["yclid", "banner"]])
  func `a source read once serves others only where they would be read alike`(
    numbers: [String]
  ) {
    var rules = SourceRules()
    rules.campaignIDParameters = numbers
    let classifier = SourceClassifier(rules: rules)
    let referrers = ["ya.ru", "instagram.com"]
    var column = QueryColumn()
    for _ in -1..<referrers.count {
      for query in Self.queries { column.append(query) }
    }
    var table = SourceTable(classifier: classifier, queries: column)
    var row = 0
    for referrer in -1..<referrers.count {
      let host = referrer < 0 ? nil : referrers[referrer]
      for query in Self.queries {
        let code = table.code(row: row, referrer: Int32(referrer), hostNames: referrers)
        row += 1
        let expected = classifier.source(query: query, referrerHost: host)
        #expect(table.traffic(code) == expected, "\(query) from \(host ?? "nowhere")")
        #expect(
          table.channel(
            code, referrer: Int32(referrer), hostNames: referrers, landingPath: "/")
            == classifier.channel(of: expected, referrerHost: host, landingPath: "/"))
      }
    }
  }
}
