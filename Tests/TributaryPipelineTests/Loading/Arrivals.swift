import Testing

@testable import TributaryPipeline

/// Files of a small shop that may come in any order, each in a night of its own or all in one.
struct Arrivals {
  let sources: String
  /// Names end in the day on whose noon the file was written: `orders/a-2026-05-02.csv`.
  let files: [(name: String, text: String)]

  /// What a query gives, which is the same for all at once, forward, backward and from the middle.
  func rows(_ sql: String) throws -> [String] {
    let order = Array(files.indices)
    let all = try rows(sql, nights: [order])
    let turned = Array(order.dropFirst(order.count / 2) + order.prefix(order.count / 2))
    for nights in [order, order.reversed(), turned] {
      let found = try rows(sql, nights: nights.map { [$0] })
      #expect(found == all, "\(nights.map { files[$0].name })")
    }
    return all
  }

  private func rows(_ sql: String, nights: [[Int]]) throws -> [String] {
    let shop = try Shop(
      """
      {name: 'shop', timezone: 'UTC', currency: 'EUR', as_of: '2026-11-14', sources: [
        \(sources)
      ]}
      """)
    for night in nights {
      for index in night {
        let name = files[index].name
        try shop.write(files[index].text, to: name)
        let day = name.split(separator: ".").first?.suffix(10) ?? ""
        try shop.touch(name, "\(day)T12:00:00Z")
      }
      #expect(try shop.run().exitCode == 0)
      #expect(try shop.warehouse().moneyMismatches() == [])
    }
    let counts =
      "select path from source_file where read <> loaded + duplicate + filtered + rejected"
    #expect(try shop.rows(counts) == [])
    return try shop.rows(sql)
  }
}
