import TributaryModel

/// The days that a row of a report covers: one, or a period with both its ends.
struct DaySpan: Equatable {
  let first: Day
  let days: Int

  /// The longest period that is spread over its days: a leap year.
  static let most = 366

  /// Nil when the last day is before the first.
  init?(_ first: Day, through last: Day) {
    guard last >= first else { return nil }
    self.first = first
    days = last.days(since: first) + 1
  }

  /// Reads `2026-05-01` or `2026-05-01/2026-05-03`.
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let first = parts.first.flatMap({ Day(String($0)) }),
      let last = parts.last.flatMap({ Day(String($0)) }),
      (1990...2099).contains(first.year), (1990...2099).contains(last.year)
    else { return nil }
    self.init(first, through: last)
  }

  /// An amount in as many parts as there are days, as equal as whole units allow; their sum is the
  /// amount. The first days get the units that are left over.
  func shares(of amount: Int64) -> [Int64] {
    let (share, rest) = amount.quotientAndRemainder(dividingBy: Int64(days))
    return (0..<Int64(days)).map { share + ($0 < abs(rest) ? rest.signum() : 0) }
  }
}
