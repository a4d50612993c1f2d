/// Picks the values of wanted paths out of JSON objects, without making a string.
///
/// ```
///  paths    request.uri         customer.phones[0]     params[key=page].value
///  object   {"request": {"uri": "/a?b\u003d1", ...}, "customer": ...}
///  scratch  /a?b=1+79001234567...
/// ```
/// Strings are decoded, numbers, `true` and `false` are copied as they stand. The first of two
/// equal keys counts. What nobody wants is checked and skipped.
/// Source: RFC 8259, with the leniency of `JSONScan`.
struct JSONLeafReader {
  /// Decoded texts of the leaves of the last object, end to end.
  private(set) var scratch: [UInt8] = []
  private let plan: JSONPathPlan
  private var found: [Found]
  private var round = 0

  /// Of a node: the last object that had it, and where its text stands; none where start < 0.
  private struct Found {
    var round = 0
    var start = -1
    var end = -1
    /// Whether it is an object or a list.
    var isContainer = false
    /// Whether its text stands without quotes: a number, `true` or `false`.
    var isBare = false
  }

  /// - Parameter paths: such as `request.headers.User-Agent[0]`, `items` or
  ///   `event_params[key=page_location].value.string_value`: the first element whose member
  ///   `key` has that text. A key that itself holds the dots is found too.
  /// - Parameter others: further spellings of a path that is one key.
  init(_ paths: [String], others: (String) -> [String] = { _ in [] }) {
    plan = JSONPathPlan(paths, others: others)
    found = Array(repeating: Found(), count: plan.nodes.count)
  }

  /// Where the text of that wanted path stands in `scratch`; nil where it is absent, null, an
  /// object or an array.
  func place(_ path: Int) -> Range<Int>? {
    let found = found[plan.leaves[path]]
    return found.round == round && found.start >= 0 ? found.start..<found.end : nil
  }

  /// Where the text of that path stands in an object that `read` found broken behind it.
  ///
  /// - Parameter trustsBare: whether a text without quotes is taken.
  func placeBeforeBreak(_ path: Int, trustsBare: Bool) -> Range<Int>? {
    let found = found[plan.leaves[path]]
    guard found.round == round - 1, found.start >= 0, trustsBare || !found.isBare else {
      return nil
    }
    return found.start..<found.end
  }

  /// Whether the text of that path stands without quotes: a number, `true` or `false`.
  func isBare(_ path: Int) -> Bool { found[plan.leaves[path]].isBare }

  /// Whether the last object had the path, as an object or a list.
  func isContainer(_ path: Int) -> Bool { has(path) && found[plan.leaves[path]].isContainer }

  /// Forgets the last object: it has no path.
  mutating func forget() { round += 1 }

  /// Whether the last object had the path at all, whatever its value.
  func has(_ path: Int) -> Bool { found[plan.leaves[path]].round == round }

  /// Whether the last object had the path, be it null or empty, and neither object nor list there.
  func hasText(_ path: Int) -> Bool {
    let found = found[plan.leaves[path]]
    return found.round == round && !found.isContainer
  }

  /// The place of the decoded text of a place.
  mutating func decode(_ place: Range<Int>, _ decoding: FieldDecoding) -> Range<Int> {
    join([place], decoding)
  }

  /// The place of the decoded texts, with a space between two.
  mutating func join(_ places: [Range<Int>], _ decoding: FieldDecoding) -> Range<Int> {
    let joined = Array(places.map { scratch[$0] }.joined(separator: [32]))
    let start = scratch.count
    decoding.append(joined.span, from: 0, to: joined.count, to: &scratch)
    return start..<scratch.count
  }

  /// Reads one value; false when it is no well-formed JSON object.
  ///
  /// White space around it and one comma after it are let through.
  mutating func read(_ bytes: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
    round += 1
    scratch.removeAll(keepingCapacity: true)
    let open = JSONScan.space(bytes, from: start, to: end)
    if open < end, bytes[open] == UInt8(ascii: "{") {
      var at = object(bytes, from: open, to: end, node: 0, depth: 1)
      if at >= 0 {
        at = JSONScan.space(bytes, from: at, to: end)
        if at < end, bytes[at] == UInt8(ascii: ",") {
          at = JSONScan.space(bytes, from: at + 1, to: end)
        }
        if at == end { return true }
      }
    }
    round += 1
    return false
  }

