import TributaryModel

/// Whether a source's data reach the as-of day.
public enum SourceState: Hashable, Sendable {
  case whole
  /// Named in the pipeline file, but nothing was found.
  case missing
  /// Data stop before the as-of day.
  case stops(Day)
  /// The last day is only in part.
  case part
  /// Whole at the end, but days before are missing.
  case gaps(Int)
  /// Whole at the end, but of days before only a part is there.
  case parts(Int)
  /// Files were refused whole.
  case refused(Int)

  package init(_ source: SourceQuality, asOf: Day) {
    let gaps = source.coverage.count { $0 == .missing }
    let parts = source.coverage.count { $0 == .part }
    if source.isMissing {
      self = .missing
    } else if let last = source.dataTo, last < asOf {
      self = .stops(last)
    } else if !source.refused.isEmpty {
      self = .refused(source.refused.count)
    } else if source.coverage.last == .part {
      self = .part
    } else if gaps > 0 {
      self = .gaps(gaps)
    } else if parts > 0 {
      self = .parts(parts)
    } else {
      self = .whole
    }
  }
}
