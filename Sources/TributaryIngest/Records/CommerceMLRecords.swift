import TributaryModel

/// The documents of a CommerceML 2 file (1C, Bitrix and others), one at a time.
///
/// ```
///  <КоммерческаяИнформация …>        root: its start tag is kept for the namespaces
///    <Контейнер>                     2.08 and later; passed over
///      <Документ> … </Документ>      cut out by its tags, then parsed by itself
/// ```
/// So memory holds one document whatever the file's length, a document that is not well-formed
/// costs itself only, and no entity of a DOCTYPE can be expanded: such a file is refused.
/// A file whose root is not closed is cut short and refused whole.
final class CommerceMLRecords: RecordSource {
  let names: CellNames
  private var window: ByteWindow
  /// What is before it is done with.
  private var position = 0
  private let cutter: CommerceMLCutter
  private var tags = XMLTags(names: [])
  private var encoding = TextEncoding.utf8
  private var root: String?
  private var isClosed = false
  private var hasDocuments = false
  private var otherContent: String?
  private var hasBegun = false
  private var isBlank = false
  private var waiting: [Record] = []
  private let path: String

  /// Bytes that one document, or tag, may have.
  static let limit = 16 << 20

  /// The root, the documents, and what other CommerceML files hold.
  private static let elements = [
    "КоммерческаяИнформация", "Документ", "Каталог", "Классификатор", "ПакетПредложений",
    "ИзмененияПакетаПредложений",
  ]

  init(_ stream: consuming ByteStream, _ options: TableOptions, _ columns: [Column]) {
    path = stream.file.name
    window = ByteWindow(stream)
    cutter = CommerceMLCutter(columns, options)
    names = .wanted(cutter.positions)
  }

  func next() throws(IngestError) -> Record? {
    if !hasBegun {
      hasBegun = true
      isBlank = try !begin()
    }
    while !isBlank {
      if let record = waiting.popLast() { return record }
      guard let place = try nextDocument() else { return nil }
      waiting = records(at: place).reversed()
    }
    return nil
  }

  func finish(_ summary: inout FileSummary) throws(IngestError) { try window.finish(&summary) }

  /// Looks at the declaration; false for an empty file.
  private func begin() throws(IngestError) -> Bool {
    while window.end < 1024, try window.more() {}
    if window.bytes[..<window.end].starts(with: [0xef, 0xbb, 0xbf]) { position = 3 }
    let first = window.bytes[position..<window.end].firstIndex { $0 > 32 }
    guard let first else {
      guard window.end < 1024 else { throw failure(0, notXML) }
      return false
    }
    guard window.bytes[first] == UInt8(ascii: "<") else { throw failure(first, notXML) }
    let head = window.bytes[first..<min(first + 200, window.end)]
    encoding = try encoding(String(decoding: head, as: UTF8.self).lowercased(), first)
    tags = XMLTags(names: CommerceMLRecords.elements.map(bytes))
    return true
  }

  private let notXML =
    "expected XML whose root is КоммерческаяИнформация, found another file; check `format`"

  /// UTF-16 has arrived as UTF-8.
  private func encoding(_ head: String, _ at: Int) throws(IngestError) -> TextEncoding {
    guard head.hasPrefix("<?xml"), let end = head.firstRange(of: "?>"),
      let mark = head[..<end.lowerBound].firstRange(of: "encoding")
    else { return .utf8 }
    let value = head[mark.upperBound..<end.lowerBound].drop { " =\"'".contains($0) }
      .prefix { !"\"' ".contains($0) }
    switch value {
    case "utf-8", "utf-16", "us-ascii": return .utf8
    case "windows-1251", "cp1251": return .windows1251
    default:
      throw failure(
        at,
        "expected UTF-8, UTF-16 or windows-1251, found the encoding '\(value.prefix(40))'; "
          + "export the file in one of them")
    }
  }

