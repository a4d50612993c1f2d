/// Finds the phones and cards of a text.
struct NumberSearch {
  private let text: ReadableText
  private let field: ContactField?
  private let isStrict: Bool

  /// - Parameters:
  ///   - field: what the name of the whole text says.
  ///   - isStrict: whether bare rows of 10 to 15 digits are phones.
  init(_ text: ReadableText, field: ContactField?, isStrict: Bool) {
    self.text = text
    self.field = field
    self.isStrict = isStrict
  }

  func mark(_ marks: inout [UInt8]) {
    let bytes = text.bytes
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      guard NumberToken.isDigit(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "("),
        let token = NumberToken(text, at: at)
      else {
        at += 1
        continue
      }
      mark(token, at: at, &marks)
      at = token.end
    }
  }

  private func mark(_ token: NumberToken, at first: Int, _ marks: inout [UInt8]) {
    var group = named(token, at: first, &marks)
    if group == 0, token.isCalled, let end = endOfCalled(token) {
      blot(token, 0...end, &marks)
      group = end + 1
    }
    while group < token.groups.count {
      if let end = endOfNumber(token, from: group) {
        blot(token, group...end, &marks)
        group = end + 1
        continue
      }
      if isStrict, (10...15).contains(token.groups[group].count) {
        blot(token, group...group, &marks)
      }
      group += 1
    }
  }

  private func blot(_ token: NumberToken, _ part: ClosedRange<Int>, _ marks: inout [UInt8]) {
    for place in token.groups[part].joined() { marks[place] = UInt8(ascii: "#") }
  }

  /// Blots what a name before the digits says; how many groups that are.
  private func named(_ token: NumberToken, at first: Int, _ marks: inout [UInt8]) -> Int {
    switch fieldName(before: first, token) ?? field {
    case .phone?:
      guard let end = lastGroup(token, within: 7...15) else { return 0 }
      blot(token, 0...end, &marks)
      return end + 1
    case .card?:
      guard let end = lastGroup(token, within: 13...19),
        NumberShape.isCard(token.digits(0...end))
      else { return 0 }
      blot(token, 0...end, &marks)
      return end + 1
    case .thing?: return token.isWrittenAsPhone ? 0 : token.groups.count
    case nil: return 0
    }
  }

  /// The last group with which the digits from the first on are as many.
  private func lastGroup(_ token: NumberToken, within count: ClosedRange<Int>) -> Int? {
    var digits = 0
    var last: Int?
    for (index, group) in token.groups.enumerated() {
      digits += group.count
      guard digits <= count.upperBound else { break }
      if digits >= count.lowerBound { last = index }
    }
    return last
  }

  /// Where a number with a plus ends: its country says how long it is, else as far as one may go.
  private func endOfCalled(_ token: NumberToken) -> Int? {
    let digits = token.digits(0...min(token.groups.count - 1, NumberShape.mostGroups))
    guard digits[0] != 48 else { return nil }
    let country = (1...3).lazy.compactMap { count -> ClosedRange<Int>? in
      guard digits.count >= count else { return nil }
      return NumberShape.lengths(ofCountry: digits[..<count].reduce(0) { $0 * 10 + Int($1 - 48) })
    }.first
    return country.flatMap { lastGroup(token, within: $0) } ?? lastGroup(token, within: 7...15)
  }

  /// The last group of the longest phone or card that begins there.
  private func endOfNumber(_ token: NumberToken, from group: Int) -> Int? {
    guard token.isFree(before: group) else { return nil }
    let most = min(token.groups.count, group + NumberShape.mostGroups) - 1
    return (group...most).reversed().first { end in
      guard token.isFree(after: end) else { return false }
      let shape = NumberShape(token, group...end)
      return shape.isPhone || shape.isCard
    }
  }

  /// What the name says that stands before the digits: `phone=`, `"tel": "`, `wa.me/`, `<phone>`.
  private func fieldName(before first: Int, _ token: NumberToken) -> ContactField? {
    let bytes = text.bytes
    var at = first
    func skip(_ signs: String) {
      let limit = at - 4
      while at > 0, at > limit, signs.utf8.contains(bytes[at - 1]) { at -= 1 }
    }
    skip(" \"'[+(\t")
    guard at > 0 else { return nil }
    let sign = bytes[at - 1]
    guard "=:>/".utf8.contains(sign) else { return nil }
    at -= 1
    let isPath = sign == UInt8(ascii: "/")
    if !isPath { skip(" \"'])\t") }
    let end = at
    while at > 0, end - at < 64, isName(bytes[at - 1]) { at -= 1 }
    guard at < end else { return nil }
    let name = String(decoding: bytes[at..<end], as: UTF8.self)
    guard isPath else { return ContactField(name) }
    // A shop that sells telephones has its articles below /phone/ too.
    let isWhole = (11...12).contains(token.groups[0].count)
    switch name.lowercased() {
    case "wa.me", "www.wa.me": return .phone
    case "phone", "tel", "telephone", "telefon", "msisdn": return isWhole ? .phone : nil
    default: return nil
    }
  }

  private func isName(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 97 < 26 || NumberToken.isDigit(byte) || byte >= 0x80
      || "_-.[]".utf8.contains(byte)
  }
}
