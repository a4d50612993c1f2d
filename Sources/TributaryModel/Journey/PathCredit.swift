/// What a model credits to one dimension of a table of paths.
public struct PathCredit: Sendable, Hashable {
  /// A channel, campaign or keyword, as the paths name it.
  public let dimension: String
  /// Ranges where they were asked for.
  public let conversions: Estimate
  /// In the unit of the table's values, as is `margin`.
  public let value: Estimate
  public let margin: Estimate

  package init(dimension: String, conversions: Estimate, value: Estimate, margin: Estimate) {
    self.dimension = dimension
    self.conversions = conversions
    self.value = value
    self.margin = margin
  }
}
