import TributaryAnalysis
import TributaryModel

/// Columns of amounts in any currency: with their unit on the page, as plain numbers in the CSV.
struct AmountCells {
  let words: Words

  /// The two columns of one figure; the CSV's alone where the page has no use for it.
  func columns(_ title: String, _ name: String, onPage: Bool = true) -> [Column] {
    let file = Column("", name, .number(decimals: 2), place: .file)
    return onPage ? [Column(title, name, .money, place: .page), file] : [file]
  }

  /// The cells of an amount in minor units; empty ones for nil.
  func money(
    _ minor: Int64?, _ code: String, signed: Bool = false, warns: Bool = false, onPage: Bool = true
  ) -> [Cell] {
    guard let minor else { return onPage ? [.blank, .blank] : [.blank] }
    let text = minor == 0 ? "0" : words.exactMoney(minor, code, signed: signed)
    let units = Double(minor) / Double((Currency(code) ?? words.currency).minorUnits)
    let markup: Markup =
      warns ? #"<span class="dn nb">! \#(text)</span>"# : #"<span class="nb">\#(text)</span>"#
    return onPage ? [.markup(markup, sort: units), .value(units)] : [.value(units)]
  }

  /// The two cells of what a day says, money or a count.
  func amount(_ value: Int64, _ measure: Restatement.Measure, signed: Bool = false) -> [Cell] {
    guard !measure.isMoney else { return money(value, words.currency.code, signed: signed) }
    let text = words.signedNumber(value, signed: signed)
    return [.markup("\(text)", sort: Double(value)), .value(Double(value))]
  }
}
