import TributaryModel

extension Funnel {
  /// One step with its funnel.
  public struct Entry: Sendable, Hashable {
    public let funnel: Name
    public let step: Step
    /// Nobody reached it although a later step was reached: the data do not show it.
    public let isUnseen: Bool
  }

  public var entries: [Entry] {
    let unseen = unseen
    return steps.map { Entry(funnel: name, step: $0, isUnseen: unseen.contains($0.name)) }
  }

  /// How many came to each step, in 28 days to the as-of day.
  public static let results = ResultTable<Entry>(
    "funnel_step", grain: "funnel and step",
    [
      .text("funnel", isKey: true, "purchase or letter") { $0.funnel.rawValue },
      .text("step", isKey: true, "in the order of the way") { $0.step.name.rawValue },
      .count("reached", "went step by step to here; null where the data do not show the step") {
        $0.isUnseen ? nil : $0.step.count
      },
      .estimate("rate", unit: .share, "of those who reached the step before, without open ones") {
        $0.isUnseen ? nil : $0.step.rate
      },
      .count("lost", "reached the step before, not this one, and are not open") {
        $0.isUnseen || $0.step.rate == nil ? nil : $0.step.lost
      },
      .count("open", "reached the step before and may still come") {
        $0.step.rate == nil ? nil : $0.step.open
      },
      .count("around", "reached it, but not every step before it: in no rate and in no loss") {
        $0.isUnseen ? nil : $0.step.around
      },
    ])
}
