/// What a model sees of the touchpoints before a conversion.
///
/// Shape: three columns of one length, in order of time.
public struct CreditPath: Sendable, Hashable {
  /// Codes of those who are credited: channels, campaigns or keywords. Equal codes are one player.
  public let players: [Int32]
  public let isDirect: [Bool]
  /// Time from each touchpoint to the conversion. Units: days; never negative.
  public let daysBefore: [Double]

  public var count: Int { players.count }
  public var indices: Range<Int> { players.indices }

  /// The columns must be of one length.
  public init(players: [Int32], isDirect: [Bool], daysBefore: [Double]) {
    precondition(players.count == isDirect.count && players.count == daysBefore.count)
    self.players = players
    self.isDirect = isDirect
    self.daysBefore = daysBefore
  }
}
