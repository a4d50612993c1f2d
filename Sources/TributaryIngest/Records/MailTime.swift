import TributaryModel

/// The time of a message, such as `Sun, 3 May 2026 10:15:00 +0300 (MSK)`.
///
/// Source: RFC 5322, 3.3 and 4.3: also years of two digits and the old names of zones. A zone of
/// unknown meaning, `-0000` included, is UTC; see `ZoneWord` for those that are known.
enum MailTime {
  /// Unix milliseconds between 1990 and 2099; nil for what is no such time.
  static func milliseconds(_ text: String) -> Int64? {
    let words = words(text)
    guard words.count >= 5, let dayOfMonth = Int(words[0]), let month = month(words[1]),
      let year = year(words[2]), let day = Day(year: year, month: month, day: dayOfMonth),
      let seconds = seconds(words[3]), let offset = offset(words[4], on: day)
    else { return nil }
    let at = (Int64(day.number) * 86_400 + seconds - offset) * 1000
    return LogClock.believable.contains(at) ? at : nil
  }

  /// Words in lower case without comments and the name of the day.
  private static func words(_ text: String) -> [String] {
    var bare = ""
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if depth == 0 { bare.append(character == "," ? " " : character) }
      if character == ")" { depth = max(0, depth - 1) }
    }
    let words = bare.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    return words.first?.first?.isLetter == true ? Array(words.dropFirst()) : words
  }

  private static func month(_ word: String) -> Int? {
    let names = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    return names.firstIndex(of: word).map { $0 + 1 }
  }

  private static func year(_ word: String) -> Int? {
    guard let number = number(word), (2...4).contains(word.count) else { return nil }
    return switch word.count {
    case 2: number < 50 ? 2000 + number : 1900 + number
    case 3: 1900 + number
    default: number
    }
  }

  private static func seconds(_ word: String) -> Int64? {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { number(String($0)) }
    guard (2...3).contains(parts.count), numbers.count == parts.count else { return nil }
    let second = numbers.count == 3 ? numbers[2] : 0
    guard numbers[0] < 24, numbers[1] < 60, second <= 60 else { return nil }
    return Int64(numbers[0] * 3600 + numbers[1] * 60 + second)
  }

  /// Seconds east of UTC.
  private static func offset(_ word: String, on day: Day) -> Int64? {
    if let hours = named[word] { return hours * 3600 }
    if let offset = ZoneWord.exactOffset(word, on: day) { return offset / 1000 }
    return word.allSatisfy(\.isLetter) ? 0 : nil
  }

  /// Hours east of UTC: the old names of the standard, and what the tz database calls London's
  /// summer and nothing else.
  private static let named: [String: Int64] = [
    "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
    "bst": 1,
  ]

  private static func number(_ word: String) -> Int? {
    word.utf8.allSatisfy { (48...57).contains($0) } && word.count <= 4 ? Int(word) : nil
  }
}
