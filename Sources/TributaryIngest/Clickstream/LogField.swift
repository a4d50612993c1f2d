/// What a part of a log line says.
enum LogField: Hashable, Sendable {
  case ignored
  /// Ignored too; may hold `, ` and ` : `.
  case list
  case address
  case forwardedFor
  /// The user's name as `identd` tells it.
  case identity
  /// `203.0.113.7:51234`
  case addressAndPort
  /// `17/May/2015:08:05:32 +0000`
  case timeLocal
  /// `2015-05-17T08:05:32+00:00`
  case timeISO
  /// Unix seconds with or without a fraction, milliseconds, microseconds or nanoseconds: their
  /// numbers are too far apart to be taken for each other.
  case timeEpoch
  /// Any of the three above, or another usual writing, each line as it is.
  case timeAny
  /// The same; a time that names no offset is UTC, and not in the zone of the source.
  case timeUTC
  case timeFormat(LogTimeFormat)
  /// Method, target and protocol in one.
  case request
  /// Method, whole address and protocol in one; its host is the site's.
  case requestWithHost
  case method
  /// Path and query as they were asked for.
  case target
  /// Host, path and query, with or without `https://`.
  case url
  case path
  case query
  case status
  case bytes
  case referrer
  case userAgent
  case host
  /// The host where no other field names one.
  case serverName
  case cookie(String)
  /// Header `Cookie`: `a=1; b=2`
  case cookieHeader
  /// An id that the visitor keeps.
  case visitor
  /// The id that a person has in the shop, where the record names it beside the visitor's.
  case user
  /// What tells one event from another; see `LineLayout.identity`.
  case eventID
  case eventPart
  /// What happened; see `LineLayout.kinds`.
  case event
  /// Whether the referrer is no source of the visit: `true` or 1.
  case ignoresReferrer
  /// What was done, where `event` only tells the sort of record; see `LineLayout.confirmations`.
  case action
  /// Of the order that the event confirms.
  case orderID
  /// Of the orders of a whole visit: `['A-1','A-2']`
  case orderIDs
  /// `mobile`, `tablet` or another word, where no user agent is told.
  case device
  /// Of the campaign that led to the page.
  case tag(CampaignTag)

  /// Whether its text holds no blanks.
  var isWord: Bool {
    switch self {
    case .address, .addressAndPort, .method, .target, .url, .path, .query, .status, .bytes, .host,
      .serverName:
      true
    default: false
    }
  }

  /// Where the parser keeps it; 0 for what is not kept.
  func slot(cookie wanted: String?) -> LogSlot {
    switch self {
    case .ignored, .list: .none
    case .address: .address
    case .identity: .identity
    case .addressAndPort: .addressAndPort
    case .forwardedFor: .forwardedFor
    case .timeLocal, .timeISO, .timeEpoch, .timeAny, .timeUTC, .timeFormat: .time
    case .request: .request
    case .requestWithHost: .requestWithHost
    case .method: .method
    case .target: .target
    case .url: .url
    case .path: .path
    case .query: .query
    case .status: .status
    case .bytes: .bytes
    case .referrer: .referrer
    case .userAgent: .userAgent
    case .host: .host
    case .serverName: .serverName
    case .cookie(let name): name == wanted ? .cookie : .none
    case .cookieHeader: .cookieHeader
    case .visitor: .cookie
    case .user: .user
    case .eventID: .eventID
    case .eventPart: .eventPart
    case .event: .event
    case .ignoresReferrer: .ignoresReferrer
    case .action: .action
    case .orderID, .orderIDs: .orderID
    case .device: .device
    case .tag(let tag): tag.slot
    }
  }
}

/// The places of a line that the readers look at.
enum LogSlot: Int, CaseIterable {
  /// The places that say something of a request.
  static let read = allCases.filter { $0 != .none && $0 != .identity }

  /// Any of these tells what was asked for.
  static let requests: Set<LogSlot> = [.request, .requestWithHost, .target, .url, .path]

  case none, address, forwardedFor, time, request, method, target, path, query, status, bytes
  case referrer, userAgent, host, cookie
  case addressAndPort, requestWithHost, url, serverName, cookieHeader, event, action, orderID
  case ignoresReferrer, identity
  case device, tagSource, tagMedium, tagCampaign, tagCampaignID, tagContent, tagTerm, tagClick
  case user, eventID, eventPart
}
