import Foundation

/// The files of a shop from one seed in which everyday life has its way: columns that come and go,
/// campaigns renamed, made anew and told by several files, numbers and contacts as people type
/// them, days without a time, keys that name nobody, payments in parts and back.
///
/// Files are versions of each other by their place in the list, whatever the order they come in.
struct EverydayShop {
  /// Name below the shop's folder and text, the oldest first.
  private(set) var files: [(name: String, text: String)] = []

  private var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(state: seed)
    for part in 0..<3 { files.append(("log/\(part).log", log(part))) }
    files.append(("orders/0-whole.csv", wholeOrders(0..<9)))
    files.append(("orders/1-statuses.csv", statuses(of: 0..<9)))
    files.append(("orders/2-days.csv", orderDays(6..<12)))
    files.append(("orders/3-whole.json", objects(of: 3..<9)))
    files.append(
      ("spend/0-all.csv", spend(days: 9...12, named: "Wigs", number: "", hasClicks: true)))
    files.append(
      ("spend/1-new.csv", spend(days: 11...13, named: "wigs", number: "70", hasClicks: false)))
    files.append(
      ("spend/2-anew.csv", spend(days: 13...14, named: "WIGS", number: "71", hasClicks: true)))
    files.append(("calls/0.csv", calls(0..<5, hasTalk: true)))
    files.append(("calls/1.csv", calls(3..<8, hasTalk: false)))
    files.append(("letters/0.csv", letters()))
    files.append(("invoices/0.csv", invoices(hasStatus: false)))
    files.append(("invoices/1.csv", invoices(hasStatus: true)))
    files.append(("payments/0.csv", payments(0..<4)))
    files.append(("payments/1.csv", payments(2..<7)))
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &random)]
  }

  private mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }

  private static func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }

  /// Of one buyer in one of the spellings that people have.
  private mutating func phone(_ buyer: Int) -> String {
    pick([
      "+7 900 000-00-0\(buyer)", "8 (900) 000-00-0\(buyer)", "8900000000\(buyer) доб. 12",
      "007 900 000 00 0\(buyer)", "undefined", "нет", "",
    ])
  }

  private mutating func email(_ buyer: Int) -> String {
    pick([
      "Buyer <b\(buyer)@mail.example>", "b\(buyer)@mail.example", "mailto:b\(buyer)@mail.example",
      "no@email", "",
    ])
  }

  private mutating func log(_ part: Int) -> String {
    let entrances = [
      "/", "/?utm_source=yandex&utm_medium=cpc&utm_campaign=wigs",
      "/?utm_source=ya&utm_medium=banner&utm_campaign=Wigs&utm_id=70",
      "/?utm_source=newsletter&utm_medium=email&utm_campaign=wigs",
      "/?utm_source=vk&utm_medium=post&utm_campaign=wigs",
    ]
    var lines: [String] = []
    for day in (9 + 2 * part)...(10 + 2 * part) {
      for _ in 0..<8 {
        let visitor = number(1..<8)
        var second = number(32_000..<80_000)
        var referrer = "-"
        var path = pick(entrances)
        for step in 0..<5 {
          lines.append(
            """
            shop.example:443 192.0.2.\(visitor) - - [\(Self.twoDigits(day))/Nov/2026:\
            \(Self.clock(second)) +0300] "GET \(path) HTTP/1.1" 200 512 "\(referrer)" \
            "Mozilla/5.0 (X11; Linux x86_64; rv:14\(visitor).0) Gecko/20100101 Firefox/14\(visitor).0"

            """)
          second += number(20..<700)
          referrer = pick(["-", "https://id.vk.com/", "https://bank.example/", "https://mail.ru/"])
          let order = number(0..<12)
          path =
            [
              "/product/1?utm_source=own&utm_campaign=x", "/cart", "/checkout",
              pick(["/checkout/thanks?order_id=\(100 + order)", "/order-received/\(100 + order)/"]),
            ][
              min(step, 3)]
          if number(0..<4) == 0 { break }
        }
      }
    }
    return lines.joined()
  }

  private mutating func wholeOrders(_ range: Range<Int>) -> String {
    var rows = "order_id,placed_at,total,status,city,customer_phone,customer_email,cost_of_goods\n"
    for index in range {
      rows +=
        "\(pick(["", "№ ", "#"]))\(100 + index),\(time(9 + index % 6)),\(500 + 10 * index).00,new,"
        + "\(pick(["Пермь", "г. Пермь", "ПЕРМЬ", ""])),\(phone(index % 5 + 1)),\(email(index % 5 + 1)),"
        + "\(pick(["200.00", ""]))\n"
    }
    return rows
  }

  private mutating func statuses(of range: Range<Int>) -> String {
    var rows = "order_id,placed_at,total,status\n"
    for index in range where number(0..<2) == 0 {
      rows +=
        "\(100 + index),\(time(9 + index % 6)),\(500 + 10 * index).00,"
        + "\(pick(["delivered", "cancelled", "paid", "test"]))\n"
    }
    return rows
  }

  private mutating func orderDays(_ range: Range<Int>) -> String {
    var rows = "order_id,placed_at,total,status,customer_phone\n"
    for index in range {
      rows +=
        "\(100 + index),2026-11-\(Self.twoDigits(9 + index % 6)),\(500 + 10 * index).00,new,"
        + "\(phone(index % 5 + 1))\n"
    }
    return rows
  }

  /// Objects leave out what is empty.
  private mutating func objects(of range: Range<Int>) -> String {
    let rows = range.map { index in
      let more = pick([#", "city": "Омск""#, #", "city": null"#, ""])
      return #"{"order_id": "\#(100 + index)", "placed_at": "\#(time(9 + index % 6))", "#
        + #""total": \#(500 + 10 * index)\#(more)}"#
    }
    return "[" + rows.joined(separator: ",\n") + "]"
  }

  private mutating func spend(
    days: ClosedRange<Int>, named name: String, number: String, hasClicks: Bool
  ) -> String {
    var rows = "date,source,medium,campaign,campaign_id,cost" + (hasClicks ? ",clicks\n" : "\n")
    for day in days {
      let date = "2026-11-\(Self.twoDigits(day))"
      let source = pick(["yandex", "Yandex", "direct"])
      let clicks = hasClicks ? ",\(self.number(1..<9))" : ""
      rows += "\(date),\(source),cpc,\(name),\(number),\(self.number(10..<90)).50\(clicks)\n"
      if self.number(0..<2) == 0 {
        rows += "\(date),vk,,\(name),\(self.number(8..<10)),\(self.number(10..<90)).00\(clicks)\n"
      }
    }
    return rows
  }

  private mutating func calls(_ range: Range<Int>, hasTalk: Bool) -> String {
    var rows =
      "call_id,started_at,dialled_number,caller" + (hasTalk ? ",talk_seconds,order_id\n" : "\n")
    for index in range {
      rows +=
        "c\(index),2026-11-\(Self.twoDigits(9 + index % 6))T1\(index):00:00+03:00,"
        + "84950000001,\(phone(index % 3 + 1))"
        + (hasTalk ? ",\(number(0..<120)),\(pick(["", "№\(100 + index)"]))\n" : "\n")
    }
    return rows
  }

  private mutating func letters() -> String {
    var rows = "letter_id,received_at,mailbox,from_email,order_id,invoice_id\n"
    for index in 0..<6 {
      rows +=
        "l\(index),2026-11-\(Self.twoDigits(9 + index)),sales@shop.example,"
        + "\(pick(["b\(index)@mail.example", "noreply@shop.example"])),"
        + "\(pick(["", "\(100 + index)"])),\(pick(["", "I\(index)"]))\n"
    }
    return rows
  }

  private mutating func invoices(hasStatus: Bool) -> String {
    var rows =
      "invoice_id,issued_at,total,order_id,customer_email" + (hasStatus ? ",status\n" : "\n")
    for index in 0..<5 {
      rows +=
        "I\(index),2026-11-\(Self.twoDigits(9 + index)),\(500 + 10 * index).00,"
        + "\(100 + index),\(email(index + 1))"
        + (hasStatus ? ",\(pick(["issued", "void", "Отменён", "draft", ""]))\n" : "\n")
    }
    return rows
  }

  private mutating func payments(_ range: Range<Int>) -> String {
    var rows = "payment_id,paid_at,amount,invoice_id\n"
    for index in range {
      let amount = pick([
        "\(500 + 10 * (index % 5)).00", "250.00", "-250.00", "\(499 + 10 * (index % 5)).50",
      ])
      rows += "p\(index),2026-11-\(Self.twoDigits(10 + index % 5)),\(amount),I\(index % 5)\n"
    }
    return rows
  }

  private mutating func time(_ day: Int) -> String {
    "2026-11-\(Self.twoDigits(day))T\(Self.twoDigits(number(10..<20))):15:00+03:00"
  }

  private static func clock(_ second: Int) -> String {
    [second % 86_400 / 3600, second % 3600 / 60, second % 60].map(twoDigits).joined(separator: ":")
  }
}
