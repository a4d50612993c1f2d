import Foundation

/// The tags of a page, read by the letter: every `<` must start a tag of the allow-list.
struct PageScan {
  struct Tag {
    let name: String
    let attributes: [(name: String, value: String)]
  }

  var tags: [Tag] = []
  /// What does not follow the grammar of our own pages.
  var faults: [String] = []
  /// Text between tags, without style and script.
  var text = ""
  /// Text outside `bdi`, `code` and `pre`.
  var ownText = ""

  init(_ page: String) {
    var rest = page[...]
    var closed: [String] = []
    while let open = rest.firstIndex(of: "<") {
      add(String(rest[..<open]), inside: closed)
      guard let close = rest[open...].firstIndex(of: ">") else {
        faults.append("a tag does not end")
        return
      }
      let inner = String(rest[rest.index(after: open)..<close])
      rest = rest[rest.index(after: close)...]
      if inner == "!doctype html" { continue }
      if inner.hasPrefix("/") {
        if closed.last == String(inner.dropFirst()) {
          closed.removeLast()
        } else {
          faults.append("</\(inner.dropFirst())> does not close \(closed.last ?? "nothing")")
        }
        continue
      }
      let tag = read(inner)
      tags.append(tag)
      let isVoid = ["meta", "br"].contains(tag.name) || inner.hasSuffix("/")
      if !isVoid { closed.append(tag.name) }
      if tag.name == "style" || tag.name == "script",
        let end = rest.range(of: "</\(tag.name)>")
      {
        rest = rest[end.lowerBound...]
      }
    }
    if !closed.isEmpty { faults.append("open at the end: \(closed)") }
  }

  private mutating func add(_ piece: String, inside open: [String]) {
    text += piece + " "
    let isForeign = open.contains { ["bdi", "code", "pre", "title", "desc"].contains($0) }
    if !isForeign { ownText += piece + " " }
    if piece.contains(">") { faults.append("a bare > in: \(piece.prefix(40))") }
  }

  private mutating func read(_ inner: String) -> Tag {
    let body = inner.hasSuffix("/") ? String(inner.dropLast()) : inner
    let name = body.prefix { !$0.isWhitespace }
    var rest = body.dropFirst(name.count)
    var attributes: [(name: String, value: String)] = []
    while true {
      rest = rest.drop { $0.isWhitespace }
      guard !rest.isEmpty else { break }
      guard let equals = rest.firstIndex(of: "="),
        rest[rest.index(after: equals)...].first == "\""
      else {
        faults.append("attribute without quotes in <\(inner.prefix(60))>")
        break
      }
      let start = rest.index(equals, offsetBy: 2)
      guard let end = rest[start...].firstIndex(of: "\"") else {
        faults.append("attribute does not end in <\(inner.prefix(60))>")
        break
      }
      attributes.append((String(rest[..<equals]), String(rest[start..<end])))
      rest = rest[rest.index(after: end)...]
    }
    return Tag(name: String(name), attributes: attributes)
  }
}
