import TributaryModel

/// Cuts a statement of 1C's exchange with banks (`kl_to_1c.txt`) into its documents.
///
/// ```
///  1CClientBankExchange
///  Кодировка=Windows            the letters' encoding shows in the keys themselves
///  РасчСчет=40702…              the shop's own accounts; again in СекцияРасчСчет
///  СекцияДокумент=… --> Ключ=Значение --> КонецДокумента     one record
///  КонецФайла                   without it the file is cut short: refused whole
/// ```
/// Source: 1C, "Standard of exchange with bank client systems", version 1.03.
final class BankStatementRecords: RecordSource {
  let names: CellNames
  private var lines: LineReader
  private let encoding: TextEncoding
  private var cutter: BankDocumentCutter
  private var totals = BankAccountTotals()
  private let isOfPayments: Bool
  private let path: String
  private var head: ArraySlice<(line: Line, bytes: [UInt8])>
  private var accounts: Set<String> = []
  private var document: BankDocument?
  private var lastLine = 0
  private var hasBegun = false
  private var hasEnded = false

  init(
    _ stream: consuming ByteStream, _ options: TableOptions, _ columns: [Column]
  ) throws(IngestError) {
    path = stream.file.name
    lines = LineReader(stream, leavesUnterminated: false)
    cutter = BankDocumentCutter(columns, options)
    isOfPayments = !columns.contains { $0.name == "source" }
    names = .wanted(cutter.positions)
    var read: [(line: Line, bytes: [UInt8])] = []
    while read.count < 20, let line = try lines.next() {
      read.append((line, line.isTooLong ? [] : Array(lines.buffer[line.start..<line.end])))
    }
    if read.first?.bytes.starts(with: [0xef, 0xbb, 0xbf]) == true { read[0].bytes.removeFirst(3) }
    head = read[...]
    let isBlank = { (line: (line: Line, bytes: [UInt8])) in
      !line.line.isTooLong && line.bytes.allSatisfy { $0 == 32 || $0 == 9 }
    }
    guard let firstWords = read.first(where: { !isBlank($0) })?.bytes else {
      encoding = .utf8
      return
    }
    guard firstWords.starts(with: "1CClientBankExchange".utf8) else {
      throw IngestError(
        .unsupported, path: path, line: 1,
        message: "expected 1CClientBankExchange at the start, found another file; check `format`")
    }
    encoding = options.encoding ?? BankStatementRecords.encoding(read.map(\.bytes))
  }

  func next() throws(IngestError) -> Record? {
    while let (line, bytes) = try nextLine() {
      lastLine = line.number
      if let record = take(line, line.isTooLong ? nil : encoding.text(bytes)) { return record }
    }
    guard hasBegun, !hasEnded else { return nil }
    let place = document.map { "the document of line \($0.line)" } ?? "the list of documents"
    throw IngestError(
      .corrupt, path: path, line: lastLine,
      message: "expected КонецФайла, found the end of the file in \(place); the file is cut short: "
        + "export it again; nothing of it was loaded")
  }

  func finish(_ summary: inout FileSummary) throws(IngestError) {
    summary.close(&lines)
    guard isOfPayments else { return }
    if cutter.transfers.count > 0 {
      summary.notes.append(
        FileNote(.ownTransfers, count: cutter.transfers.count, about: cutter.transfers.words))
    }
    // Of several currencies the ledger follows one: that of the larger sum.
    let income = totals.income(without: cutter.transfers)
    let stated = income.max { ($0.value, $1.key.code) < ($1.value, $0.key.code) }
    summary.statedTotal = stated?.value
    summary.statedCurrency = stated?.key
  }

  private func nextLine() throws(IngestError) -> (Line, [UInt8])? {
    if let held = head.popFirst() { return (held.line, held.bytes) }
    guard let line = try lines.next() else { return nil }
    return (line, line.isTooLong ? [] : Array(lines.buffer[line.start..<line.end]))
  }

  /// Takes in a line; nil text for one that is too long. A record comes of the line that ends it.
  private func take(_ line: Line, _ text: String?) -> Record? {
    guard let text else {
      document?.isTooLong = true
      return nil
    }
    let word = CellReader.trimmed(text)
    let equals = word.firstIndex(of: "=")
    let key = String(word[..<(equals ?? word.endIndex)])
    let value = equals.map { CellReader.trimmed(String(word[word.index(after: $0)...])) }
    switch key {
    case "1CClientBankExchange":
      (hasBegun, hasEnded) = (true, false)
      accounts = []
      cutter.beginStatement()
    case "КонецФайла":
      hasEnded = true
      return close(isWhole: false)
    case "СекцияДокумент":
      let unfinished = close(isWhole: false)
      document = BankDocument(line: line.number, byteOffset: line.offset, type: value ?? "")
      return unfinished
    case "КонецДокумента": return close(isWhole: true)
    case "СекцияРасчСчет": totals.begin()
    case "КонецРасчСчет": totals.end()
    default:
      if document == nil {
        if key == "РасчСчет", let value { accounts.insert(value) }
        totals.take(key, value)
      }
      document?.take(key, value)
    }
    return nil
  }

  private func close(isWhole: Bool) -> Record? {
    guard let closed = document else { return nil }
    document = nil
    return cutter.record(closed, accounts: accounts, isWhole: isWhole)
  }

  /// The encoding in which the first lines have keys of the format; windows-1251 if none has.
  private static func encoding(_ lines: [[UInt8]]) -> TextEncoding {
    let keys = ["Кодировка=", "ВерсияФормата=", "Отправитель=", "СекцияРасчСчет"]
    let found = [TextEncoding.utf8, .windows1251, .cp866].first { encoding in
      lines.contains { line in keys.contains { encoding.text(line).hasPrefix($0) } }
    }
    return found ?? .windows1251
  }
}
