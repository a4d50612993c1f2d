import TributaryModel

/// The places of method, host, path and query in a log line; nil for what is not there.
struct RequestLine {
  var method: Range<Int>?
  var path: Range<Int>?
  var query: Range<Int>?
  /// Only of fields whose host is the site's: anybody may ask for `http://elsewhere/`.
  private(set) var host: Range<Int>?

  /// Takes them from whichever fields the line has.
  init(_ fields: borrowing LineFields, _ bytes: borrowing Span<UInt8>) {
    if let request = fields.place(.request, in: bytes) {
      take(request, fields, bytes)
      host = nil
      return
    }
    if let request = fields.place(.requestWithHost, in: bytes) {
      take(request, fields, bytes)
      return
    }
    let method = fields.place(.method, in: bytes)
    if let method, !RequestLine.isMethod(bytes, method, anyCase: true) { return }
    if let url = fields.place(.url, in: bytes) {
      splitURL(url, bytes)
    } else if method == nil, fields.has(.method) {
      return
    } else if let target = fields.place(.target, in: bytes) {
      split(target, bytes)
      host = nil
    } else {
      path = fields.place(.path, in: bytes)
    }
    if query == nil { query = RequestLine.withoutMark(fields.place(.query, in: bytes), bytes) }
    if path != nil { self.method = method }
  }

  /// Apache's `%q` starts with the question mark.
  private static func withoutMark(
    _ query: Range<Int>?, _ bytes: borrowing Span<UInt8>
  ) -> Range<Int>? {
    guard let query, bytes[query.lowerBound] == UInt8(ascii: "?") else { return query }
    return query.count > 1 ? query.lowerBound + 1..<query.upperBound : nil
  }

  /// Takes apart `https://host:443/path?query#part`, with or without its scheme or its host.
  private mutating func splitURL(_ url: Range<Int>, _ bytes: borrowing Span<UInt8>) {
    let mark = ByteScan.first(
      UInt8(ascii: "#"), in: bytes, from: url.lowerBound, to: url.upperBound)
    let url = url.lowerBound..<(mark < 0 ? url.upperBound : mark)
    guard !url.isEmpty else { return }
    var start = url.lowerBound
    if start < url.upperBound, bytes[start] != UInt8(ascii: "/"),
      !skipOrigin(bytes, &start, url.upperBound)
    {
      // Without a scheme: all before the path is the host.
      let end = RequestLine.endOfHost(bytes, start, url.upperBound)
      guard end > start, end < url.upperBound, bytes[end] == UInt8(ascii: "/"),
        bytes[end - 1] != UInt8(ascii: ":")
      else { return }
      host = start..<end
      start = end
    }
    splitPath(start..<url.upperBound, bytes)
  }

  /// Takes apart `GET /path?query HTTP/1.1`, or `/path?query` beside a method; all is nil for
  /// anything else.
  private mutating func take(
    _ request: Range<Int>, _ fields: borrowing LineFields, _ bytes: borrowing Span<UInt8>
  ) {
    let space = ByteScan.first(32, in: bytes, from: request.lowerBound, to: request.upperBound)
    if space > request.lowerBound {
      let method = request.lowerBound..<space
      guard RequestLine.isMethod(bytes, method) else { return }
      split(space + 1..<RequestLine.endOfTarget(bytes, space + 1, request.upperBound), bytes)
      if path != nil { self.method = method }
    } else if space < 0, bytes[request.lowerBound] == UInt8(ascii: "/") {
      let method = fields.place(.method, in: bytes)
      if let method, !RequestLine.isMethod(bytes, method, anyCase: true) { return }
      split(request, bytes)
      self.method = method
    }
    if query == nil, path != nil {
      query = RequestLine.withoutMark(fields.place(.query, in: bytes), bytes)
    }
  }

  private mutating func split(_ target: Range<Int>, _ bytes: borrowing Span<UInt8>) {
    var start = target.lowerBound
    guard start < target.upperBound else { return }
    if bytes[start] != UInt8(ascii: "/") {
      let isStar = target.count == 1 && bytes[start] == UInt8(ascii: "*")
      guard isStar || skipOrigin(bytes, &start, target.upperBound) else { return }
    }
    splitPath(start..<target.upperBound, bytes)
  }

  private mutating func splitPath(_ target: Range<Int>, _ bytes: borrowing Span<UInt8>) {
    let mark = ByteScan.first(
      UInt8(ascii: "?"), in: bytes, from: target.lowerBound, to: target.upperBound)
    path = target.lowerBound..<(mark < 0 ? target.upperBound : mark)
    if mark >= 0, mark + 1 < target.upperBound { query = mark + 1..<target.upperBound }
    if let path, path.isEmpty, let host {
      // Of an address without a path, `/` is what was asked for: one stands before the host.
      self.path = host.lowerBound - 1..<host.lowerBound
    }
  }

  /// Moves past `http://host` of an absolute target, up to its path.
  private mutating func skipOrigin(
    _ bytes: borrowing Span<UInt8>, _ start: inout Int, _ end: Int
  ) -> Bool {
    let colon = ByteScan.first(UInt8(ascii: ":"), in: bytes, from: start, to: min(end, start + 6))
    guard colon > start, colon + 3 < end, bytes[start] | 0x20 == UInt8(ascii: "h"),
      bytes[colon + 1] == UInt8(ascii: "/"), bytes[colon + 2] == UInt8(ascii: "/")
    else { return false }
    start = RequestLine.endOfHost(bytes, colon + 3, end)
    host = colon + 3..<start
    return true
  }

  private static func endOfHost(
    _ bytes: borrowing Span<UInt8>, _ start: Int, _ end: Int
  ) -> Int {
    var at = start
    while at < end {
      switch bytes[at] {
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return at
      default: at += 1
      }
    }
    return end
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

  /// - Parameter anyCase: whether programs may have written it in small letters.
  private static func isMethod(
    _ bytes: borrowing Span<UInt8>, _ place: Range<Int>, anyCase: Bool = false
  ) -> Bool {
    let mask: UInt8 = anyCase ? 0xdf : 0xff
    guard place.count <= 20, (bytes[place.lowerBound] & mask) &- 65 < 26 else { return false }
    for index in place {
      let byte = bytes[index]
      guard
        (byte & mask) &- 65 < 26 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      else { return false }
    }
    return true
  }

  /// What was asked for, by method, status and what the path stands for; nil without a path.
  ///
  /// - Parameter isGet: also where a log names no methods at all.
  static func kind(isGet: Bool, status: Int32, path: PathKind?) -> RequestKind {
    switch path {
    case .file: return .asset
    case nil, .answer: return .other
    case .page:
      let isAnswered = (200...299).contains(status) || status == 304 || status == -1
      return isGet && isAnswered ? .page : .other
    }
  }
}
