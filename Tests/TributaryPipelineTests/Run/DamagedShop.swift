import Foundation

/// The files of a small shop from one seed, written as some export writes them and then hurt: names,
/// times, values, rows and whole files.
///
/// Each record knows every reading of it that is right, so that a test can ask of each file whether
/// it was read exactly or told.
struct DamagedShop {
  /// One record of a file.
  struct Record {
    /// Its order id, campaign or path.
    let key: String
    /// What may stand in the warehouse for it; none where only a refusal is right.
    let readings: [String]
    /// Whether it must stand there, as nothing of it was hurt.
    var isWhole: Bool
  }

  /// One file below the shop's folder.
  struct File {
    let name: String
    let bytes: Data
    var records: [Record]
    /// Whether the file as a whole was hurt, so that any of its records may be missing.
    let isHurt: Bool
  }

  private(set) var orders: [File] = []
  private(set) var spend: [File] = []
  private(set) var logs: [File] = []

  private var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(state: seed)
    for number in 0..<3 {
      orders.append(table(number, "orders", Self.orderDamages, orderRow))
      spend.append(table(number, "spend", Self.spendDamages, spendRow))
    }
    logs = [log(0), log(1)]
  }

  // MARK: Tables

  /// A cell that was put in a good one's place, and what it says all the same.
  private struct Damage {
    let column: String
    let text: String
    var reading: String?
  }

  private static let wrongAmounts = [
    "", "--", "abc", "12..5", "1,2,3.4.5", "NaN", "1e400", "∞", "12 XYZ", "9999999999999999999",
    "12 34 ₽ 5", "0x10", "½", "١٢",
  ]
  private static let wrongDays = [
    "", "31.02.2026", "2026-13-01", "soon", "0000-00-00", "2026-05", "45781", "31 июня 2026",
    "2026-05-3x", "03.05.0026",
  ]
  private static let orderDamages: [Damage] =
    wrongDays.map { Damage(column: "placed_at", text: $0) }
    + wrongAmounts.map { Damage(column: "total", text: $0) }
    + [
      Damage(column: "total", text: "€ 12", reading: "1200|EUR"),
      Damage(column: "total", text: "12 USD", reading: "1200|USD"),
      Damage(column: "total", text: "£7", reading: "700|GBP"),
      Damage(column: "order_id", text: ""),
    ]
  private static let spendDamages: [Damage] =
    wrongDays.map { Damage(column: "date", text: $0) }
    + wrongAmounts.map { Damage(column: "cost", text: $0) }
    + [Damage(column: "cost", text: "12 €", reading: "1200|EUR")]

  private struct Row {
    let key: String
    /// Canonical column and its text as the file's style has it.
    var cells: [(column: String, text: String)]
    /// The part of the reading before the money, and the money.
    let time: String
    let money: String
    let amount: String
  }

  /// How an export writes.
  private struct Style {
    let delimiter: String
    let decimal: String
    let grouping: String
    let sign: String
    let day: Int
    let ending: String
    let mark: Bool
  }

  private mutating func style() -> Style {
    let delimiter = pick([",", ";", "\t"])
    return Style(
      delimiter: delimiter, decimal: delimiter == "," ? "." : pick([".", ","]),
      grouping: pick(["", "", " ", "\u{a0}"]), sign: pick(["", "", " ₽", " руб.", " RUB"]),
      day: Int.random(in: 0..<4, using: &random), ending: pick(["\n", "\r\n"]),
      mark: Bool.random(using: &random))
  }

  private mutating func table(
    _ number: Int, _ folder: String, _ damages: [Damage],
    _ makeRow: (inout DamagedShop, Int, Style) -> Row
  ) -> File {
    let style = style()
    var records: [Record] = []
    // A day above 12 stands in every file, so that the order of its dates is proved.
    let rows = (0..<24).map { makeRow(&self, number * 100 + $0, style) }
    var lines = [rows[0].cells.map(\.column).joined(separator: style.delimiter)]
    for (index, row) in rows.enumerated() {
      var cells = row.cells
      var readings = [row.time + row.money]
      var isWhole = true
      if index > 4, Int.random(in: 0..<5, using: &random) == 0 {
        isWhole = false
        if Int.random(in: 0..<6, using: &random) == 0 {
          cells.removeSubrange(1...)
          readings = []
        } else {
          let damage = pick(damages)
          if let place = cells.firstIndex(where: { $0.column == damage.column }) {
            cells[place].text = damage.text
          }
          readings = damage.reading.map { [row.time + $0] } ?? []
        }
      }
      lines.append(
        cells.map { quoted($0.text, style.delimiter) }.joined(separator: style.delimiter))
      records.append(Record(key: row.key, readings: readings, isWhole: isWhole))
    }
    var text = (style.mark ? "\u{feff}" : "") + lines.map { $0 + style.ending }.joined()
    let isHurt = Int.random(in: 0..<3, using: &random) == 0
    if isHurt { hurt(&text, header: lines[0]) }
    return File(
      name: name(folder, number), bytes: Data(text.utf8), records: records, isHurt: isHurt)
  }

  private mutating func hurt(_ text: inout String, header: String) {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: text = text.replacingOccurrences(of: header, with: header.replacing("o", with: "0"))
    case 1: text.removeLast(Int.random(in: 3..<40, using: &random))
    case 2: text += String(repeating: "\u{0}", count: 300)
    case 3: text += "\"never closed"
    case 4: text += header + "\n"
    default: text = text.replacingOccurrences(of: header, with: "")
    }
  }

  private func orderRow(_ shop: inout DamagedShop, _ number: Int, _ style: Style) -> Row {
    let second = Int.random(in: 0..<2_000_000, using: &shop.random)
    let (money, amount) = shop.amount(style)
    let key = "W\(number)"
    return Row(
      key: key,
      cells: [
        ("order_id", key), ("placed_at", Self.time(second, style.day)), ("total", amount),
        ("comment", "left, at the \"door\""), ("status", "new"),
      ],
      time: "\(Self.start + Int64(second / 60 * 60) * 1000)|", money: money, amount: amount)
  }

  private func spendRow(_ shop: inout DamagedShop, _ number: Int, _ style: Style) -> Row {
    let day = Int.random(in: 0..<23, using: &shop.random)
    let (money, amount) = shop.amount(style)
    let key = "campaign \(number)"
    return Row(
      key: key,
      cells: [
        ("date", Self.day(day, style.day)), ("source", "yandex"), ("medium", "cpc"),
        ("campaign", key), ("cost", amount), ("clicks", "3"),
      ],
      time: "\(Self.day(day, 0))|", money: money, amount: amount)
  }

  private mutating func amount(_ style: Style) -> (money: String, text: String) {
    let minor = Int.random(in: 100_000..<900_000, using: &random)
    let (whole, rest) = (String(minor / 100), minor % 100)
    let text =
      whole.dropLast(3) + style.grouping + whole.suffix(3) + style.decimal
      + (rest < 10 ? "0" : "") + "\(rest)" + style.sign
    return ("\(minor)|RUB", text)
  }

  private func quoted(_ text: String, _ delimiter: String) -> String {
    text.contains(delimiter) || text.contains("\"")
      ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }

  // MARK: Times

  /// 1 May 2026 in Moscow.
  private static let start: Int64 = 1_777_582_800_000

  private static func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }

  private static func day(_ number: Int, _ style: Int) -> String {
    let day = number + 1
    return switch style {
    case 0: "2026-05-\(two(day))"
    case 1: "\(two(day)).05.2026"
    case 2: "\(day) мая 2026"
    default: "20260500".dropLast(2) + two(day)
    }
  }

  private static func time(_ second: Int, _ style: Int) -> String {
    let clock = "\(two(second % 86_400 / 3600)):\(two(second % 3600 / 60))"
    let separator = style == 2 ? ", " : style == 3 ? "T" : " "
    return day(second / 86_400, style == 3 ? 0 : style) + separator + clock
  }

  // MARK: Logs

  private mutating func log(_ number: Int) -> File {
    var lines = ""
    var records: [Record] = []
    for index in 0..<40 {
      let second = index * 600 + number
      let path = "/page/\(number)-\(index)"
      let day = second / 86_400
      let clock =
        "\(Self.two(second % 86_400 / 3600)):\(Self.two(second % 3600 / 60)):"
        + Self.two(second % 60)
      let line =
        "shop.example 192.0.2.\(index % 7 + 1) - - [\(Self.two(day + 1))/May/2026:\(clock) +0300] "
        + "\"GET \(path) HTTP/1.1\" 200 512 \"-\" \"Mozilla/5.0 (Windows NT 10.0; Win64; x64) "
        + "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36\""
      let damaged = index > 4 && Int.random(in: 0..<5, using: &random) == 0 ? hurt(line) : nil
      lines += (damaged?.line ?? line) + "\n"
      records.append(
        Record(
          key: path,
          readings: damaged?.isReadable ?? true ? ["\(Self.start + Int64(second) * 1000)"] : [],
          isWhole: damaged == nil))
    }
    return File(
      name: name("log", number), bytes: Data(lines.utf8), records: records, isHurt: false)
  }

  /// A line that was hurt, and whether its time and page may be read all the same.
  private mutating func hurt(_ line: String) -> (line: String, isReadable: Bool) {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: (String(line.prefix(Int.random(in: 1..<60, using: &random))), false)
    case 1: (line.replacing("/May/", with: "/Mai/"), false)
    case 2: (line.replacing("2026:", with: "2026 "), false)
    case 3: (line.replacing(" 200 ", with: " OK "), true)
    case 4: ("\u{0}\u{0}\u{0}" + line, true)
    default: ("Starting server 1.0", false)
    }
  }

  // MARK: Names

  private mutating func name(_ folder: String, _ number: Int) -> String {
    let stem = pick([
      "export", "заказы", "e\u{301}té", "été", "a b  c", "-rf", "quote's", "semi;colon", "dot.dot",
      "%2e%2e", "\u{202e}gnp", "tab\tbed", "🎃",
    ])
    return "\(folder)/\(stem) \(number)" + pick([".csv", ".CSV", ".txt", "", " (1).csv"])
  }

  private mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }
}
