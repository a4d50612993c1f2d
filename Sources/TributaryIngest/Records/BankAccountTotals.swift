import TributaryModel

/// What a bank statement says of its own accounts: how much came to each in each section's days.
struct BankAccountTotals {
  private struct Section: Hashable {
    var account = ""
    var from = ""
    var to = ""
    var came: String?
  }

  private var sections: Set<Section> = []
  private var open: Section?

  mutating func begin() { open = Section() }

  mutating func take(_ key: String, _ value: String?) {
    switch key {
    case "РасчСчет": open?.account = value ?? ""
    case "ДатаНачала": open?.from = value ?? ""
    case "ДатаКонца": open?.to = value ?? ""
    case "ВсегоПоступило": open?.came = value
    default: return
    }
  }

  mutating func end() {
    // Banks write a section a day, or the same days again: a statement of 10 years has 4,000.
    if let open, !open.account.isEmpty, sections.count < 100_000 { sections.insert(open) }
    open = nil
  }

  /// What came in all by currency, transfers of the shop to itself apart; nil for a currency of which
  /// a section does not say it.
  func income(without transfers: OwnTransfers) -> [Currency: Int64] {
    var sums: [Currency: Int64?] = [:]
    for section in sections where !isPart(section) {
      guard let currency = BankDocumentCutter.currency(section.account).flatMap({ Currency($0) })
      else { continue }
      let came = section.came.flatMap { OwnTransfers.minor($0, currency) }
      sums[currency] = .some(came.flatMap { came in (sums[currency] ?? 0).map { $0 &+ came } })
    }
    return sums.compactMapValues(\.self).reduce(into: [:]) { result, sum in
      result[sum.key] = sum.value &- (transfers.sums[sum.key] ?? 0)
    }
  }

  /// Whether another section of the account covers its days and more.
  private func isPart(_ section: Section) -> Bool {
    guard sections.count <= 1000, let days = BankAccountTotals.days(section) else { return false }
    return sections.contains { other in
      guard other.account == section.account, other != section,
        let around = BankAccountTotals.days(other)
      else { return false }
      return around != days && around.lowerBound <= days.lowerBound
        && around.upperBound >= days.upperBound
    }
  }

  private static func days(_ section: Section) -> ClosedRange<Int>? {
    func number(_ text: String) -> Int? {
      guard case .time(let time) = TimeText.read(text, order: nil) else { return nil }
      return time.day.number
    }
    guard let from = number(section.from), let to = number(section.to), from <= to else {
      return nil
    }
    return from...to
  }
}

/// Money that went from one account of the shop to another: no income.
struct OwnTransfers {
  private(set) var count = 0
  /// What came to the file's accounts so. Units: minor units.
  private(set) var sums: [Currency: Int64] = [:]

  mutating func add(_ document: BankDocument, _ accounts: Set<String>) {
    let own = document.accounts(of: .recipient).first(where: accounts.contains)
    guard let own, let currency = BankDocumentCutter.currency(own).flatMap({ Currency($0) }),
      let minor = document.first("Сумма").flatMap({ OwnTransfers.minor($0, currency) })
    else { return }
    count += 1
    sums[currency, default: 0] &+= minor
  }

  /// The sums with their currencies.
  var words: String {
    sums.map { MoneyText.plain($0.value, $0.key.code) + " " + $0.key.code }.sorted().joined(
      separator: ", ")
  }

  /// The amount of a text as banks write it.
  static func minor(_ text: String, _ currency: Currency) -> Int64? {
    guard case .number(let number, _) = NumberText.read(text, decimal: nil) else { return nil }
    return number.scaled(by: currency.minorDigits)
  }
}
