/// What the phone of a caller says of where the call came from.
///
/// A phone is known when some visitor has ordered with it. c of `CallRates` is the probability of
/// the caller's phone if the session is the source, over that if none is:
///
/// | the visitor has ordered | of a known phone | of any other |
/// |---|---|---|
/// | with this phone | (1 - ε) · K / κ0 | |
/// | with others only | ε · κ1 / κ0 | ε · (1 - κ1) / (1 - κ0) |
/// | never | κ1 / κ0 | (1 - κ1) / (1 - κ0) |
///
/// | symbol | meaning |
/// |---|---|
/// | κ0 | share of known phones among callers from none of the sessions |
/// | κ1 | the same among callers from sessions of visitors who have not ordered with that phone |
/// | ε | share of other phones among callers from sessions of visitors who have ordered |
/// | K | number of known phones, each as likely as another to ring by chance |
///
/// A hidden phone says nothing: c = 1. Factors that were set once for all shops would not average
/// to 1 over callers who come by chance, and so move the share of calls from the site.
///
/// Example: κ0 = 0.2, κ1 = 0.05, ε = 0.1, K = 100. A known phone: 0.9 · 100 / 0.2 = 450 for its own
/// visitor, 0.1 · 0.05 / 0.2 = 0.025 for one with others, 0.25 for one who never ordered. Any other
/// phone: 0.1 · 0.95 / 0.8 = 0.11875 and 1.1875.
public struct CallerPhone: Sendable, Hashable {
  /// κ0.
  public private(set) var knownFromNone: LearnedShare
  /// κ1.
  public private(set) var knownFromOthers: LearnedShare
  /// ε.
  public private(set) var otherPhone: LearnedShare
  /// K.
  public let phones: Int

  /// A visitor's to a caller.
  enum Kinship: Sendable, Hashable {
    /// The visitor has ordered with this phone.
    case same
    /// The visitor has ordered with other phones only.
    case other
    /// The visitor has never ordered with a phone.
    case none
  }

  /// Before any call is shared: five known callers with another browser for each whose visit none
  /// is, and one in twenty with a second phone.
  ///
  /// - Parameter callers: of each call whether the phone is known; nil when it is hidden.
  init(callers: [Bool?], phones: Int) {
    let shown = callers.compactMap(\.self)
    let known = (Double(shown.count(where: \.self)) + 0.1) / (Double(shown.count) + 1)
    knownFromNone = LearnedShare(prior: known, weight: Self.weight)
    knownFromOthers = LearnedShare(prior: known / 5, weight: Self.weight)
    otherPhone = LearnedShare(prior: 0.05, weight: Self.weight)
    self.phones = phones
  }

  private static let weight = 20.0

  /// c of a caller who does not hide the phone.
  func ratio(_ kinship: Kinship, isKnown: Bool) -> Double {
    if kinship == .same {
      return (1 - otherPhone.value) * Double(phones) / knownFromNone.value
    }
    let stranger =
      isKnown
      ? knownFromOthers.value / knownFromNone.value
      : (1 - knownFromOthers.value) / (1 - knownFromNone.value)
    return kinship == .other ? otherPhone.value * stranger : stranger
  }

  /// - Parameter part: of a call; negative takes back what was counted.
  mutating func count(_ part: Double, _ kinship: Kinship, isKnown: Bool) {
    if kinship != .none { otherPhone.count(part, isYes: kinship == .other) }
    if kinship != .same { knownFromOthers.count(part, isYes: isKnown) }
  }

  mutating func countNone(_ part: Double, isKnown: Bool) {
    knownFromNone.count(part, isYes: isKnown)
  }
}
