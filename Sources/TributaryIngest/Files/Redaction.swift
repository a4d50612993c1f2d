import TributaryModel

/// Samples of refused records, without what could name a person.
enum Redaction {
  /// Bytes of a record that a sample is made of, and characters that it has.
  private static let bytes = 240
  private static let characters = 120

  /// The start of a record: control characters visible, contacts masked, 120 characters.
  ///
  /// - Parameters:
  ///   - encoding: that of the file; nil: see `TextEncoding.text`.
  ///   - contacts: what stands in cells that hold contacts, blotted whatever it looks like.
  ///   - strictly: see `ContactMask.masked`.
  static func sample(
    _ bytes: some Sequence<UInt8>, encoding: TextEncoding? = nil, contacts: [String] = [],
    strictly: Bool = false
  ) -> String {
    let start = Array(bytes.prefix(Redaction.bytes))
    let isCut = start.count == Redaction.bytes
    let text = isCut ? withoutCutWord(text(start, encoding)) : text(start, encoding)
    return Redaction.text(blotted(text, contacts), strictly: strictly)
  }

  /// A text of a record as messages show it: contacts masked, 120 characters.
  static func text(_ text: String, named name: String = "", strictly: Bool = false) -> String {
    let clean = PrintableText.of(ContactMask.masked(text, named: name, strictly: strictly))
    return clean.count <= characters ? clean : String(clean.prefix(characters - 1)) + "…"
  }

  /// The text of bytes that may end inside a letter, which is left out then.
  private static func text(_ bytes: [UInt8], _ encoding: TextEncoding?) -> String {
    if let encoding, encoding != .utf8 { return encoding.text(bytes) }
    for missing in 0...3 where missing < max(1, bytes.count) {
      if let text = String(validating: bytes.dropLast(missing), as: UTF8.self) { return text }
    }
    return encoding == .utf8
      ? String(decoding: bytes, as: UTF8.self) : TextEncoding.text(bytes)
  }

  /// Of a word that is cut, nobody can tell whether it names a person; one of more than 64 letters
  /// is none that does.
  private static func withoutCutWord(_ text: String) -> String {
    let word = text.reversed().prefix { !$0.isWhitespace && $0 != "," && $0 != ";" }.count
    return word <= 64 ? String(text.dropLast(word)) : text
  }

  /// The text with the digits of each of these cells blotted.
  private static func blotted(_ text: String, _ cells: [String]) -> String {
    var text = text
    for cell in cells where cell.count >= 4 {
      let blot = String(cell.map { $0.isASCII && $0.isNumber ? "#" : $0 })
      if blot != cell { text = text.replacing(cell, with: blot) }
    }
    return text
  }
}