  /// Past the one value that starts at or after `start`, or nil where it is malformed.
  static func endOfValue(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> Int? {
    let at = JSONScan.endOfValue(bytes, from: start, to: end)
    return at < 0 ? nil : at
  }

  /// Walks the object whose brace is at `start`; past it, or −1.
  private mutating func object(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int, node: Int, depth: Int
  ) -> Int {
    guard depth <= JSONScan.maximumDepth else { return -1 }
    let slots = plan.nodes[node].slots
    var at = JSONScan.space(bytes, from: start + 1, to: end)
    if at < end, bytes[at] == UInt8(ascii: "}") { return at + 1 }
    while true {
      guard at < end, bytes[at] == 0x22 else { return -1 }
      let closing = JSONScan.endOfString(bytes, from: at + 1, to: end)
      guard closing >= 0 else { return -1 }
      let child = self.node(bytes, from: at + 1, to: closing, under: slots)
      at = JSONScan.colon(bytes, from: closing + 1, to: end)
      guard at >= 0 else { return -1 }
      at =
        child < 0 || found[child].round == round
        ? JSONScan.endOfValue(bytes, from: at, to: end, depth: depth)
        : value(bytes, from: at, to: end, node: child, depth: depth)
      guard at >= 0 else { return -1 }
      at = JSONScan.space(bytes, from: at, to: end)
      guard at < end else { return -1 }
      if bytes[at] == UInt8(ascii: "}") { return at + 1 }
      guard bytes[at] == UInt8(ascii: ",") else { return -1 }
      at = JSONScan.space(bytes, from: at + 1, to: end)
    }
  }

  private mutating func node(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int, under slots: Range<Int>
  ) -> Int {
    guard !slots.isEmpty else { return -1 }
    guard ByteScan.first(0x5c, in: bytes, from: start, to: end) >= 0 else {
      return plan.node(bytes, from: start, to: end, under: slots)
    }
    var key: [UInt8] = []
    JSONScan.append(bytes, from: start, to: end, to: &key)
    return plan.node(key.span, from: 0, to: key.count, under: slots)
  }

  /// Takes the value of a node seen for the first time; past it, or −1.
  private mutating func value(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int, node: Int, depth: Int
  ) -> Int {
    let at = JSONScan.space(bytes, from: start, to: end)
    guard at < end else { return -1 }
    found[node] = Found(round: round)
    switch bytes[at] {
    case 0x22:
      let closing = JSONScan.endOfString(bytes, from: at + 1, to: end)
      guard closing >= 0 else { return -1 }
      if plan.nodes[node].isLeaf {
        let place = scratch.count
        JSONScan.append(bytes, from: at + 1, to: closing, to: &scratch)
        found[node] = Found(round: round, start: place, end: scratch.count)
      }
      return closing + 1
    case UInt8(ascii: "{") where plan.nodes[node].hasKeys:
      found[node].isContainer = true
      return object(bytes, from: at, to: end, node: node, depth: depth + 1)
    case UInt8(ascii: "[") where plan.nodes[node].hasElements:
      found[node].isContainer = true
      return array(bytes, from: at, to: end, node: node, depth: depth + 1)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      found[node].isContainer = true
      return JSONScan.endOfValue(bytes, from: at, to: end, depth: depth)
    default:
      let after = JSONScan.endOfScalar(bytes, from: at, to: end)
      if after >= 0, plan.nodes[node].isLeaf, bytes[at] != UInt8(ascii: "n") {
        let place = scratch.count
        ByteScan.append(bytes, from: at, to: after, to: &scratch)
        found[node] = Found(round: round, start: place, end: scratch.count, isBare: true)
      }
      return after
    }
  }

  /// Walks the array whose bracket is at `start`; past it, or −1.
  private mutating func array(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int, node: Int, depth: Int
  ) -> Int {
    guard depth <= JSONScan.maximumDepth else { return -1 }
    var at = JSONScan.space(bytes, from: start + 1, to: end)
    if at < end, bytes[at] == UInt8(ascii: "]") { return at + 1 }
    var index = 0
    while true {
      at = JSONScan.space(bytes, from: at, to: end)
      guard at < end else { return -1 }
      let after = JSONScan.endOfValue(bytes, from: at, to: end, depth: depth)
      guard after >= 0 else { return -1 }
      for element in plan.nodes[node].elements where element.index == index {
        _ = value(bytes, from: at, to: after, node: element.node, depth: depth)
      }
      if bytes[at] == UInt8(ascii: "{") {
        let child = member(bytes, from: at, to: after, of: node)
        if child >= 0 { _ = value(bytes, from: at, to: after, node: child, depth: depth) }
      }
      index += 1
      at = JSONScan.space(bytes, from: after, to: end)
      guard at < end else { return -1 }
      if bytes[at] == UInt8(ascii: "]") { return at + 1 }
      guard bytes[at] == UInt8(ascii: ",") else { return -1 }
      at += 1
    }
  }

  /// The unseen node of a well-formed object that one of its members names, or −1.
  private mutating func member(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int, of node: Int
  ) -> Int {
    let kept = scratch.count
    defer { scratch.removeSubrange(kept...) }
    for wanted in plan.nodes[node].members where found[wanted.node].round != round {
      scratch.removeSubrange(kept...)
      appendText(of: wanted.key, bytes, from: start, to: end)
      if scratch.count - kept == wanted.text.count,
        ByteScan.equal(wanted.text.span, from: 0, to: wanted.text.count, scratch.span, at: kept)
      {
        return wanted.node
      }
    }
    return -1
  }

  /// Appends the text of the first member of that name, if it is a string.
  private mutating func appendText(
    of key: [UInt8], _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) {
    var at = JSONScan.space(bytes, from: start + 1, to: end)
    while at < end, bytes[at] == 0x22 {
      let closing = JSONScan.endOfString(bytes, from: at + 1, to: end)
      guard closing >= 0 else { return }
      let isWanted =
        closing - at - 1 == key.count
        && ByteScan.equal(key.span, from: 0, to: key.count, bytes, at: at + 1)
      at = JSONScan.colon(bytes, from: closing + 1, to: end)
      guard at >= 0 else { return }
      at = JSONScan.space(bytes, from: at, to: end)
      let after = JSONScan.endOfValue(bytes, from: at, to: end)
      guard after >= 0 else { return }
      if isWanted {
        if bytes[at] == 0x22 {
          JSONScan.append(bytes, from: at + 1, to: after - 1, to: &scratch)
        }
        return
      }
      at = JSONScan.space(bytes, from: after, to: end)
      if at < end, bytes[at] == UInt8(ascii: ",") {
        at = JSONScan.space(bytes, from: at + 1, to: end)
      }
    }
  }
}
