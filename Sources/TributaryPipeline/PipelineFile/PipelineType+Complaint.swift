import TributaryModel

extension PipelineType {
  /// What is wrong with a single value of this type; nil when nothing is.
  ///
  /// Lists, maps and objects are walked by `PipelineCheck`.
  func complaint(about value: JSON5Value) -> String? {
    let fits: Bool
    var advice = "write \(spoken)"
    switch (self, value.content) {
    case (.text, .text(let text)):
      fits = !text.contains("\0")
    case (.header, .text(let text)):
      fits = !text.contains("\0")
    case (.header, .number(let number)):
      fits = number.rounded() == number && (1...100_000).contains(number)
    case (.boolean, .boolean):
      fits = true
    case (.integer(let range), .number(let number)):
      fits =
        number.rounded() == number && Double(range.lowerBound) <= number
        && number <= Double(range.upperBound)
    case (.number(let range), .number(let number)):
      fits = range.contains(number)
    case (.choice(let words), .text(let text)):
      fits = words.contains(text)
      advice = Spelling.nearest(to: text, among: words).map { "did you mean \($0)?" } ?? advice
    case (.day, .text(let text)):
      fits = Day(text) != nil
    case (.timeOfDay, .text(let text)):
      fits = TimeOfDay(text) != nil
    case (.zone, .text(let text)):
      fits = Zone(identifier: text) != nil
      advice =
        ZoneAdvice.about(text)
        ?? Spelling.nearest(to: text, among: Zone.names).map { "did you mean \($0)?" }
        ?? "use a name of the IANA list, such as Europe/Moscow"
    case (.currency, .text(let text)):
      fits = Currency(text) != nil
      advice = CurrencyAdvice.about(text)
    case (.name, .text(let text)):
      fits = PipelineType.isName(text)
    case (.path, .text(let text)):
      fits = !text.isEmpty && !text.contains("\0") && !text.hasPrefix("~")
      advice = "write a path without ~, relative to the pipeline file's folder or absolute"
    case (.pagePattern, .text(let text)):
      fits = text.hasPrefix("/") && !text.contains("?")
      advice = "start it with / and leave out what follows the question mark"
    default:
      fits = false
    }
    return fits ? nil : "expected \(spoken), found \(value.spoken); \(advice)"
  }

  /// Letters, digits, `-`, `_`, and `.` inside: safe as a file's name and in a shell.
  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, first != UInt8(ascii: "."), first != UInt8(ascii: "-") else {
      return false
    }
    return text.utf8.count <= 64
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
          UInt8(ascii: "."):
          true
        default: false
        }
      }
  }
}
