import TributaryModel

/// What each of the shop's phone numbers stood for, and when.
public struct NumberDirectory: Sendable {
  private let rows: [String: [Row]]

  /// One line of the `phone_number` table.
  public struct Row: Sendable, Hashable {
    public let number: String
    public let geodomain: String?
    public let campaign: String?
    /// nil when the row names no channel or one that does not exist.
    public let channel: Channel?
    /// nil from the beginning.
    public let validFrom: Day?
    /// The last day; nil for still.
    public let validTo: Day?

    /// `channel` is any writing of a channel's name: `paid-search`, `Paid Search`, `paid_search`.
    public init(
      number: String, geodomain: String? = nil, campaign: String? = nil, channel: String? = nil,
      validFrom: Day? = nil, validTo: Day? = nil
    ) {
      self.number = number
      self.geodomain = geodomain.flatMap { $0.isEmpty ? nil : $0 }
      self.campaign = campaign.flatMap { $0.isEmpty ? nil : $0 }
      self.channel = channel.flatMap { Channel(named: $0) }
      self.validFrom = validFrom
      self.validTo = validTo
    }

    func isValid(on day: Day) -> Bool {
      (validFrom.map { $0 <= day } ?? true) && (validTo.map { day <= $0 } ?? true)
    }
  }

  package init(_ rows: [Row]) {
    self.rows = Dictionary(grouping: rows, by: \.number)
  }

  /// The row of a number that holds on that day: of several the one that began last.
  public func row(of number: String, on day: Day) -> Row? {
    rows[number]?.filter { $0.isValid(on: day) }.max { left, right in
      let a = left.validFrom?.number ?? .min
      let b = right.validFrom?.number ?? .min
      return a == b ? Row.content(left) > Row.content(right) : a < b
    }
  }
}

extension NumberDirectory.Row {
  /// Orders rows of one number and first day, so that their order in the file does not matter.
  fileprivate static func content(_ row: NumberDirectory.Row) -> String {
    [
      row.geodomain ?? "", row.campaign ?? "", row.channel?.rawValue ?? "",
      row.validTo?.description ?? "",
    ].joined(separator: "\u{0}")
  }
}

extension Channel {
  /// The channel of that name, whatever its case and whichever of `-`, `_` and blank parts words.
  public init?(named name: String) {
    let plain = name.trimmingBlanks().lowercased()
      .map { "_ ".contains($0) ? "-" : $0 }
    self.init(rawValue: String(plain))
  }
}
