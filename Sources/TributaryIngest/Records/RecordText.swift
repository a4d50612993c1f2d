/// Reads the cells of a file's records, whose encoding shows only as it is read.
///
/// Where none is declared, a record that is strict UTF-8 is UTF-8. One that is not is windows-1251,
/// unless the file has shown UTF-8 letters before: then it is broken.
struct RecordText {
  private let encoding: TextEncoding?
  private var hasSeenUTF8 = false

  init(_ encoding: TextEncoding? = nil) {
    self.encoding = encoding
  }

  /// The cells as text, or nil when the record is neither.
  mutating func cells(_ record: Record) -> [String]? {
    let cells = (0..<record.count).map { Array(record.cell($0)) }
    if let encoding, encoding != .utf8 { return cells.map(encoding.text) }
    let texts = cells.map { String(validating: $0, as: UTF8.self) }
    guard texts.contains(where: { $0 == nil }) else {
      if !hasSeenUTF8 { hasSeenUTF8 = record.bytes.contains { $0 >= 0x80 } }
      return texts.compactMap { $0 }
    }
    return hasSeenUTF8 || encoding == .utf8 ? nil : cells.map(TextEncoding.windows1251.text)
  }
}
