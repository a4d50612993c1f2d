/// Reads the cells of a file's records, whose encoding shows only as it is read.
///
/// Where none is declared, a record that is strict UTF-8 is UTF-8. One that is not is windows-1251,
/// unless the file has shown UTF-8 letters before: then it is broken.
struct RecordText {
  private let encoding: TextEncoding?
  /// Of a declared encoding other than UTF-8, or of windows-1251: the UTF-8 of 0x80 and up,
  /// the first byte lowest.
  private let letters: [UInt32]
  private var hasSeenUTF8 = false

  init(_ encoding: TextEncoding? = nil) {
    self.encoding = encoding
    let single = encoding.map { $0 == .utf8 ? .windows1251 : $0 } ?? .windows1251
    letters = (UInt8(0x80)...0xff).map { byte in
      single.text([byte]).utf8.reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
  }

  /// Makes the cells' bytes UTF-8; false when the record is in no known encoding.
  mutating func decode(_ record: inout Record) -> Bool {
    guard !ByteScan.isASCII(record.bytes.span, from: 0, to: record.bytes.count) else { return true }
    if encoding == nil || encoding == .utf8 {
      if record.isUTF8 {
        hasSeenUTF8 = true
        return true
      }
      if hasSeenUTF8 || encoding == .utf8 { return false }
    }
    record.translate(by: letters)
    return true
  }

  /// Decodes a record; one in no known encoding has that problem then, unless it has another.
  mutating func read(_ record: inout Record) {
    if !decode(&record), record.problem == nil { record.problem = .badEncoding }
  }

  /// The cells as text, or nil when the record is in no known encoding.
  mutating func cells(_ record: Record) -> [String]? {
    var record = record
    guard decode(&record) else { return nil }
    return record.texts
  }
}

extension Record {
  /// The cells' texts, once the bytes are UTF-8.
  var texts: [String] { (0..<count).map(text) }

  func text(_ index: Int) -> String { text(place(index)) }

  /// The text of some of the bytes.
  func text(_ place: Range<Int>) -> String {
    ByteScan.text(bytes.span, from: place.lowerBound, to: place.upperBound)
  }
}
