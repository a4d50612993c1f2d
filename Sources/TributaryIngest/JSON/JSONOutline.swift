import TributaryModel

/// The keys of a JSON object with their values, for people to look at.
struct JSONOutline {
  /// Paths such as `request.uri`, with the text that stands there; of lists the first element.
  private(set) var leaves: [(path: String, text: String)] = []

  private static let maximumLeaves = 64
  private static let maximumDepth = 4

  /// Empty when there is no well-formed object at or after `start`.
  init(_ bytes: borrowing Span<UInt8>, from start: Int, to end: Int) {
    let open = JSONScan.space(bytes, from: start, to: end)
    guard open < end, bytes[open] == UInt8(ascii: "{"),
      JSONScan.endOfValue(bytes, from: open, to: end) >= 0
    else { return }
    object(bytes, from: open, to: end, under: "", depth: 1)
  }

  /// The paths in words, without what could name a person.
  var keys: String {
    guard !leaves.isEmpty else { return "none" }
    let shown = leaves.prefix(16).map { Redaction.text(String($0.path.prefix(48))) }
    return shown.joined(separator: ", ") + (leaves.count > shown.count ? ", …" : "")
  }

  private mutating func object(
    _ bytes: borrowing Span<UInt8>, from open: Int, to end: Int, under path: String, depth: Int
  ) {
    var at = JSONScan.space(bytes, from: open + 1, to: end)
    while at < end, bytes[at] == 0x22, leaves.count < JSONOutline.maximumLeaves {
      let closing = JSONScan.endOfString(bytes, from: at + 1, to: end)
      guard closing >= 0 else { return }
      let key = JSONOutline.text(bytes, from: at + 1, to: closing)
      let colon = JSONScan.colon(bytes, from: closing + 1, to: end)
      guard colon >= 0 else { return }
      at = JSONScan.space(bytes, from: colon, to: end)
      let after = JSONScan.endOfValue(bytes, from: at, to: end)
      guard after >= 0 else { return }
      value(bytes, at..<after, at: path.isEmpty ? key : path + "." + key, depth: depth)
      at = JSONScan.space(bytes, from: after, to: end)
      guard at < end, bytes[at] == UInt8(ascii: ",") else { return }
      at = JSONScan.space(bytes, from: at + 1, to: end)
    }
  }

  private mutating func value(
    _ bytes: borrowing Span<UInt8>, _ place: Range<Int>, at path: String, depth: Int
  ) {
    let (start, end) = (place.lowerBound, place.upperBound)
    switch bytes[start] {
    case UInt8(ascii: "{") where depth < JSONOutline.maximumDepth:
      object(bytes, from: start, to: end, under: path, depth: depth + 1)
    case UInt8(ascii: "[") where depth < JSONOutline.maximumDepth:
      let first = JSONScan.space(bytes, from: start + 1, to: end)
      guard first < end, bytes[first] != UInt8(ascii: "]") else { return }
      let after = JSONScan.endOfValue(bytes, from: first, to: end)
      guard after >= 0 else { return }
      value(bytes, first..<after, at: path + "[0]", depth: depth + 1)
    case UInt8(ascii: "{"), UInt8(ascii: "["): break
    case 0x22:
      leaves.append((path, JSONOutline.text(bytes, from: start + 1, to: end - 1)))
    default: leaves.append((path, JSONOutline.text(bytes, from: start, to: end)))
    }
  }

  private static func text(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> String {
    var decoded: [UInt8] = []
    JSONScan.append(bytes, from: start, to: end, to: &decoded)
    return TextEncoding.text(decoded)
  }
}
