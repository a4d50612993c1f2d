/// Finds the e-mails of a text, and the names and passwords before a host.
struct EmailSearch {
  private let bytes: [UInt8]
  private let isCut: Bool

  /// - Parameter isCut: whether the text may end inside an address.
  init(_ text: ReadableText, isCut: Bool) {
    bytes = text.bytes
    self.isCut = isCut
  }

  func mark(_ marks: inout [UInt8]) {
    for index in bytes.indices where bytes[index] == UInt8(ascii: "@") {
      if let user = user(before: index) {
        blot(user, &marks)
        continue
      }
      let end = endOfDomain(after: index)
      guard end > index + 1, isDomain(index + 1..<end) else { continue }
      guard let name = localPart(before: index) else { continue }
      blot(name, &marks)
      blot(index + 1..<end, &marks)
    }
  }

  /// Letters and digits become stars; quotes, colons and spaces stay.
  private func blot(_ place: Range<Int>, _ marks: inout [UInt8]) {
    for index in place where EmailSearch.isPart(bytes[index]) { marks[index] = UInt8(ascii: "*") }
  }

  /// `name:password` of `https://name:password@host/`.
  private func user(before at: Int) -> Range<Int>? {
    var start = at
    while start > 0, at - start < 256, EmailSearch.isUser(bytes[start - 1]) { start -= 1 }
    guard start >= 3, start < at, bytes[start - 1] == UInt8(ascii: "/"),
      bytes[start - 2] == UInt8(ascii: "/"), bytes[start - 3] == UInt8(ascii: ":")
    else { return nil }
    return start..<at
  }

  /// The word before the sign, or what stands in quotes there.
  private func localPart(before at: Int) -> Range<Int>? {
    var start = at
    while start > 0, EmailSearch.isPart(bytes[start - 1]) { start -= 1 }
    if start < at { return start..<at }
    guard at > 2, bytes[at - 1] == UInt8(ascii: "\"") else { return nil }
    var open = at - 2
    while open >= 0, at - open < 66, bytes[open] != UInt8(ascii: "\"") { open -= 1 }
    guard open >= 0, bytes[open] == UInt8(ascii: "\""),
      bytes[open + 1..<at - 1].contains(where: EmailSearch.isLetterOrDigit)
    else { return nil }
    return open + 1..<at - 1
  }

  private func endOfDomain(after at: Int) -> Int {
    var end = at + 1
    while end < bytes.count,
      EmailSearch.isLetterOrDigit(bytes[end]) || bytes[end] == UInt8(ascii: ".")
        || bytes[end] == UInt8(ascii: "-") || bytes[end] == UInt8(ascii: "_")
    { end += 1 }
    while end > at + 1, !EmailSearch.isLetterOrDigit(bytes[end - 1]) { end -= 1 }
    return end
  }

  /// Whether the last name of a domain is one: `2x.png` and `18.2.0` are a file and a version.
  private func isDomain(_ place: Range<Int>) -> Bool {
    guard EmailSearch.isLetterOrDigit(bytes[place.lowerBound]) else { return false }
    let end = place.upperBound
    let dot = bytes[place].lastIndex(of: UInt8(ascii: "."))
    guard let dot else {
      return isCut && place.upperBound == bytes.count
        && !EmailSearch.isDigit(bytes[place.lowerBound])
    }
    let letters = bytes[(dot + 1)..<end].prefix {
      !EmailSearch.isDigit($0) && $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-")
    }
    guard letters.count >= 2 else { return false }
    let ending = String(decoding: letters.prefix(5), as: UTF8.self).lowercased()
    return !EmailSearch.fileEndings.contains(ending)
  }

  private static let fileEndings: Set<String> = [
    "png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "css", "js", "mjs", "map",
  ]

  private static func isPart(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || "._-+*".utf8.contains(byte)
  }

  private static func isUser(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != UInt8(ascii: "/") && byte != UInt8(ascii: "?")
      && byte != UInt8(ascii: "#") && byte != UInt8(ascii: "\"")
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 97 < 26 || isDigit(byte) || byte >= 0x80
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
}
