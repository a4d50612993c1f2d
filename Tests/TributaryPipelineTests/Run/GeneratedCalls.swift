/// Visits and calls around the turn of a month, one file a day of each, so that they can arrive in
/// any order.
///
/// Hard on who came from where: visits that go on over midnight and into the next month, visits that
/// begin at one second with different sources, a number that is listed late, an order that
/// tells a visitor's phone.
struct GeneratedCalls {
  /// Name below the shop's folder and text of each file.
  private(set) var files: [String: String] = [:]

  static let sources = "{kind: 'phone_numbers', paths: ['numbers/*'], optional: true},"

  private static let agent =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    + "Chrome/147.0.0.0 Safari/537.36"
  /// The last days of September and October, and the first of November 2026.
  private static let days = [
    (29, "Sep", "09"), (30, "Sep", "09"), (1, "Oct", "10"), (30, "Oct", "10"), (31, "Oct", "10"),
    (1, "Nov", "11"), (2, "Nov", "11"),
  ]
  private var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(state: seed)
    for (position, day) in Self.days.enumerated() { write(day, position) }
    files["numbers/1.csv"] = """
      number,geodomain,kind,campaign,channel,valid_from,valid_to
      8 495 000-00-01,shop.example,static,,,2026-01-01,
      8 495 000-00-02,shop.example,static,,paid-other,2026-01-01,

      """
    files["orders/calls.csv"] = """
      order_id,placed_at,total,status,channel,customer_phone
      W900,2026-10-30T12:00:20+03:00,100.00,new,online,+7 900 000-00-01

      """
  }

  private mutating func write(_ day: (Int, String, String), _ position: Int) {
    let date = (day.0 < 10 ? "0" : "") + "\(day.0)"
    var lines: [(Int, String)] = []
    var calls: [String] = []
    for number in 0..<10 {
      let second = number < 2 ? 86_280 : Int.random(in: 43_000..<44_000, using: &random)
      let visitor = Int.random(in: 1...6, using: &random)
      let source = Bool.random(using: &random) ? "?utm_source=yandex&utm_medium=cpc" : ""
      let pages = ["/" + source, ["/contacts", "/product/1"][number % 2]]
      for (step, path) in pages.enumerated() {
        let at = min(second + step * 100, 86_399)
        lines.append((at, line(date, day.1, at, path, visitor)))
      }
      guard number % 2 == 0 else { continue }
      let at = min(second + Int.random(in: 110..<600, using: &random), 86_399)
      let dialled = ["01", "01", "01", "02", "09"][number / 2]
      calls.append(
        "k\(position)-\(number),2026-\(day.2)-\(date)T\(clock(at))+03:00,8 495 000-00-\(dialled),"
          + "+7 900 000-00-0\(visitor),40")
    }
    if position == 3 {
      lines.append((43_220, line(date, day.1, 43_220, "/checkout/thanks?order_id=W900", 1)))
    }
    let early = line(date, day.1, 120, "/delivery", 2)
    files["log/access-\(position).log"] =
      early + lines.sorted { $0.0 < $1.0 }.map(\.1).joined()
    calls.append(
      "n\(position),2026-\(day.2)-\(date)T00:04:00+03:00,8 495 000-00-01,+7 900 000-00-07,40")
    files["calls/k\(position).csv"] =
      "call_id,started_at,dialled_number,caller,talk_seconds\n"
      + calls.map { $0 + "\n" }.joined()
  }

  private func line(
    _ date: String, _ month: String, _ second: Int, _ path: String, _ visitor: Int
  ) -> String {
    "shop.example:443 192.0.2.\(visitor) - - [\(date)/\(month)/2026:\(clock(second)) +0300] "
      + "\"GET \(path) HTTP/1.1\" 200 512 \"-\" \"\(Self.agent)\"\n"
  }

  private func clock(_ second: Int) -> String {
    [second / 3600, second % 3600 / 60, second % 60]
      .map { ($0 < 10 ? "0" : "") + "\($0)" }.joined(separator: ":")
  }
}
