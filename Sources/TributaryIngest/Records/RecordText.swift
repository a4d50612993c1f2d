/// Reads the cells of a file's records, whose encoding shows only as it is read.
///
/// Where none is declared, a record that is strict UTF-8 is UTF-8. One that is not is windows-1251
/// or windows-1252, whichever the first such record of the file that shows one has, unless the file
/// has shown UTF-8 letters before: then it is broken.
struct RecordText {
  private let encoding: TextEncoding?
  /// Of the encoding other than UTF-8: the UTF-8 of 0x80 and up, the first byte lowest.
  private var letters: [UInt32]
  private var hasSeenUTF8 = false
  /// What the file has shown; nil before.
  private var shown: TextEncoding?

  init(_ encoding: TextEncoding? = nil) {
    self.encoding = encoding
    let single = encoding.map { $0 == .utf8 ? .windows1251 : $0 } ?? .windows1251
    letters = RecordText.letters(single)
  }

  private static func letters(_ encoding: TextEncoding) -> [UInt32] {
    (UInt8(0x80)...0xff).map { byte in
      encoding.text([byte]).utf8.reversed().reduce(0) { $0 << 8 | UInt32($1) }
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
    if encoding == nil, shown != .windows1251, !fits(record) { return false }
    record.translate(by: letters)
    return true
  }

  /// Takes in what a record shows of the encoding; false for Cyrillic words in a file that has
  /// shown Latin ones, which is in no encoding that can be told. The reverse is left alone: writers
  /// of Russian mix Latin letters into their words.
  private mutating func fits(_ record: Record) -> Bool {
    let found = (0..<record.count).reduce(into: EncodingEvidence()) { evidence, index in
      evidence.note(record.bytes.span, record.place(index))
    }.encoding
    guard let found else { return true }
    if shown == nil {
      shown = found
      if found != .windows1251 { letters = RecordText.letters(found) }
    }
    return found == shown
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
