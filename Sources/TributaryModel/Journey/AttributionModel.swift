/// How the credit for a conversion is shared among the touchpoints before it.
public enum AttributionModel: String, Sendable, CaseIterable, Hashable {
  case first
  case last
  case lastNonDirect = "last-non-direct"
  case linear
  case timeDecay = "time-decay"
  case position
  case shapley
  case markov

  /// Those that a night works out and its pages set side by side, in the pages' order.
  public static let nightly: [AttributionModel] = [.first, .lastNonDirect, .linear]
}
