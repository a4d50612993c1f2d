import Foundation

/// The files of a small shop from one seed: six days of logs, orders, calls and spend.
///
/// Made to be hard on the order of arrival: visits across midnight and over several days, two
/// visitors at one instant, orders that a later file restates, and a campaign whose number only
/// the second file of spend tells.
struct GeneratedShop {
  /// Name below the shop's folder and text of each file.
  private(set) var files: [String: String] = [:]

  private static let agent =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    + "Chrome/147.0.0.0 Safari/537.36"
  private static let entrances = [
    "/", "/?utm_source=yandex&utm_medium=cpc&utm_campaign=sale",
    "/?utm_source=yandex&utm_medium=cpc&utm_campaign=77&utm_term=mask",
    "/catalog/masks?utm_source=vk&utm_medium=social_cpc&utm_campaign=feed",
  ]

  private var random: SeededGenerator
  private var lines: [(second: Int, text: String)] = []
  private var orders: [String] = []
  private var calls: [String] = []

  init(seed: UInt64) {
    random = SeededGenerator(state: seed)
    for day in 9...14 {
      for _ in 0..<12 { visit(on: day) }
      telephoneOrder(on: day)
    }
    writeLogs()
    writeTables()
  }

  private mutating func visit(on day: Int) {
    let visitor = Int.random(in: 1...9, using: &random)
    // A third begins shortly before midnight, some at the very same second.
    let isLate = Int.random(in: 0..<3, using: &random) == 0
    var second = isLate ? 86_100 : Int.random(in: 36_000..<80_000, using: &random)
    second += (day - 9) * 86_400
    var path = Self.entrances.randomElement(using: &random) ?? "/"
    for next in ["/product/1", "/cart", "/checkout", ""] {
      add(path, at: second, visitor)
      second += isLate ? 240 : Int.random(in: 5..<90, using: &random)
      guard Int.random(in: 0..<4, using: &random) > 0 else { return }
      path = next
    }
    let order = "W\(orders.count + 100)"
    add("/checkout/thanks?order_id=\(order)", at: second, visitor)
    orders.append(row(order, second, "online", phone(of: visitor)))
  }

  private mutating func telephoneOrder(on day: Int) {
    let visitor = Int.random(in: 1...9, using: &random)
    let second = (day - 9) * 86_400 + 50_000
    calls.append(
      "c\(calls.count),\(Self.time(second - 300)),+7 495 000-00-01,\(phone(of: visitor)),120")
    orders.append(row("P\(orders.count + 100)", second, "online", phone(of: visitor)))
  }

  private func phone(of visitor: Int) -> String { "+7 900 000-00-0\(visitor)" }

  private func row(_ id: String, _ second: Int, _ channel: String, _ phone: String) -> String {
    "\(id),\(Self.time(second)),\(1000 + second % 777).50,new,\(channel),\(phone)"
  }

  private mutating func add(_ path: String, at second: Int, _ visitor: Int) {
    let clock = Self.clock(second)
    lines.append(
      (
        second,
        "shop.example:443 192.0.2.\(visitor) - - [\(Self.dayOfMonth(second))/Nov/2026:\(clock) "
          + "+0300] \"GET \(path) HTTP/1.1\" 200 512 \"-\" \"\(Self.agent)\""
      ))
  }

  private mutating func writeLogs() {
    let days = Dictionary(grouping: lines.sorted { $0.second < $1.second }) {
      Self.dayOfMonth($0.second)
    }
    for (day, lines) in days {
      files["log/access-\(day).log"] = lines.map { $0.text + "\n" }.joined()
    }
  }

  private mutating func writeTables() {
    let header = "order_id,placed_at,total,status,channel,customer_phone\n"
    let restated = orders.enumerated().filter { $0.offset % 3 == 0 }.map {
      $0.element.replacing(",new,", with: $0.offset % 2 == 0 ? ",delivered," : ",cancelled,")
    }
    files["orders/1.csv"] = header + orders.joined(separator: "\n") + "\n"
    files["orders/2.csv"] = header + restated.joined(separator: "\n") + "\n"
    let callHeader = "call_id,started_at,dialled_number,caller,talk_seconds\n"
    files["calls/1.csv"] = callHeader + calls.prefix(3).joined(separator: "\n") + "\n"
    files["calls/2.csv"] = callHeader + calls.dropFirst(3).joined(separator: "\n") + "\n"
    let spendHeader = "date,source,medium,campaign,campaign_id,cost,clicks\n"
    files["spend/1.csv"] =
      spendHeader
      + "2026-11-10,yandex,cpc,sale,,500.00,40\n2026-11-11,vk,social_cpc,feed,,90.10,7\n"
    files["spend/2.csv"] =
      spendHeader
      + "2026-11-12,yandex,cpc,sale,77,310.00,21\n2026-11-13,yandex,cpc,sale,77,1.00,1\n"
  }

  private static func dayOfMonth(_ second: Int) -> String {
    let day = 9 + second / 86_400
    return (day < 10 ? "0" : "") + "\(day)"
  }

  private static func clock(_ second: Int) -> String {
    [second % 86_400 / 3600, second % 3600 / 60, second % 60]
      .map { ($0 < 10 ? "0" : "") + "\($0)" }.joined(separator: ":")
  }

  private static func time(_ second: Int) -> String {
    "2026-11-\(dayOfMonth(second))T\(clock(second))+03:00"
  }
}

/// SplitMix64: the same numbers from the same seed on every machine.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
