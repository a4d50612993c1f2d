/// What to write instead of a text that is no code of a currency in use.
public enum CurrencyAdvice {
  /// `RUR is no code of ISO 4217 any more; write RUB`; always a whole clause without a full stop.
  public static func about(_ text: String) -> String {
    let code = text.uppercased()
    if let successor = CurrencyList.successors[code] {
      return "\(code) is no code of ISO 4217 any more; write \(successor)"
        + (isConverted(code) ? ", with the amounts converted" : "")
    }
    if let sign = CurrencySign(text), !sign.codes.contains(code) {
      return "write the code " + sign.spoken
    }
    let swapped = CurrencyList.codes.filter { $0 != code && $0.utf8.sorted() == code.utf8.sorted() }
    guard swapped.isEmpty else {
      return "did you mean " + swapped.joined(separator: " or ") + "?"
    }
    return "write a code of ISO 4217, such as EUR"
  }

  /// Whether an amount of the old currency is another number in the new one. RUR stands for
  /// roubles of today wherever programs of today write it.
  private static func isConverted(_ code: String) -> Bool { !["RUR", "CUC", "ANG"].contains(code) }
}
