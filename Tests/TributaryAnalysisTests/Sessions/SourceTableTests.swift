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

  /// Hashes as they are, and all meeting; few readings tried for one, and as many as there are.
  @Test(
    arguments: [[String](), ["yclid", "banner"]],
    [(8, -1), (0, -1), (1, 0), (8, 0), (1000, 0)] as [(Int, Int64)])
  func `a source read once serves others only where they would be read alike`(
    numbers: [String], table: (mostAlike: Int, hashMask: Int64)
  ) {
    let (mostAlike, hashMask) = table
    var rules = SourceRules()
    rules.campaignIDParameters = numbers
    let classifier = SourceClassifier(rules: rules)
    let referrers = ["ya.ru", "instagram.com"]
    let visits = (-1..<referrers.count).flatMap { referrer in
      Self.queries.map { (query: $0, referrer: Int32(referrer)) }
    }
    var column = QueryColumn()
    for visit in visits { column.append(visit.query) }
    var table = SourceTable(
      classifier: classifier, queries: column, mostAlike: mostAlike, hashMask: hashMask)
    var known: [(code: Int32, source: TrafficSource)] = []
    for (row, visit) in visits.enumerated() {
      let host = visit.referrer < 0 ? nil : referrers[Int(visit.referrer)]
      let code = table.code(row: row, referrer: visit.referrer, hostNames: referrers)
      let expected = classifier.source(query: visit.query, referrerHost: host)
      #expect(table.traffic(code) == expected, "\(visit.query) from \(host ?? "nowhere")")
      #expect(
        table.channel(
          code, referrer: visit.referrer, hostNames: referrers, landingPath: "/")
          == classifier.channel(of: expected, referrerHost: host, landingPath: "/"))
      known.append((code, expected))
    }
    for left in known {
      for right in known {
        #expect(table.isSame(left.code, right.code) == (left.source == right.source))
      }
    }
  }
}
