/// Finds the elements of some names in XML bytes, without reading what is in them.
///
/// Comments, CDATA sections and processing instructions are passed over. Bytes are those of an
/// encoding in which ASCII stands for itself: UTF-8 or windows-1251.
struct XMLTags {
  /// What stands at a `<`.
  enum Tag: Equatable {
    /// The start of an element; `isEmpty` for `<name/>`.
    case open(name: Int, isEmpty: Bool)
    case close(name: Int)
    /// A tag of another name, a comment and the like.
    case other
    /// `<!DOCTYPE`
    case declaration
    /// It does not end within the bytes at hand.
    case unfinished
  }

  /// The names to look for, as bytes of the file.
  let names: [[UInt8]]

  /// What starts at the `<` there, and where it ends: behind its `>`.
  func tag(
    _ bytes: borrowing Span<UInt8>, at start: Int, to end: Int
  ) -> (tag: Tag, end: Int) {
    guard start + 1 < end else { return (.unfinished, end) }
    if bytes[start + 1] == UInt8(ascii: "!") || bytes[start + 1] == UInt8(ascii: "?") {
      for (opening, closing) in XMLTags.passedOver
      where XMLTags.starts(with: opening, bytes, at: start, to: end) {
        let after = XMLTags.after(closing, bytes, from: start + opening.count, to: end)
        return after < 0 ? (.unfinished, end) : (.other, after)
      }
    }
    let close = XMLTags.endOfTag(bytes, from: start, to: end)
    guard close >= 0 else { return (.unfinished, end) }
    if bytes[start + 1] == UInt8(ascii: "!") { return (.declaration, close) }
    let isEnd = bytes[start + 1] == UInt8(ascii: "/")
    let nameStart = start + (isEnd ? 2 : 1)
    var nameEnd = nameStart
    while !XMLTags.endsName(bytes[nameEnd]) { nameEnd += 1 }
    var found: Int?
    for (index, name) in names.enumerated()
    where nameEnd - nameStart == name.count
      && XMLTags.starts(with: name, bytes, at: nameStart, to: end)
    {
      found = index
    }
    guard let name = found else { return (.other, close) }
    if isEnd { return (.close(name: name), close) }
    return (.open(name: name, isEmpty: bytes[close - 2] == UInt8(ascii: "/")), close)
  }

  /// What is passed over, from its first bytes to its last.
  private static let passedOver: [([UInt8], [UInt8])] = [
    ("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  /// Whether the byte ends a name: white space, `/` or `>`.
  private static func endsName(_ byte: UInt8) -> Bool { byte <= 32 || byte == 47 || byte == 62 }

  /// Behind the `>` of a tag, one inside quotes left out; -1 when it is not there.
  private static func endOfTag(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> Int {
    var quote: UInt8 = 0
    var index = start + 1
    while index < end {
      let byte = bytes[index]
      index += 1
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: ">") {
        return index
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
    }
    return -1
  }

  private static func starts(
    with text: [UInt8], _ bytes: borrowing Span<UInt8>, at start: Int, to end: Int
  ) -> Bool {
    guard start + text.count <= end else { return false }
    for index in text.indices where bytes[start + index] != text[index] { return false }
    return true
  }

  private static func after(
    _ text: [UInt8], _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> Int {
    var at = start
    while at < end {
      at = ByteScan.first(62, in: bytes, from: at, to: end)
      guard at >= 0 else { return -1 }
      at += 1
      let begin = at - text.count
      if begin >= start, starts(with: text, bytes, at: begin, to: end) { return at }
    }
    return -1
  }
}
