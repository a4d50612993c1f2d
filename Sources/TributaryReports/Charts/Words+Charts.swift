/// The words inside drawings.
extension Words {
  var topOfPeak: String { say("top of a peak", "вершина пика") }
  var spendAxis: String {
    say("spend, \(currencySign) →", "расход, \(currencySign) →")
  }
  var marginAxis: String { "↑ \(gain), \(currencySign)" }
  var identityLine: String { say("\(gain) = spend", "\(gain) = расход") }
  func losingSide(isShort: Bool) -> String {
    isShort
      ? say("loses money", "в убыток")
      : say("below the line: costs more than it brings", "ниже линии: стоит дороже, чем приносит")
  }
}
