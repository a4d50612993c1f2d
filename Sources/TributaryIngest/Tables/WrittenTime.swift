import TributaryModel

/// A time in words and signs of all kinds, as reports in English, German, French and Russian, mail
/// and browsers write it.
///
/// ```
///  Sun, 03 May 2026 10:15:00 +0300   3. Mai 2026 um 10:15 Uhr   03.05.2026 в 10.15
///  Sun May 03 2026 10:15:00 GMT+0300 (Moscow Standard Time)     3 мая 2026 г., 10:15
///  May 3, 2026, 10:15 AM             3 mai 2026 à 10h15         2026-05-03 07:15:00 (UTC)
///  03-MAY-26 10.15.00.000000 AM      2026. 5. 3. 10:15          3 de mayo de 2026
/// ```
/// Each word must have its place: what is left over makes the text no time.
/// Source: Unicode CLDR, dates and times of en, de, es, fr, ru, uk; RFC 5322; ECMA-262, Date.
struct WrittenTime {
  private var reading = TimeText.Reading.none
  private var month: Int?
  /// Numbers before the month's name.
  private var monthPlace = 0
  private var numbers: [Substring] = []
  private var clock: String?
  private var half = ""
  private var zone: Substring?
  private var hasWeekday = false
  private var monthMayBeTuesday = false

  static func read(_ text: String, order: DateOrder?, dotted: DateOrder?) -> TimeText.Reading {
    guard (6...80).contains(text.utf8.count) else { return .none }
    let (said, remark) = parted(text.lowercased().map { spelled[$0] ?? String($0) }.joined())
    var time = WrittenTime()
    for word in words(said) {
      guard time.take(word, order, dotted) else { return .none }
    }
    // Behind an offset it only says whose it is: `+0300 (Moscow Standard Time)`.
    for word in words(time.hasOffset ? "" : remark) where !time.take(word, order, dotted) {
      guard !mayBeZone(word) else { return .none }
    }
    return time.made()
  }

  /// Whether a remark may name a zone that is not known, `(EST)`, and no thing: `(в пути)`.
  private static func mayBeZone(_ word: Substring) -> Bool {
    word.contains("/") || word.contains { $0.isNumber }
      || ((3...4).contains(word.utf8.count) && word.allSatisfy { $0.isASCII && $0.isLetter })
  }

  /// A text and what stands in brackets at its end.
  private static func parted(_ text: String) -> (said: Substring, remark: Substring) {
    let closings: [Character: Character] = [")": "(", "]": "["]
    guard let opening = text.last.flatMap({ closings[$0] }),
      let start = text.lastIndex(of: opening)
    else { return (text[...], "") }
    return (text[..<start], text[text.index(after: start)...].dropLast())
  }

  private var hasOffset: Bool {
    zone != nil || clock.flatMap { ClockText(Array($0.utf8)[...])?.offset } != nil
  }

  /// Cut at blanks and at commas that part no fraction of a second.
  private static func words(_ text: Substring) -> [Substring] {
    var words: [Substring] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      words +=
        word.contains(":")
        ? [word.hasSuffix(",") ? word.dropLast() : word] : word.split(separator: ",")
    }
    return joined(words).flatMap(pieces)
  }

  /// `2026. 5. 3.` and `3. 5. 2026` in one word.
  private static func joined(_ words: [Substring]) -> [Substring] {
    guard words.count >= 3, words[..<2].allSatisfy({ $0.last == "." }),
      case let date = words[..<3].joined(),
      date.allSatisfy({ $0 == "." || ($0.isASCII && $0.isNumber) })
    else { return words }
    return [date.last == "." ? date.dropLast() : date[...]] + words[3...]
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
    guard clock != nil, ZoneWord.exactOffset(bare, on: Day(number: 20_000)) != nil else {
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
    monthPlace = numbers.count
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
    if reading != .none || (month != nil && numbers.count == 2) {
      let parts = bare.split(separator: ".", omittingEmptySubsequences: false)
      if (2...4).contains(parts.count), parts[1..<min(3, parts.count)].allSatisfy({ $0.count == 2 })
      {
        let fraction = parts.dropFirst(3).map { "." + $0 }.joined()
        return takeClock(parts.prefix(3).joined(separator: ":") + fraction)
      }
      let digits = bare.prefix { $0.isASCII && $0.isNumber }
      return [4, 6].contains(digits.count) && takeClock(compact(bare))
    }
    let endings = ["st", "nd", "rd", "th", "er", "г", "го", "е"]
    let ending = endings.first { bare.hasSuffix($0) } ?? ""
    let number = bare.dropLast(ending.count)
    guard number.utf8.allSatisfy({ $0 &- 48 < 10 }) else { return false }
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

  /// Which of the two numbers beside a month's name is the year: that of four digits, or the last
  /// of two digits in `3-May-26`.
  private var yearPlace: Int? {
    if let place = numbers.firstIndex(where: { $0.count == 4 }) { return place }
    return monthPlace == 1 && numbers[1].count == 2 ? 1 : nil
  }

  private func made() -> TimeText.Reading {
    var result = reading
    if let month {
      guard reading == .none, numbers.count == 2,
        let yearPlace = yearPlace, case let dayText = numbers[1 - yearPlace], dayText.count <= 2,
        let written = Int(numbers[yearPlace]), let number = Int(dayText),
        case let year = numbers[yearPlace].count == 4 ? written : DateText.century(written),
        let day = Day(year: year, month: month, day: number)
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
    guard read.offset == nil, let offset = ZoneWord.offset(zone, on: time.day) else {
      return .none
    }
    time.offset = offset
    return .time(time)
  }

  // MARK: Words

  /// What may stand around date and time without saying anything.
  private static let between: Set<String> = [
    "в", "по", "de", "at", "um", "à", "kl", "le", "den", "of", "the", "uhr", "г", "года", "год",
    "ч",
    "h", "-", "–", "—", "|", "@", "@:",
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
