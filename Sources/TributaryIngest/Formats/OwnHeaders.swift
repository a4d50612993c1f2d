import TributaryModel

/// Guesses which header of an unknown CSV file means which column, by the words that all known
/// formats use for it.
enum OwnHeaders {
  /// The best kind for the file with the mapping that it needs, or nil.
  static func guess(_ file: SourceFile) throws(IngestError) -> FormatGuess? {
    guard let csv = FormatRegistry.tables.first else { return nil }
    var reader = try CSVReader(try ByteStream(file), delimiter: nil)
    var text = RecordText()
    var best: FormatGuess?
    while let record = try reader.next(), record.line <= TableReader.headerRecords {
      guard record.problem == nil, record.count > 1, let headers = text.cells(record) else {
        continue
      }
      for shape in TableShape.all {
        guard let mapping = mapping(headers, shape.readColumns, shape.kind),
          let guess = TableTrial(csv, shape.kind, file, headers: mapping)?.guess,
          guess.columns.count > best?.columns.count ?? 0
        else { continue }
        best = shape.kind == .orderLines ? withOrders(headers, csv, file) ?? guess : guess
      }
    }
    return best
  }

  /// Lines with the columns of their orders, where the headers have these too.
  private static func withOrders(
    _ headers: [String], _ csv: NamedFormat, _ file: SourceFile
  ) -> FormatGuess? {
    guard
      let mapping = mapping(headers, OrderBuilder.columns(.orderLines), .orderLines),
      var guess = TableTrial(csv, .orderLines, file, headers: mapping, derives: true)?.guess
    else { return nil }
    guess.carriesOrders = true
    return guess
  }

  /// Canonical column -> header; nil unless every required column has one.
  private static func mapping(
    _ headers: [String], _ columns: [Column], _ kind: SourceKind
  ) -> [String: String]? {
    var mapping: [String: String] = [:]
    var taken: Set<String> = []
    for column in columns {
      let words = Set(words(column.name, kind).map(TableHeader.normalized))
      let header = headers.first {
        words.contains(TableHeader.normalized($0)) && !taken.contains($0)
      }
      guard let header else {
        if column.isRequired { return nil }
        continue
      }
      taken.insert(header)
      if TableHeader.normalized(header) != column.name { mapping[column.name] = header }
    }
    return mapping
  }

  private static func words(_ column: String, _ kind: SourceKind) -> [String] {
    let known = FormatRegistry.tables.filter { $0.kinds.contains(kind) }
    return [column] + known.flatMap { $0.aliases[column] ?? [] } + (more[column] ?? [])
  }

  /// What shops call these columns in exports of no format of their own.
  private static let more: [String: [String]] = [
    "thread_id": [
      "Thread ID", "Thread", "Conversation ID", "Subject", "Тема", "Цепочка", "Обращение",
    ],
    "order_id": [
      "Номер", "Номер заказа", "№ заказа", "№", "Заказ", "Order", "Order #", "Order number",
      "Order ID", "InvoiceNo", "Invoice",
    ],
    "placed_at": [
      "Дата", "Дата заказа", "Дата создания", "Создан", "Date", "Order date", "Created at",
      "InvoiceDate",
    ],
    "total": ["Сумма", "Сумма заказа", "Итого", "Стоимость", "Total", "Amount", "Order total"],
    "status": ["Статус", "Статус заказа", "Status", "State"],
    "city": ["Город", "City"],
    "customer_phone": ["Телефон", "Phone", "Customer phone"],
    "customer_email": ["E-mail", "Email", "Почта", "Эл. почта"],
    "sku": ["Артикул", "SKU", "StockCode", "Код товара"],
    "quantity": ["Количество", "Кол-во", "Quantity", "Qty"],
    "unit_price": ["Цена", "Цена за единицу", "UnitPrice", "Price", "Unit price"],
    "name": ["Название", "Наименование", "Товар", "Name", "Description", "Product"],
    "category": ["Категория", "Category"],
    "date": ["Дата", "Date", "Day"],
    "cost": ["Расход", "Расходы", "Затраты", "Cost", "Spend"],
    "campaign": ["Кампания", "Campaign"],
    "clicks": ["Клики", "Clicks"],
    "impressions": ["Показы", "Impressions"],
    "call_id": ["ID звонка", "Call ID"],
    "started_at": ["Дата и время", "Начало", "Start time", "Started at"],
    "dialled_number": ["Набранный номер", "Куда звонили", "Called number", "DID"],
    "caller": ["Кто звонил", "Номер абонента", "Caller", "From"],
    "talk_seconds": ["Длительность", "Длительность разговора", "Duration", "Talk time"],
    "invoice_id": ["Номер счёта", "Номер счета", "№ счета", "Invoice number"],
    "issued_at": ["Дата счёта", "Дата счета", "Дата выставления", "Invoice date"],
    "paid_at": ["Дата оплаты", "Оплачен", "Paid at"],
    "domain": ["Домен", "Сайт", "Domain"],
    "population": ["Население", "Population"],
    "on_hand": ["Остаток", "Остатки", "In stock", "On hand"],
    "query": ["Поисковый запрос", "Запрос", "Search term", "Query"],
  ]
}
