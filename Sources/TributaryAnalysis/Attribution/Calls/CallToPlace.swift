import TributaryModel

/// A call whose source nobody has told.
public struct CallToPlace: Sendable, Hashable {
  public let id: String
  public let at: Instant
  /// The hosts that show the dialled number; nil for a number that any host may have shown.
  public let hosts: Set<String>?
  /// Keyed hash of the caller's phone; nil when it was hidden, or when so many share it that it
  /// tells nothing.
  public let caller: String?

  package init(id: String, at: Instant, hosts: Set<String>?, caller: String? = nil) {
    self.id = id
    self.at = at
    self.hosts = hosts
    self.caller = caller
  }

  static func precedes(_ left: Self, _ right: Self) -> Bool {
    left.at == right.at ? left.id < right.id : left.at < right.at
  }
}

/// The sessions that one call may have come from.
public struct CallPlace: Sendable, Hashable {
  public let callID: String
  /// Most probable first; the probabilities add up to one.
  public let sources: [Source]

  /// One session, or none of those named.
  public struct Source: Sendable, Hashable {
    /// nil for none of the others: the caller saw no page, or none that is worth a row.
    public let session: Int64?
    /// Units: 0...1.
    public let probability: Double

    package init(session: Int64?, probability: Double) {
      self.session = session
      self.probability = probability
    }
  }

  package init(callID: String, sources: [Source]) {
    self.callID = callID
    self.sources = sources
  }
}
