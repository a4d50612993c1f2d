import TributaryModel

/// The places of method, path and query in a log line; nil for what is not there.
struct RequestLine {
  var method: Range<Int>?
  var path: Range<Int>?
  var query: Range<Int>?

  /// Takes them from whichever fields the format has.
  init(_ parser: borrowing LogLineParser, _ bytes: borrowing Span<UInt8>) {
    if let request = parser.place(.request, in: bytes) {
      take(request, bytes)
      return
    }
    guard let method = parser.place(.method, in: bytes), RequestLine.isMethod(bytes, method) else {
      return
    }
    if let target = parser.place(.target, in: bytes) {
      split(target, bytes)
    } else {
      path = parser.place(.path, in: bytes)
    }
    if query == nil { query = parser.place(.query, in: bytes) }
    if path != nil { self.method = method }
  }

  /// Takes apart `GET /path?query HTTP/1.1`; all is nil for anything else.
  private mutating func take(_ request: Range<Int>, _ bytes: borrowing Span<UInt8>) {
    let space = ByteScan.first(32, in: bytes, from: request.lowerBound, to: request.upperBound)
    guard space > request.lowerBound else { return }
    let method = request.lowerBound..<space
    guard RequestLine.isMethod(bytes, method) else { return }
    split(space + 1..<RequestLine.endOfTarget(bytes, space + 1, request.upperBound), bytes)
    if path != nil { self.method = method }
  }

  private mutating func split(_ target: Range<Int>, _ bytes: borrowing Span<UInt8>) {
    var start = target.lowerBound
    guard start < target.upperBound else { return }
    if bytes[start] != UInt8(ascii: "/") {
      let isStar = target.count == 1 && bytes[start] == UInt8(ascii: "*")
      guard isStar || RequestLine.skipOrigin(bytes, &start, target.upperBound) else { return }
    }
    let mark = ByteScan.first(
      UInt8(ascii: "?"), in: bytes, from: start, to: target.upperBound)
    path = start..<(mark < 0 ? target.upperBound : mark)
    if mark >= 0, mark + 1 < target.upperBound { query = mark + 1..<target.upperBound }
  }

  /// Moves past `http://host` of an absolute target, up to its path.
  private static func skipOrigin(
    _ bytes: borrowing Span<UInt8>, _ start: inout Int, _ end: Int
  ) -> Bool {
    let colon = ByteScan.first(UInt8(ascii: ":"), in: bytes, from: start, to: min(end, start + 6))
    guard colon > start, colon + 3 < end, bytes[start] | 0x20 == UInt8(ascii: "h"),
      bytes[colon + 1] == UInt8(ascii: "/"), bytes[colon + 2] == UInt8(ascii: "/")
    else { return false }
    let slash = ByteScan.first(UInt8(ascii: "/"), in: bytes, from: colon + 3, to: end)
    guard slash >= 0 else { return false }
    start = slash
    return true
  }

  /// Where ` HTTP/1.1` starts, or the end of a request of HTTP 0.9 that has none.
  private static func endOfTarget(
    _ bytes: borrowing Span<UInt8>, _ start: Int, _ end: Int
  ) -> Int {
    // ` HTTP/1.` and one more, as nearly every request ends.
    if end - start >= 9, ByteScan.word(bytes, at: end - 9) == 0x2e31_2f50_5454_4820,
      bytes[end - 1] != 32
    {
      return end - 9
    }
    var index = end - 1
    while index >= start, end - index <= 10 {
      if bytes[index] == 32 {
        let isProtocol =
          end - index > 5 && bytes[index + 1] == UInt8(ascii: "H")
          && bytes[index + 5] == UInt8(ascii: "/")
        return isProtocol ? index : end
      }
      index -= 1
    }
    return end
  }

  private static func isMethod(_ bytes: borrowing Span<UInt8>, _ place: Range<Int>) -> Bool {
    guard place.count <= 20 else { return false }
    for index in place {
      let byte = bytes[index]
      guard (65...90).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      else { return false }
    }
    return true
  }

  /// What was asked for, by method, status and whether the path names an asset.
  static func kind(isGet: Bool, status: Int32, hasPath: Bool, isAsset: Bool) -> RequestKind {
    guard hasPath else { return .other }
    if isAsset { return .asset }
    let isAnswered = (200...299).contains(status) || status == 304 || status == -1
    return isGet && isAnswered ? .page : .other
  }

  private static let assetSuffixes: Set<String> = [
    "css", "js", "mjs", "map", "png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "ico", "bmp",
    "woff", "woff2", "ttf", "otf", "eot", "mp4", "webm", "mp3", "ogg", "m4a", "mov",
  ]

  /// Whether a path is a style, script, picture, font, film, `robots.txt` or a favicon.
  static func isAsset(path: String) -> Bool {
    let name = path.lowercased().split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    if name == "robots.txt" || name.hasPrefix("favicon.") { return true }
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return false }
    return assetSuffixes.contains(String(name[name.index(after: dot)...]))
  }
}
