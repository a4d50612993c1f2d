import Foundation

/// Orders, calls, letters, invoices and payments of a few people, one row a file, so that they can
/// arrive in any order.
///
/// Made to be hard on who is who: phones, addresses and cards that cross the limit of sharers and
/// fall below it again when a newer version of a row names another, payments that move from one
/// invoice to another, first-party ids that an order tells after the visits.
struct GeneratedPeople {
  /// Name below the shop's folder and text of each file.
  private(set) var files: [String: String] = [:]

  static let sources = """
     {kind: 'letters', paths: ['letters/*'], optional: true},
     {kind: 'invoices', paths: ['invoices/*'], optional: true},
     {kind: 'payments', paths: ['payments/*'], optional: true},
    """

  private var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(state: seed)
    for number in 0..<14 { order(number) }
    for number in 0..<10 { call(number) }
    for number in 0..<6 { letter(number) }
    for number in 0..<6 { invoice(number) }
    for number in 0..<8 { payment(number) }
  }

  private mutating func order(_ number: Int) {
    let header =
      "order_id,placed_at,total,status,customer_phone,customer_email,loyalty_card,updated_at"
    for version in 0..<versions() {
      let status = pick(["new", "new", "cancelled"])
      add(
        "orders/o\(number)-\(version).csv", header,
        "O\(number),\(moment()),\(pick(["100.01", "250.00", "99.99"])),\(status),\(phone()),"
          + "\(address()),\(pick(["", "", "card-1", "card-2"])),2026-11-1\(version)T00:00:00Z")
    }
  }

  private mutating func call(_ number: Int) {
    let talk = pick(["0", "29", "30", "400"])
    let order = pick(["", "", "O\(Int.random(in: 0..<14, using: &random))"])
    add(
      "calls/k\(number).csv", "call_id,started_at,dialled_number,caller,talk_seconds,order_id",
      "K\(number),\(moment()),+7 495 000-00-01,\(phone()),\(talk),\(order)")
  }

  private mutating func letter(_ number: Int) {
    let invoice = pick(["", "I\(Int.random(in: 0..<6, using: &random))"])
    add(
      "letters/l\(number).csv", "letter_id,received_at,from_email,invoice_id",
      "L\(number),\(moment()),\(address()),\(invoice)")
  }

  private mutating func invoice(_ number: Int) {
    add(
      "invoices/i\(number).csv", "invoice_id,issued_at,total,order_id,customer_email",
      "I\(number),\(moment()),100.00,"
        + "\(pick(["", "O\(Int.random(in: 0..<14, using: &random))"])),\(address())")
  }

  private mutating func payment(_ number: Int) {
    for version in 0..<versions() {
      add(
        "payments/p\(number)-\(version).csv", "payment_id,paid_at,amount,invoice_id",
        "P\(number),\(moment()),\(pick(["50.00", "100.00"])),"
          + "I\(Int.random(in: 0..<6, using: &random))")
    }
  }

  private mutating func add(_ name: String, _ header: String, _ row: String) {
    files[name] = header + "\n" + row + "\n"
  }

  private mutating func versions() -> Int { Int.random(in: 1...2, using: &random) }

  private mutating func moment() -> String {
    // Spread over months, so that few rows share a day with one that changes.
    let month = Int.random(in: 1...9, using: &random)
    let day = Int.random(in: 10...28, using: &random)
    let hour = Int.random(in: 10...23, using: &random)
    return "2026-0\(month)-\(day)T\(hour):15:00+03:00"
  }

  private mutating func phone() -> String {
    pick([
      "", "+7 900 000-00-01", "+7 900 000-00-02", "+7 900 000-00-03", "+7 900 000-00-04",
      "+7 911 111-11-11",
    ])
  }

  private mutating func address() -> String { pick(["", "a@x.example", "b@x.example"]) }

  private mutating func pick(_ texts: [String]) -> String {
    texts.randomElement(using: &random) ?? ""
  }
}
