import TributaryAnalysis
import TributaryModel

/// Cells of amounts in any currency, exact and with their unit.
struct AmountCells {
  let words: Words

  /// The cell of an amount in minor units; an empty one for nil.
  func money(
    _ minor: Int64?, _ code: String, signed: Bool = false, warns: Bool = false
  ) -> Cell {
    guard let minor else { return .blank }
    let text = minor == 0 ? "0" : words.exactMoney(minor, code, signed: signed)
    let markup: Markup =
      warns ? #"<span class="dn nb">! \#(text)</span>"# : #"<span class="nb">\#(text)</span>"#
    let units = Double(minor) / Double((Currency(code) ?? words.currency).minorUnits)
    return .markup(markup, sort: units)
  }

  /// The cell of what a day says, money or a count.
  func amount(_ value: Int64, _ measure: Restatement.Measure, signed: Bool = false) -> Cell {
    guard !measure.isMoney else { return money(value, words.currency.code, signed: signed) }
    return .markup("\(words.signedNumber(value, signed: signed))", sort: Double(value))
  }
}
