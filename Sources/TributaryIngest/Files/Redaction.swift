import TributaryModel

/// Samples of refused records, without what could name a person.
enum Redaction {
  /// The start of a record: control characters visible, phones and e-mails blotted, 120 characters.
  static func sample(_ bytes: some Sequence<UInt8>) -> String {
    var start = Array(bytes.prefix(240))
    // Of a word that is cut, nobody can tell whether it names a person.
    let ends = [UInt8(ascii: ","), UInt8(ascii: ";")]
    let word = start.reversed().prefix { $0 > 32 && !ends.contains($0) }.count
    if start.count >= 120, word <= 64 { start.removeLast(word) }
    return text(TextEncoding.text(start))
  }

  static func text(_ text: String) -> String {
    let clean = PrintableText.of(blotted(Array(text.unicodeScalars)))
    return clean.count <= 120 ? clean : String(clean.prefix(119)) + "…"
  }

  private static func blotted(_ scalars: [Unicode.Scalar]) -> String {
    var result = scalars
    blotEmails(scalars, &result)
    blotPhones(scalars, &result)
    var text = ""
    text.unicodeScalars.append(contentsOf: result)
    return text
  }

  /// Blots the words on both sides of `@` and `%40`.
  private static func blotEmails(_ scalars: [Unicode.Scalar], _ result: inout [Unicode.Scalar]) {
    for index in scalars.indices {
      let isEscaped =
        scalars[index] == "%" && index + 2 < scalars.count && scalars[index + 1] == "4"
        && scalars[index + 2] == "0"
      guard scalars[index] == "@" || isEscaped else { continue }
      var left = index - 1
      while left >= 0, isMailPart(scalars[left]) {
        result[left] = "*"
        left -= 1
      }
      var right = index + (isEscaped ? 3 : 1)
      while right < scalars.count, isMailPart(scalars[right]) {
        result[right] = "*"
        right += 1
      }
    }
  }

  private static func isMailPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || isDigit(scalar) || "._-+*".unicodeScalars.contains(scalar)
  }

  /// Blots runs of seven digits or more, separators allowed, that are no date.
  private static func blotPhones(_ scalars: [Unicode.Scalar], _ result: inout [Unicode.Scalar]) {
    var index = 0
    while index < scalars.count {
      guard isDigit(scalars[index]) else {
        index += 1
        continue
      }
      if isDate(scalars[index...]) {
        index += 10
        continue
      }
      var end = index
      var digits: [Int] = []
      while end < scalars.count, isDigit(scalars[end]) || isSeparator(scalars[end]) {
        if isDigit(scalars[end]) { digits.append(end) }
        end += 1
      }
      if digits.count >= 7 { for digit in digits { result[digit] = "#" } }
      index = end
    }
  }

  private static func isDate(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    guard scalars.count >= 10 else { return false }
    let shape = scalars.prefix(10).map { isDigit($0) ? "0" : Character($0) }
    let after = scalars.dropFirst(10).first
    return (String(shape) == "0000-00-00" || String(shape) == "00.00.0000")
      && after.map(isDigit) != true
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    " -().\u{a0}".unicodeScalars.contains(scalar)
  }
}
