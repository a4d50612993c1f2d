/// Placeholders that an advertising platform should have replaced.
///
/// ```
///  {campaign_id}  {{campaign.name}}  %7Bkeyword%7D   braces, also within a packed tag: c:{id}|g:45
///  __CAMPAIGN_NAME__  %campaign%  %%CAMPAIGN%%       whole values, or whole parts of a packed tag
///  [CAMPAIGN]  $(campaign)  <campaign>  ##CAMPAIGN##  *|CAMPAIGN|*     whole values only
/// ```
/// Underscores and per cent signs within a name (`black__friday`, `-20%_may`) are none.
/// Source: the macros of Yandex Direct, Google ValueTrack, Meta, TikTok, VK, Taboola, Outbrain,
/// Mailchimp, and of IAB's VAST.
enum Macro {
  /// Whether the text holds one, also where it was escaped once more than it was unescaped.
  static func isPresent(in text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first,
      starts.contains(first) || bytes.contains(where: { marks.contains($0) })
    else { return false }
    if isPlain(bytes) { return true }
    guard bytes.contains(percent) else { return false }
    let decoded = Array(PercentDecoding.decode(bytes[...]).utf8)
    return decoded != bytes && isPlain(decoded)
  }

  /// Whether an escaped value is `%campaign%` or `%campaign%|%ad%`, whose first letters would be
  /// taken for an escape.
  static func isInPercents(_ value: ArraySlice<UInt8>) -> Bool {
    guard value.first == percent, value.last == percent else { return false }
    return value.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false).allSatisfy {
      isWhole($0, between: Array("%%".utf8), Array("%%".utf8))
        || isWhole($0, between: [percent], [percent])
    }
  }

  private static func isPlain(_ bytes: [UInt8]) -> Bool {
    if holdsBraces(bytes) { return true }
    if wrappers.contains(where: { isWhole(bytes[...], between: $0.open, $0.close) }) { return true }
    return bytes.split(whereSeparator: { partEnds.contains($0) }).contains { part in
      isInPercents(part)
        || isWhole(part, between: Array("__".utf8), Array("__".utf8))
    }
  }

  /// `{name}`, `{{name}}`, `{name:what stands for none}`
  private static func holdsBraces(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
      let start = rest[open...].firstIndex { $0 != UInt8(ascii: "{") } ?? rest.endIndex
      guard let close = rest[start...].firstIndex(of: UInt8(ascii: "}")) else { return false }
      var name = rest[start..<close]
      if start - open > 1 { name = name.trimmed { $0 == 0x20 } }
      let head = name.prefix { $0 != UInt8(ascii: ":") }
      if !head.isEmpty, head.allSatisfy(isNameByte) { return true }
      rest = rest[start...]
    }
    return false
  }

  private static func isWhole(
    _ bytes: ArraySlice<UInt8>, between open: [UInt8], _ close: [UInt8]
  ) -> Bool {
    guard bytes.count >= open.count + close.count + 2, bytes.starts(with: open),
      bytes.suffix(close.count).elementsEqual(close)
    else { return false }
    let name = bytes.dropFirst(open.count).dropLast(close.count)
    guard let first = name.first, let last = name.last else { return false }
    return isLetter(first) && (isLetter(last) || isDigit(last)) && name.allSatisfy(isNameByte)
  }

  private static let percent = UInt8(ascii: "%")
  private static let wrappers = [
    ("[", "]"), ("[[", "]]"), ("[%", "%]"), ("$(", ")"), ("<", ">"), ("##", "##"), ("*|", "|*"),
  ].map { (open: Array($0.0.utf8), close: Array($0.1.utf8)) }
  /// What a value with a macro begins with, or holds.
  private static let starts = Set("_[$<#*".utf8)
  private static let marks = Set("{%_".utf8)
  private static let partEnds = Set("|;,:=".utf8)

  private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) }
  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
  private static func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || [45, 46, 58, 95].contains(byte)
  }
}

extension ArraySlice<UInt8> {
  /// Without what both ends hold of that.
  fileprivate func trimmed(_ isEdge: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var rest = self
    while let first = rest.first, isEdge(first) { rest = rest.dropFirst() }
    while let last = rest.last, isEdge(last) { rest = rest.dropLast() }
    return rest
  }
}
