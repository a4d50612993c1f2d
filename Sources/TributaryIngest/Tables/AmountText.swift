import TributaryModel

/// An amount with what people write around its digits: minus, parentheses, currency.
///
/// ```
///  (1 990,50 руб.)    $-5    1990-00    1 990 р. 50 коп.    USD 1'990.50    100,-
///   ------- ----      -           --         --    ----                          -
///   digits  currency  minus  kopecks    currency  kopecks             no minor units
/// ```
struct AmountText {
  private let digits: [UInt8]
  private let isNegative: Bool
  private var sign: CurrencySign?
  private let minorDigits: Int

  /// Nil where anything is left that is no part of an amount.
  init?(_ text: String, currency: Currency?) {
    guard text.utf8.count <= 120 else { return nil }
    var scalars: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars.lazy.map(AmountText.plain)
    where scalar != " " || scalars.last != " " {
      scalars.append(scalar)
    }
    var minus = 0
    if let open = scalars.firstIndex(of: "("), let close = scalars.lastIndex(of: ")") {
      guard open < close, scalars[open...close].contains(where: AmountText.isDigit),
        !scalars[..<open].contains(where: AmountText.isDigit),
        !scalars[close...].contains(where: AmountText.isDigit)
      else { return nil }
      scalars.remove(at: close)
      scalars.remove(at: open)
      minus += 1
    }
    guard let first = scalars.firstIndex(where: AmountText.isDigit),
      let last = scalars.lastIndex(where: AmountText.isDigit)
    else { return nil }
    var core = Array(scalars[first...last])
    var head = AmountText.trimmed(scalars[..<first])
    var tail = AmountText.trimmed(scalars[(last + 1)...])
    if head.first == "'" { head.removeFirst() }
    minus += AmountText.takeMinus(&head)
    guard AmountText.moveDecimalSigns(&head, &core, &tail) else { return nil }
    if tail.first == "-" || tail.last == "-" {
      tail = AmountText.trimmed(tail.first == "-" ? tail.dropFirst() : tail.dropLast())
      minus += 1
    }
    guard let middle = AmountText.joinMinorUnits(&core, &tail, currency) else { return nil }
    for word in [head, middle, tail] where !word.isEmpty {
      guard let meant = CurrencySign(AmountText.text(word)),
        let joined = sign.map({ $0.joined(with: meant) }) ?? meant
      else { return nil }
      sign = joined
    }
    guard minus <= 1, core.count <= 40, core.allSatisfy(AmountText.isPart) else { return nil }
    digits = core.map { UInt8($0.value) }
    isNegative = minus == 1
    let meant = sign?.currency(beside: currency ?? .unknown) ?? currency
    minorDigits = meant?.minorDigits ?? 2
  }

  func reading(decimal: DecimalSign?, isWhole: Bool) -> NumberText.Reading {
    NumberDigits.read(
      digits, decimal: decimal, minorDigits: minorDigits, isWhole: isWhole
    ).changed {
      $0.isNegative = isNegative
      $0.sign = sign
    }
  }

  /// Takes a sign off the front or the end of what stands before the digits; 1 for a minus.
  private static func takeMinus(_ head: inout [Unicode.Scalar]) -> Int {
    let isSign = { (scalar: Unicode.Scalar?) in scalar == "-" || scalar == "+" }
    guard isSign(head.first) || isSign(head.last) else { return 0 }
    let sign = isSign(head.first) ? head.removeFirst() : head.removeLast()
    head = trimmed(head[...])
    return sign == "-" ? 1 : 0
  }

  /// Moves a decimal sign before or behind the digits to them; false where it may be a word's.
  private static func moveDecimalSigns(
    _ head: inout [Unicode.Scalar], _ core: inout [Unicode.Scalar], _ tail: inout [Unicode.Scalar]
  ) -> Bool {
    if let sign = head.last, sign == "." || sign == "," {
      let word = head.dropLast()
      let isWord =
        !word.isEmpty && word.allSatisfy { $0.properties.isAlphabetic || $0 == "/" || $0 == "." }
      // `Rs.500` has an abbreviation, `$.50` a decimal point, `R.500` nobody knows.
      if isWord, sign == "." {
        guard word.count > 1 || word.first?.isASCII == false else { return false }
      } else {
        head = trimmed(word)
        core.insert(sign, at: 0)
      }
    }
    if let sign = tail.first, sign == "." || sign == "," {
      let rest = trimmed(tail.dropFirst())
      if rest.isEmpty || rest.first == "-" {
        core.append(sign)
        // `100,-` has no minor units.
        core += rest.isEmpty ? [] : ["0", "0"]
      }
      tail = trimmed(rest.drop { $0 == "-" })
    }
    return true
  }

  /// Puts a decimal point where a currency, a dash or `=` parts two digits of minor units from the
  /// whole.
  ///
  /// Returns: the currency that parted them; nil where something parts digits that is none of it.
  private static func joinMinorUnits(
    _ core: inout [Unicode.Scalar], _ tail: inout [Unicode.Scalar], _ currency: Currency?
  ) -> [Unicode.Scalar]? {
    let isMinor = minorWords.contains(text(tail).lowercased())
    guard let start = core.firstIndex(where: { !isPart($0) }) else { return isMinor ? nil : [] }
    let end = core.lastIndex { !isDigit($0) && $0 != " " } ?? start
    guard end >= start else { return nil }
    let rest = trimmed(core[(end + 1)...])
    let whole = trimmed(core[..<start])
    var word = trimmed(core[start...end])
    guard rest.allSatisfy(isDigit), rest.count == 2 || (isMinor && rest.count == 1),
      whole.allSatisfy({ isDigit($0) || $0 == " " || $0 == "'" })
    else { return nil }
    if word == ["-"] || word == ["="] {
      // A range such as 10-20 has its greater number last.
      guard let currency, dashed.contains(currency.code), !isMinor,
        let units = Int64(text(whole.filter(isDigit))), let minor = Int64(text(rest)), units > minor
      else { return nil }
      word = []
    }
    if isMinor { tail = [] }
    core = whole + ["."] + (rest.count == 1 ? ["0"] : []) + rest
    return word
  }

  /// Currencies whose people write `1990-00` and `1990=00`.
  private static let dashed: Set<String> = ["RUB", "BYN", "UAH", "KZT", "KGS", "UZS", "TJS", "MDL"]

  private static let minorWords: Set<String> = [
    "коп.", "коп", "копеек", "копейки", "копейка", "к.", "к", "тиын", "c", "ct", "cent", "cents",
  ]

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (48...57).contains(scalar.value) }

  /// Whether the sign may stand within a number.
  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    isDigit(scalar) || " ',.".unicodeScalars.contains(scalar)
  }

  private static func text(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static func trimmed(_ scalars: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    var part = scalars
    while part.first == " " { part = part.dropFirst() }
    while part.last == " " { part = part.dropLast() }
    return Array(part)
  }

  /// Spaces of all widths as one, minus signs and apostrophes as those of ASCII, digits and signs
  /// of full width as the usual ones.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "\t", "\u{a0}", "\u{202f}", "\u{2007}", "\u{2009}": " "
    case "\u{2212}", "\u{2010}", "\u{2011}", "\u{2013}", "\u{ff0d}": "-"
    case "\u{2019}", "\u{2bc}", "`", "\u{b4}": "'"
    case "\u{ff08}": "("
    case "\u{ff09}": ")"
    case "\u{ff0c}": ","
    case "\u{ff0e}": "."
    case "\u{ff10}"..."\u{ff19}": Unicode.Scalar(UInt8(scalar.value - 0xff10 + 48))
    default: scalar
    }
  }
}
