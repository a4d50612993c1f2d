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

  /// Those that share each conversion among its own touchpoints, so that every day has its credit;
  /// the Markov chain looks at all paths of a window together.
  public static let byTouchpoint = allCases.filter { $0 != .markov }

  /// Those that campaigns are rated by.
  public static let rating: [AttributionModel] = [
    .first, .lastNonDirect, .shapley, .markov,
  ]
}
