import TributaryModel

/// What a word beside a time says of its zone: `+0300`, `utc`, `gmt+3`, `msk`, `cest`.
enum ZoneWord {
  /// Milliseconds east of UTC on that day; nil for a word that is no zone or stands for several.
  ///
  /// The names of winter, which people write all year, count where it is winter.
  static func offset(_ word: some StringProtocol, on day: Day) -> Int64? {
    let word = String(word)
    if let minutes = fixed[word] { return Int64(minutes) * 60_000 }
    // From 2011 to 2014 Moscow was four hours ahead.
    if moscow.contains(word) {
      let isLater = Day(year: 2014, month: 10, day: 27).map { day >= $0 } ?? false
      return isLater ? 180 * 60_000 : nil
    }
    if let (minutes, zone) = winter[word] {
      let offset = Int64(minutes) * 60_000
      return zone?.steadyOffset(on: day) == offset ? offset : nil
    }
    return written(word)
  }

  /// The offset of a name as clocks of machines write it: that of winter in winter alone.
  static func exactOffset(_ word: some StringProtocol, on day: Day) -> Int64? {
    winter[String(word)].map { Int64($0.minutes) * 60_000 } ?? offset(word, on: day)
  }

  /// The zone of all times of a column whose header has that word.
  static func zone(_ word: String) -> Zone? {
    if moscow.contains(word) { return Zone(identifier: "Europe/Moscow") }
    if fixed[word] == 0 { return .utc }
    return written(word).map { Zone(minutesEast: Int($0 / 60_000)) }
  }

  /// `+0300`, `+3:00` and `+3`, also behind `utc` or `gmt`.
  private static func written(_ word: String) -> Int64? {
    var rest = word[...]
    for prefix in ["gmt", "utc"] where rest.hasPrefix(prefix) { rest = rest.dropFirst(3) }
    guard let sign = rest.first, "+-\u{2212}".contains(sign) else { return nil }
    var digits = Array(rest.dropFirst().utf8)
    if digits.count == 1 || digits.firstIndex(of: 58) == 1 { digits.insert(48, at: 0) }
    let text = [UInt8(ascii: sign == "+" ? "+" : "-")] + digits
    return LogClock.offset(text.span, 0, text.count)
  }

  private static let moscow: Set<String> = ["msk", "мск"]

  /// Minutes east of UTC. Left out are names that stand for several, such as EST, CST, BST and
  /// IST.
  private static let fixed = [
    "z": 0, "utc": 0, "gmt": 0, "ut": 0, "cest": 120, "mesz": 120, "eest": 180, "edt": -240,
    "pdt": -420, "jst": 540, "kst": 540, "aedt": 660, "nzdt": 780,
  ]

  /// Minutes east of UTC, and a zone that has them in winter.
  private static let winter: [String: (minutes: Int, zone: Zone?)] = {
    let berlin = Zone(identifier: "Europe/Berlin")
    return [
      "cet": (60, berlin), "mez": (60, berlin), "eet": (120, Zone(identifier: "Europe/Helsinki")),
      "pst": (-480, Zone(identifier: "America/Los_Angeles")),
    ]
  }()
}
