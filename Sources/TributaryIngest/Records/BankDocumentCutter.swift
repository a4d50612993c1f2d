import TributaryModel

/// Makes records of the documents of a bank statement that a table is about.
///
/// Income is what came to one of the shop's own accounts, for `payments`. For a table with a
/// `source` (what the shop paid for advertising) it is the other way round, and only recipients
/// whose name or INN `values` maps to a source are taken. Everything else, transfers between own
/// accounts included, is filtered: a record without cells.
struct BankDocumentCutter {
  private let keys: WantedKeys
  private let key: ContactKey
  private let takesOutgoing: Bool
  private let sources: Set<String>
  private var repeats = RepeatedRecords()
  private(set) var transfers = OwnTransfers()

  var positions: [Int?] { keys.positions }

  /// What is worked out of a document, named as `tributary formats` shows it.
  static let identity = "Дата-Номер-Контрагент"
  static let invoice = "№ счёта в НазначениеПлатежа"
  static let currency = "валюта счёта"
  static let source = "Получатель"

  init(_ columns: [Column], _ options: TableOptions) {
    keys = WantedKeys(columns, options)
    key = options.key
    takesOutgoing = columns.contains { $0.name == "source" }
    sources = Set((options.values["source"] ?? [:]).keys)
  }

  /// Statements that stand one after the other in a file may list the same payments.
  mutating func beginStatement() { repeats = RepeatedRecords() }

  mutating func record(_ document: BankDocument, accounts: Set<String>, isWhole: Bool) -> Record {
    var record = Record()
    record.line = document.line
    record.byteOffset = document.byteOffset
    record.start = Array(document.start.utf8.prefix(256))
    guard isWhole, !document.isTooLong else {
      record.problem = isWhole ? .tooLong : .malformed
      record.complaint =
        isWhole
        ? "expected a document of at most 64 KiB, found a longer one; export the file again"
        : "expected КонецДокумента before the next section, found none; export the file again"
      return record
    }
    guard let direction = direction(document, accounts) else {
      record.problem = .unknownValue
      record.complaint =
        "expected one of the file's own accounts (РасчСчет) as payer or recipient, found neither "
        + "there nor one of ДатаПоступило and ДатаСписано; export the statement of the account"
      return record
    }
    guard direction == (takesOutgoing ? .outgoing : .income) else {
      if direction == .within { transfers.add(document, accounts) }
      return record
    }
    var fields = fields(document, direction, accounts)
    if takesOutgoing {
      let names = ["Получатель", "Получатель1", "ПолучательИНН"].compactMap { document.first($0) }
      guard let name = names.first(where: sources.contains) else { return record }
      fields[BankDocumentCutter.source] = name
    }
    keys.cut(fields, into: &record)
    return record
  }

  private enum Direction { case income, outgoing, within }

  /// By the shop's own accounts, else by which of the two dates there is. Payer and recipient of
  /// one tax number are the shop, whose other account is at a bank that the file is not of.
  private func direction(_ document: BankDocument, _ accounts: Set<String>) -> Direction? {
    let pays = document.accounts(of: .payer).contains(where: accounts.contains)
    let gets = document.accounts(of: .recipient).contains(where: accounts.contains)
    if document.isWithinOneOwner { return .within }
    switch (pays, gets) {
    case (true, true): return .within
    case (false, true): return .income
    case (true, false): return .outgoing
    case (false, false):
      let dates = (document.first("ДатаПоступило") != nil, document.first("ДатаСписано") != nil)
      return dates == (true, false) ? .income : dates == (false, true) ? .outgoing : nil
    }
  }

  private mutating func fields(
    _ document: BankDocument, _ direction: Direction, _ accounts: Set<String>
  ) -> [String: String] {
    var fields = document.fields
    fields[direction == .income ? "ДатаСписано" : "ДатаПоступило"] = nil
    let own: BankDocument.Side = direction == .income ? .recipient : .payer
    fields[BankDocumentCutter.identity] = identity(document, own.other)
    fields[BankDocumentCutter.invoice] = InvoiceMention.only(in: document.purpose)
    let account = document.accounts(of: own).first(where: accounts.contains)
    fields[BankDocumentCutter.currency] = account.flatMap(BankDocumentCutter.currency)
    return fields
  }

  /// Day, number, a hash of the other side and the amount, and one of all that tells payments apart:
  /// those through a bank's transit account differ in their purpose alone. Of payments alike there
  /// are as many as the file that lists most of them.
  private mutating func identity(
    _ document: BankDocument, _ side: BankDocument.Side
  ) -> String? {
    guard let date = document.first("Дата") else { return nil }
    var day = date
    if case .time(let time) = TimeText.read(date, order: nil) { day = time.day.description }
    let other = document.accounts(of: side).first { !$0.isEmpty } ?? ""
    let parts = [
      other, document.fields[side.rawValue + "ИНН"] ?? "", document.fields["Сумма"] ?? "",
    ]
    let id = [day, document.fields["Номер"] ?? "", hash(parts), hash(document.telling)]
    return repeats.numbered(id.filter { !$0.isEmpty }.joined(separator: "-"))
  }

  private func hash(_ parts: [String]) -> String {
    String(UInt64(bitPattern: key.visitor(id: parts.joined(separator: "|"))), radix: 16)
  }

  /// The currency in an account of 20 digits: the sixth to eighth are its number in the Bank of
  /// Russia's classifier, where 810 means roubles. An unknown number is left to be refused.
  static func currency(_ account: String) -> String? {
    guard account.utf8.count == 20 else { return nil }
    let code = String(account.dropFirst(5).prefix(3))
    let known = [
      "810": "RUB", "643": "RUB", "840": "USD", "978": "EUR", "156": "CNY", "826": "GBP",
      "398": "KZT", "933": "BYN", "784": "AED", "949": "TRY", "756": "CHF", "392": "JPY",
    ]
    return known[code] ?? code
  }
}
