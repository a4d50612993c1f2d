import Foundation
import TributaryModel

/// What the names of a collector's events say.
struct EventNames {
  private let kinds: [(event: [UInt8], kind: RequestKind)]
  private let confirmations: [[UInt8]]
  private let haveNames: Bool
  /// Whether an order number is a list of them.
  let listsOrders: Bool

  init(_ layout: LineLayout) {
    kinds = layout.kinds.map { (Array($0.event.utf8), $0.kind) }
    confirmations = layout.confirmations.map { Array($0.utf8) }
    haveNames = layout.sources.contains { $0.field == .event }
    listsOrders = layout.sources.contains { $0.field == .orderIDs }
  }

  func kind(_ event: Range<Int>?, _ bytes: borrowing Span<UInt8>) -> RequestKind {
    guard haveNames else { return .page }
    guard let event else { return .other }
    for known in kinds where EventNames.isEqual(known.event, bytes, event) { return known.kind }
    return .other
  }

  func confirms(_ action: Range<Int>?, _ bytes: borrowing Span<UInt8>) -> Bool {
    guard !confirmations.isEmpty else { return true }
    guard let action else { return false }
    for known in confirmations where EventNames.isEqual(known, bytes, action) { return true }
    return false
  }

  private static func isEqual(
    _ name: [UInt8], _ bytes: borrowing Span<UInt8>, _ place: Range<Int>
  ) -> Bool {
    name.count == place.count
      && ByteScan.equal(bytes, from: place.lowerBound, to: place.upperBound, name.span, at: 0)
  }
}

/// What the fields of a line mean, by who wrote the log.
struct LineMeaning {
  /// Whether the lines are the events of a collector.
  let isCollected: Bool
  let escapes: LogEscapes
  /// What makes an event the same one; empty for a server's log.
  let identity: [LogSlot]
  /// What the events of a collector are called; nil for a server's log.
  private let events: EventNames?

  init(_ format: ClickstreamFormat) {
    switch format.layout {
    case .pattern: (isCollected, escapes, identity, events) = (false, .backslash, [], nil)
    case .record(let layout):
      isCollected = layout.writer == .collector
      escapes = .none
      identity = isCollected ? layout.identity : []
      events = isCollected ? EventNames(layout) : nil
    }
  }

  /// The query without contacts; with what an event says about its campaign, where the query
  /// itself says nothing.
  func query(
    _ place: Range<Int>?, _ fields: borrowing LineFields, _ bytes: borrowing Span<UInt8>
  ) -> String? {
    let query = place.map { LogText.address(bytes, $0, escapes) }
    guard isCollected else { return query }
    var tags: [CampaignTag: String] = [:]
    for tag in CampaignTag.allCases {
      if let place = fields.place(tag.slot, in: bytes) {
        tags[tag] = LogText.text(bytes, place, escapes)
      }
    }
    return CampaignTag.adding(tags, to: query)
  }

  /// Where the visitor of an event came from; nil where the collector was told that it is no source.
  ///
  /// Source: Google, "[GA4] Identify unwanted referrals", parameter `ignore_referrer`.
  func referrer(
    _ fields: borrowing LineFields, _ bytes: borrowing Span<UInt8>
  ) -> Range<Int>? {
    let referrer = fields.place(.referrer, in: bytes)
    guard let word = fields.place(.ignoresReferrer, in: bytes) else { return referrer }
    let isIgnored = ["true", "1"].contains(LogText.text(bytes, word, escapes).lowercased())
    return isIgnored ? nil : referrer
  }

  /// What an event is, by its name; nil in a server's log.
  func kind(_ fields: borrowing LineFields, _ bytes: borrowing Span<UInt8>) -> RequestKind? {
    isCollected ? events?.kind(fields.place(.event, in: bytes), bytes) : nil
  }

  /// The orders that an event confirms.
  func orders(
    _ fields: borrowing LineFields, _ bytes: borrowing Span<UInt8>, _ key: ContactKey
  ) -> [String] {
    guard let events, let place = fields.place(.orderID, in: bytes),
      events.confirms(fields.place(.action, in: bytes), bytes)
    else { return [] }
    let text = LogText.text(bytes, place, escapes)
    var orders: [String] = []
    for order in events.listsOrders ? ListText.elements(text) : [text] {
      let order = key.maskedID(order.trimmingCharacters(in: .whitespaces))
      if !NullText.isNull(order), !orders.contains(order) { orders.append(order) }
    }
    return orders
  }

  /// Writes what tells the event from others; false for one without an id.
  func identity(
    _ fields: borrowing LineFields, _ bytes: borrowing Span<UInt8>, into key: inout [UInt8]
  ) -> Bool {
    guard let first = identity.first, let id = fields.place(first, in: bytes),
      LineMeaning.names(bytes, id)
    else { return false }
    key.removeAll(keepingCapacity: true)
    for slot in identity {
      if let place = fields.place(slot, in: bytes) {
        ByteScan.append(bytes, from: place.lowerBound, to: place.upperBound, to: &key)
      }
      key.append(0x1f)
    }
    return true
  }

  /// Whether an id is more than a word or noughts for nothing.
  static func names(_ bytes: borrowing Span<UInt8>, _ place: Range<Int>) -> Bool {
    var hasMore = false
    for index in place where bytes[index] != UInt8(ascii: "0") && bytes[index] != UInt8(ascii: "-")
    {
      hasMore = true
      break
    }
    guard hasMore, place.count <= 12 else { return hasMore }
    return !NullText.isNull(
      ByteScan.text(bytes, from: place.lowerBound, to: place.upperBound))
  }

  /// Whether an event names nobody.
  func lacksVisitor(_ fields: borrowing LineFields, _ bytes: borrowing Span<UInt8>) -> Bool {
    guard isCollected, fields.place(.address, in: bytes) == nil else { return false }
    return fields.place(.cookie, in: bytes).map { !LineMeaning.names(bytes, $0) } ?? true
  }
}

/// Lists as ClickHouse writes them.
enum ListText {
  /// The elements of `[1,2]`, `['a','b\'c']` or `["a"]`; a text without brackets is one element.
  static func elements(_ text: String) -> [String] {
    guard text.hasPrefix("["), text.hasSuffix("]"), text.utf8.count >= 2 else { return [text] }
    var elements: [String] = []
    var element = ""
    var quote: Character?
    var isEscaped = false
    for sign in text.dropFirst().dropLast() {
      if isEscaped {
        element.append(sign)
        isEscaped = false
      } else if sign == "\\" {
        isEscaped = true
      } else if let open = quote {
        if sign == open { quote = nil } else { element.append(sign) }
      } else if sign == "'" || sign == "\"" {
        quote = sign
      } else if sign == "," {
        elements.append(element)
        element = ""
      } else {
        element.append(sign)
      }
    }
    return elements + [element]
  }
}
