/// One column of a table on a page: how it is headed and written.
struct Column: Sendable {
  /// As people read it.
  let title: String
  let kind: Kind

  enum Kind: Sendable, Hashable {
    /// Words, on the left.
    case text
    /// A whole number.
    case count
    /// A number with that many decimals.
    case number(decimals: Int)
    /// Minor units, written short.
    case money
    /// 0...1.
    case share
    /// A signed change: .26 is +26%.
    case change
    /// A value with its range.
    case estimate(Unit)
    /// Inline SVG.
    case graphic
  }

  enum Unit: Sendable, Hashable { case ratio, share, money, count }

  init(_ title: String, _ kind: Kind) {
    self.title = title
    self.kind = kind
  }

  var isNumeric: Bool {
    switch kind {
    case .text, .graphic: false
    default: true
    }
  }
}
