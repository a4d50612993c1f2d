/// How the credit for a conversion is shared among the touchpoints before it.
public enum AttributionModel: String, Sendable, CaseIterable, Hashable {
  case first
  case lastNonDirect = "last-non-direct"
  case linear
}
