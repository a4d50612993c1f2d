import TributaryModel

/// One column of a table: how it is headed, formatted on the page, and named in the CSV.
struct Column: Sendable {
  /// As people read it.
  let title: String
  /// As the CSV names it: English snake case, the same in every language.
  let name: String
  let kind: Kind
  let place: Place

  enum Kind: Sendable, Hashable {
    /// Words, on the left.
    case text
    /// A whole number.
    case count
    /// A number with that many decimals.
    case number(decimals: Int)
    /// Minor units; short on the page, exact in the CSV.
    case money
    /// 0...1.
    case share
    /// A signed change: .26 is +26%.
    case change
    /// A value with its range; three columns in the CSV.
    case estimate(Unit)
    /// Inline SVG; nothing in the CSV.
    case graphic
  }

  enum Unit: Sendable, Hashable { case ratio, share, money, count }

  /// Where the column stands.
  enum Place: Sendable { case everywhere, page, file }

  init(_ title: String, _ name: String, _ kind: Kind, place: Place = .everywhere) {
    self.title = title
    self.name = name
    self.kind = kind
    self.place = kind == .graphic ? .page : place
  }

  var isNumeric: Bool {
    switch kind {
    case .text, .graphic: false
    default: true
    }
  }
}
