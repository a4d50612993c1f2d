import TributaryModel

/// A time in words and signs of all kinds, as reports in English, German, French and Russian, mail
/// and browsers write it.
///
/// ```
///  Sun, 03 May 2026 10:15:00 +0300   3. Mai 2026 um 10:15 Uhr   03.05.2026 в 10.15
///  Sun May 03 2026 10:15:00 GMT+0300 (Moscow Standard Time)     3 мая 2026 г., 10:15
///  May 3, 2026, 10:15 AM             3 mai 2026 à 10h15         2026-05-03 07:15:00 UTC
/// ```
/// Each word must have its place: what is left over makes the text no time.
/// Source: Unicode CLDR, dates and times of en, de, fr, ru; RFC 5322; ECMA-262, Date.
struct WrittenTime {
  private var reading = TimeText.Reading.none
  private var month: Int?
  private var numbers: [Substring] = []
  private var clock: String?
  private var half = ""
  private var zone: Substring?
  private var hasWeekday = false
  private var monthMayBeTuesday = false

  static func read(_ text: String, order: DateOrder?, dotted: DateOrder?) -> TimeText.Reading {
    guard (6...80).contains(text.utf8.count), let words = words(text) else { return .none }
    var time = WrittenTime()
    for word in words {
      guard time.take(word, order, dotted) else { return .none }
    }
    return time.made()
  }

  /// Lower case, cut at blanks and at commas that part no fraction of a second.
  private static func words(_ text: String) -> [Substring]? {
    var plain = text.lowercased().map { spelled[$0] ?? String($0) }.joined()
    for (open, close): (Character, Character) in [("(", ")"), ("[", "]")] where plain.last == close
    {
      guard let start = plain.lastIndex(of: open) else { return nil }
      plain = String(plain[..<start])
    }
    var words: [Substring] = []
    for word in plain.split(whereSeparator: \.isWhitespace) {
      words +=
        word.contains(":")
        ? [word.hasSuffix(",") ? word.dropLast() : word] : word.split(separator: ",")
    }
    return words.flatMap(pieces)
  }

  /// `03.05.2026,10:15` and `2026-05-03t10:15` in two, `3-may-2026` and `3.mai` in their parts.
  private static func pieces(_ word: Substring) -> [Substring] {
    let date = word.prefix { ($0.isASCII && $0.isNumber) || "-/.".contains($0) }
    let next = word.dropFirst(date.count)
    if date.count >= 6, let sign = next.first, sign == "t" || sign == ",",
      next.dropFirst().first?.isNumber ?? false
    {
      return [date, next.dropFirst()]
    }
    let parts = word.split { "-/.".contains($0) }
    let hasMonth = parts.count > 1 && parts.contains { MonthName.month($0) != nil }
    return hasMonth ? parts : [word]
  }

  /// Puts a word in its place; false when it has none.
  private mutating func take(_ word: Substring, _ order: DateOrder?, _ dotted: DateOrder?) -> Bool {
    let bare = word.hasSuffix(".") ? word.dropLast() : word
    if WrittenTime.between.contains(String(bare)) { return true }
    if word.first?.isNumber == true { return takeNumber(word, bare, order, dotted) }
    if let number = MonthName.month(bare) { return takeMonth(number, isTuesday: bare == "mar") }
    if WrittenTime.weekdays.contains(String(bare)) {
      defer { hasWeekday = true }
      return !hasWeekday
    }
    if ["am", "pm", "a.m", "p.m"].contains(bare), clock != nil, half.isEmpty {
      half = bare.filter { $0 != "." }
      return true
    }
    guard clock != nil, WrittenTime.offset(bare, on: Day(number: 20_000)) != nil else {
      return false
    }
    // Go writes `+0300 MSK`.
    guard let known = zone else {
      zone = bare
      return true
    }
    return known.first.map { "+-".contains($0) } ?? false
  }

  /// - Parameter isTuesday: whether it is `mar`, which is Tuesday in French.
  private mutating func takeMonth(_ number: Int, isTuesday: Bool) -> Bool {
    if month != nil {
      guard monthMayBeTuesday else { return false }
      hasWeekday = true
    }
    month = number
    monthMayBeTuesday = isTuesday && numbers.isEmpty && !hasWeekday
    return true
  }

