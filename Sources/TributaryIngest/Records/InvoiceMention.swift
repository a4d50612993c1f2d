/// The invoice that a payment's purpose names, such as `Оплата по счёту № 123 от 01.05.2026`.
///
/// A number counts only after a word for an invoice. The numbers of contracts, tax invoices
/// (`счет-фактура`) and bank accounts, dates, amounts and rates are none. Takes time in
/// proportion to the text.
struct InvoiceMention {
  private let words: [PurposeWord]
  private var found: [String] = []

  /// The invoice's number as written; nil when there is none, or when several differ: which of
  /// them the money is for, only a person can say.
  static func only(in purpose: String) -> String? {
    var mention = InvoiceMention(words: PurposeWord.words(of: purpose))
    mention.search()
    let numbers = Set(mention.found.map { $0.lowercased() })
    return numbers.count == 1 ? mention.found.first : nil
  }

  private init(words: [PurposeWord]) {
    self.words = words
  }

  private mutating func search() {
    var index = 0
    while index < words.count {
      let word = words[index]
      let before = words[..<index].last { $0.key != "." }
      index += 1
      if before?.isAccountWord == true { continue }
      if let glued = word.gluedInvoice {
        found.append(glued)
        index = takeList(after: index)
      } else if word.isInvoiceWord, let number = number(after: index) {
        found.append(words[number].number)
        index = takeList(after: number + 1)
      }
    }
  }

  /// Where the number stands that the words from there on lead to.
  private func number(after start: Int) -> Int? {
    var index = start
    while index < words.count, words[index].isLeadIn { index += 1 }
    if index < words.count, ["от", "dated"].contains(words[index].key) {
      index = skipDate(from: index)
      guard index < words.count, words[index].isSign else { return nil }
      while index < words.count, words[index].isLeadIn { index += 1 }
    }
    return isNumber(index) ? index : nil
  }

  /// Takes the further numbers of a list: `12, 13 и № 14`.
  private mutating func takeList(after start: Int) -> Int {
    var index = skipDate(from: start)
    while index < words.count {
      var next = index
      if words[next].isJoint { next += 1 }
      let hasJoint = next > index
      let afterJoint = next
      while next < words.count, words[next].isSign { next += 1 }
      guard hasJoint || next > afterJoint, isNumber(next), !words[next].isAmount else {
        return index
      }
      found.append(words[next].number)
      index = skipDate(from: next + 1)
    }
    return index
  }

  private func isNumber(_ index: Int) -> Bool {
    guard index < words.count, words[index].isNumber else { return false }
    // `счет 5 мая`, `счет 1500 руб.`
    return !(index + 1 < words.count && words[index + 1].isUnit)
  }

  /// Past `от 01.05.2026 г.` and `от 1 мая 2026 года`, if such words stand there.
  private func skipDate(from start: Int) -> Int {
    var index = start
    func skip(_ fits: (PurposeWord) -> Bool) -> Bool {
      guard index < words.count, fits(words[index]) else { return false }
      index += 1
      return true
    }
    _ = skip { ["от", "dated"].contains($0.key) }
    if skip(\.isDate) {
      _ = skip(\.isYearWord)
    } else if index + 1 < words.count, words[index + 1].isMonth, words[index].isDigits {
      index += 2
      _ = skip { $0.isDigits && $0.key.count == 4 }
      _ = skip(\.isYearWord)
    }
    while index > start, skip({ $0.key == "." }) {}
    return index
  }
}
