/// What a part of a log line says.
enum LogField: Hashable, Sendable {
  case ignored
  case address
  case forwardedFor
  /// `17/May/2015:08:05:32 +0000`
  case timeLocal
  /// `2015-05-17T08:05:32+00:00`
  case timeISO
  /// Unix seconds, with or without a fraction.
  case timeEpoch
  /// Method, target and protocol in one.
  case request
  case method
  /// Path and query as they were asked for.
  case target
  case path
  case query
  case status
  case bytes
  case referrer
  case userAgent
  case host
  case cookie(String)

  /// Where the parser keeps it; 0 for what is not kept.
  func slot(cookie wanted: String?) -> LogSlot {
    switch self {
    case .ignored: .none
    case .address: .address
    case .forwardedFor: .forwardedFor
    case .timeLocal, .timeISO, .timeEpoch: .time
    case .request: .request
    case .method: .method
    case .target: .target
    case .path: .path
    case .query: .query
    case .status: .status
    case .bytes: .bytes
    case .referrer: .referrer
    case .userAgent: .userAgent
    case .host: .host
    case .cookie(let name): name == wanted ? .cookie : .none
    }
  }
}

/// The places of a line that the readers look at.
enum LogSlot: Int, CaseIterable {
  case none, address, forwardedFor, time, request, method, target, path, query, status, bytes
  case referrer, userAgent, host, cookie
}