  private mutating func takeNumber(
    _ word: Substring, _ bare: Substring, _ order: DateOrder?, _ dotted: DateOrder?
  ) -> Bool {
    if word.contains(":") { return takeClock(String(bare.hasSuffix("h") ? bare.dropLast() : bare)) }
    if word.contains("h"), !word.hasSuffix("th") {
      return takeClock(String(bare.replacing("h", with: ":", maxReplacements: 1)))
    }
    if reading == .none, month == nil {
      let bytes = Array((bare.hasSuffix("г") ? bare.dropLast() : bare).utf8)
      if bytes.count == 14, bytes.allSatisfy({ $0 &- 48 < 10 }) {
        reading = DateText.read(bytes[..<8], order, dotted)
        return reading != .none && takeClock(compact(bare.dropFirst(8)))
      }
      reading = DateText.read(bytes[...], order, dotted)
      if reading != .none { return true }
    }
    if reading != .none {
      let parts = bare.split(separator: ".", omittingEmptySubsequences: false)
      if (2...3).contains(parts.count), parts.dropFirst().allSatisfy({ $0.count == 2 }) {
        return takeClock(parts.joined(separator: ":"))
      }
      let digits = bare.prefix { $0.isASCII && $0.isNumber }
      return [4, 6].contains(digits.count) && takeClock(compact(bare))
    }
    let endings = ["st", "nd", "rd", "th", "er", "г", "го", "е"]
    let ending = endings.first { bare.hasSuffix($0) } ?? ""
    let number = bare.dropLast(ending.count)
    guard number.utf8.allSatisfy({ $0 &- 48 < 10 }) else { return false }
    if month != nil, numbers.count == 2 { return false }
    numbers.append(number)
    return numbers.count <= 2
  }

  /// `1015` and `101530z` with colons.
  private func compact(_ word: Substring) -> String {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard digits.count == 4 || digits.count == 6 else { return "" }
    let seconds = digits.count == 6 ? ":" + digits.suffix(2) : ""
    return digits.prefix(2) + ":" + digits.dropFirst(2).prefix(2) + seconds
      + word.dropFirst(digits.count)
  }

  private mutating func takeClock(_ word: String) -> Bool {
    guard clock == nil else { return false }
    clock = word.hasSuffix(":") ? word + "00" : word
    return true
  }

  private func made() -> TimeText.Reading {
    var result = reading
    if let month {
      guard reading == .none, numbers.count == 2,
        let yearPlace = numbers.firstIndex(where: { $0.count == 4 }),
        case let dayText = numbers[1 - yearPlace], dayText.count <= 2,
        let year = Int(numbers[yearPlace]),
        let number = Int(dayText), let day = Day(year: year, month: month, day: number)
      else { return .none }
      result = .time(TimeText(day: day))
    } else if !numbers.isEmpty {
      return .none
    }
    guard let clock else { return zone == nil ? result : .none }
    guard let read = ClockText(Array((clock + half).utf8)[...]) else { return .none }
    guard case .time(var time) = result else { return result }
    time.millisecondOfDay = read.millisecond
    time.offset = read.offset
    guard let zone else { return .time(time) }
    guard read.offset == nil, let offset = WrittenTime.offset(zone, on: time.day) else {
      return .none
    }
    time.offset = offset
    return .time(time)
  }

  // MARK: Words

  /// Milliseconds east of UTC of `+0300`, `utc`, `gmt+3` or an abbreviation that has one meaning.
  private static func offset(_ word: Substring, on day: Day) -> Int64? {
    if let minutes = zones[String(word)] { return Int64(minutes) * 60_000 }
    // From 2011 to 2014 Moscow was four hours ahead.
    if word == "msk" || word == "мск" {
      let isLater = Day(year: 2014, month: 10, day: 27).map { day >= $0 } ?? false
      return isLater ? 180 * 60_000 : nil
    }
    var rest = word
    for prefix in ["gmt", "utc"] where rest.hasPrefix(prefix) { rest = rest.dropFirst(3) }
    guard let sign = rest.first, "+-\u{2212}".contains(sign) else { return nil }
    var digits = Array(rest.dropFirst().utf8)
    if digits.count == 1 || digits.firstIndex(of: 58) == 1 { digits.insert(48, at: 0) }
    let text = [UInt8(ascii: sign == "+" ? "+" : "-")] + digits
    return LogClock.offset(text.span, 0, text.count)
  }

  /// Minutes east of UTC. Left out are names that stand for several, such as EST, CST, BST and
  /// IST, and those of winter that people write all year.
  private static let zones = [
    "z": 0, "utc": 0, "gmt": 0, "ut": 0, "cest": 120, "eest": 180, "edt": -240, "pdt": -420,
    "jst": 540, "kst": 540, "aedt": 660, "nzdt": 780,
  ]

  /// What may stand around date and time without saying anything.
  private static let between: Set<String> = [
    "в", "at", "um", "à", "kl", "le", "den", "of", "the", "uhr", "г", "года", "год", "ч", "h", "-",
    "–", "—", "|", "@", "@:",
  ]

  private static let weekdays = Set(
    """
    mon tue wed thu fri sat sun tues thur thurs monday tuesday wednesday thursday friday saturday
    sunday mo di mi do fr sa so montag dienstag mittwoch donnerstag freitag samstag sonnabend
    sonntag lun mer jeu ven sam dim lundi mardi mercredi jeudi vendredi samedi dimanche пн вт ср
    чт пт сб вс понедельник вторник среда четверг пятница суббота воскресенье
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Signs of East Asian dates, and marks of direction, which say nothing.
  private static let spelled: [Character: String] = [
    "年": "-", "月": "-", "日": " ", "時": ":", "时": ":", "秒": "", "分": ":", "\u{200e}": "",
    "\u{200f}": "",
  ]
}
