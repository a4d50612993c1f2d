import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

/// What can be explained.
public enum ExplainedSubject: String, CaseIterable, Sendable {
  case campaign, order, call, invoice

  fileprivate var conversion: Conversion.Kind? { Conversion.Kind(rawValue: rawValue) }
}

extension ReadOnlyWarehouse {
  /// How a number came about, as of the last finished run.
  ///
  /// - Parameters:
  ///   - id: an order's, call's or invoice's; of a campaign its key, or its name.
  ///   - cut: the part of a campaign's spend whose loss is asked for.
  /// Errors: `noInput` where nothing was run; `usage` where nothing, or several, are so called.
  public func explain(
    _ subject: ExplainedSubject, _ id: String, cut: Double? = nil
  ) throws(RunError) -> ExplainedText {
    if let kind = subject.conversion {
      return try explain(kind, id).text(pipeline.currency, pipeline.zone)
    }
    return try explain(campaign: id, cut: cut).text(pipeline.currency)
  }

  /// What `read` makes of the last finished run's day.
  func reading<Value>(
    _ read: (AnswerContext) throws(WarehouseError) -> Value
  ) throws(RunError) -> Value {
    let context: AnswerContext?
    do { context = try lastContext() } catch { throw RunError(error) }
    guard let context else {
      throw RunError(
        .noInput,
        "\(pipeline.name): expected a finished run, found none; `tributary run \(pipeline.name)` "
          + "makes one")
    }
    do { return try read(context) } catch { throw RunError(error) }
  }
}
