/// What to write instead of a text that is no name of a time zone.
public enum ZoneAdvice {
  /// A clause such as `did you mean Europe/Moscow?`; nil for a text that looks like none.
  ///
  /// Offsets are not taken for zones: `GMT+3` is three hours ahead of Greenwich for most people,
  /// and `Etc/GMT+3` three hours behind it.
  public static func about(_ text: String) -> String? {
    if let minutes = minutesEast(of: text) { return about(minutesEast: minutes) }
    let word = text.lowercased().filter { $0 != " " && $0 != "_" }
    if let name = abbreviations[word] { return "did you mean \(name)?" }
    let cities = ZoneNames.all.filter { name in
      let place = name.split(separator: "/").last ?? ""
      return name.lowercased() == text.lowercased()
        || place.lowercased().replacing("_", with: "") == word
    }
    return cities.min().map { "did you mean \($0)?" }
  }

  /// The minutes of `GMT+3`, `UTC-05:30`, `+0300` or `+3`; nil for another text.
  static func minutesEast(of text: String) -> Int? {
    var rest = text.uppercased().filter { $0 != " " }[...]
    for prefix in ["GMT", "UTC", "МСК", "MSK"] where rest.hasPrefix(prefix) {
      rest = rest.dropFirst(prefix.count)
      break
    }
    guard let sign = rest.first, "+-\u{2212}".contains(sign) else { return nil }
    let parts = rest.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    var digits = parts.map(String.init)
    if digits.count == 1, digits[0].count == 4 {
      digits = [String(digits[0].prefix(2)), String(digits[0].suffix(2))]
    }
    guard (1...2).contains(digits.count),
      digits.allSatisfy({ (1...2).contains($0.utf8.count) && $0.utf8.allSatisfy { $0 &- 48 < 10 } }
      ),
      let hours = Int(digits[0]), let minutes = digits.count == 2 ? Int(digits[1]) : 0,
      hours <= 14, minutes < 60
    else { return nil }
    return (sign == "+" ? 1 : -1) * (hours * 60 + minutes)
  }

  private static func about(minutesEast minutes: Int) -> String {
    let (hours, rest) = minutes.quotientAndRemainder(dividingBy: 60)
    let ask = "an offset is no zone; use a name of the IANA list"
    guard rest == 0 else { return ask }
    let side = hours < 0 ? "behind" : "ahead of"
    let fixed = hours == 0 ? "UTC" : "Etc/GMT" + (hours < 0 ? "+" : "-") + String(abs(hours))
    let city = cities[hours].map { "did you mean \($0)? " } ?? ""
    let span = hours == 0 ? "Greenwich" : "\(abs(hours)) hours \(side) Greenwich"
    return ask + "; " + city + "\(fixed) is \(span) all year"
  }

  /// A city for each usual hour ahead of Greenwich.
  private static let cities: [Int: String] = [
    -8: "America/Los_Angeles", -7: "America/Denver", -6: "America/Chicago",
    -5: "America/New_York", -3: "America/Sao_Paulo", 1: "Europe/Berlin",
    2: "Europe/Kaliningrad", 3: "Europe/Moscow", 4: "Europe/Samara", 5: "Asia/Yekaterinburg",
    6: "Asia/Omsk", 7: "Asia/Novosibirsk", 8: "Asia/Irkutsk", 9: "Asia/Yakutsk",
    10: "Asia/Vladivostok", 11: "Asia/Magadan", 12: "Asia/Kamchatka",
  ]

  private static let abbreviations = [
    "msk": "Europe/Moscow", "мск": "Europe/Moscow", "msd": "Europe/Moscow",
    "москва": "Europe/Moscow", "cest": "Europe/Berlin", "eest": "Europe/Kyiv",
    "bst": "Europe/London", "edt": "America/New_York", "cst": "America/Chicago",
    "cdt": "America/Chicago", "mdt": "America/Denver", "pst": "America/Los_Angeles",
    "pdt": "America/Los_Angeles", "ist": "Asia/Kolkata", "jst": "Asia/Tokyo",
    "z": "UTC",
  ]
}