  /// The bytes of a name in the file's encoding.
  private func bytes(_ name: String) -> [UInt8] {
    guard encoding == .windows1251 else { return Array(name.utf8) }
    return name.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value - 0x410 + 0xc0) }
  }

  /// The place of the next document with its tags, or nil at the end of the file.
  private func nextDocument() throws(IngestError) -> Range<Int>? {
    while true {
      window.makeRoom(before: &position)
      guard let (tag, start, end) = try nextTag(from: position) else { break }
      position = end
      switch tag {
      case .declaration:
        throw failure(start, "expected CommerceML, found a DOCTYPE; remove it from the file")
      case .open(let name, let isEmpty):
        if name == 0 {
          root = encoding.text(Array(window.bytes[start..<end]))
          if isEmpty { isClosed = true }
        } else if root == nil {
          throw failure(start, notXML)
        } else if name == 1 {
          position = isEmpty ? end : try endOfDocument(start, from: end)
          hasDocuments = true
          return start..<position
        } else {
          otherContent = otherContent ?? CommerceMLRecords.elements[name]
        }
      case .close(let name): if name == 0 { isClosed = true }
      case .other:
        let sign = window.bytes[start + 1]
        if root == nil, sign != UInt8(ascii: "!"), sign != UInt8(ascii: "?") {
          throw failure(start, notXML)
        }
      case .unfinished: break
      }
    }
    try checkEnd()
    return nil
  }

  private func checkEnd() throws(IngestError) {
    guard root != nil else { throw failure(window.end, notXML) }
    guard isClosed else { throw cutShort(window.end) }
    if !hasDocuments, let otherContent {
      throw failure(
        position,
        "expected orders (Документ), found a file of goods or prices (\(otherContent)); "
          + "take the export of orders, such as orders.xml")
    }
  }

  /// Behind the end tag of the document that starts there; documents inside it are part of it.
  private func endOfDocument(_ start: Int, from: Int) throws(IngestError) -> Int {
    var depth = 1
    var at = from
    while let (tag, _, end) = try nextTag(from: at) {
      at = end
      switch tag {
      case .open(name: 1, isEmpty: false): depth += 1
      case .close(name: 1):
        depth -= 1
        if depth == 0 { return end }
      case .close(name: 0):
        throw failure(start, "expected </Документ>, found the end of the file's root; export again")
      default: break
      }
      guard at - start <= CommerceMLRecords.limit else {
        throw failure(start, "expected documents of at most 16 MiB, found a longer one")
      }
    }
    throw cutShort(start)
  }

  /// The next tag with the place of its `<` and the place behind it, reading on as needed.
  private func nextTag(
    from start: Int
  ) throws(IngestError) -> (XMLTags.Tag, start: Int, end: Int)? {
    var from = start
    while true {
      let open = ByteScan.first(
        UInt8(ascii: "<"), in: window.bytes.span, from: from, to: window.end)
      if open >= 0 {
        let (tag, end) = tags.tag(window.bytes.span, at: open, to: window.end)
        if tag != .unfinished { return (tag, open, end) }
        from = open
        guard window.end - open < CommerceMLRecords.limit, try window.more() else {
          throw cutShort(open)
        }
      } else {
        from = window.end
        guard window.end - start < CommerceMLRecords.limit else {
          throw failure(start, "expected elements, found 16 MiB of text; check the file")
        }
        guard try window.more() else { return nil }
      }
    }
  }

  private func records(at place: Range<Int>) -> [Record] {
    var blank = Record()
    blank.line = window.line(at: place.lowerBound)
    blank.byteOffset = window.offset + Int64(place.lowerBound)
    let text = encoding.text(Array(window.bytes[place]))
    // The document's own tag and number; names and addresses come further down.
    blank.start = Array(text.utf8.prefix(120))
    return cutter.records(of: (root ?? "") + text + "</КоммерческаяИнформация>", blank)
  }

  private func cutShort(_ at: Int) -> IngestError {
    failure(
      at,
      "expected whole XML, found the end of the file inside an element; the file is cut "
        + "short: export it again; nothing of it was loaded", .corrupt)
  }

  private func failure(
    _ at: Int, _ message: String, _ kind: IngestError.Kind = .unsupported
  ) -> IngestError {
    IngestError(kind, path: path, line: window.line(at: at), message: message)
  }
}
