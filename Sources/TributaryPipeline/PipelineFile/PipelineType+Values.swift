import TributaryAnalysis
import TributaryIngest
import TributaryModel

extension PipelineType where Value == String {
  static var text: Self {
    Self("text", documentation: "text", text: { $0 }, from: { $0.contains("\0") ? nil : $0 })
  }

  /// A header or path in the shop's files, or the place of a cell from 1 on.
  static var header: Self {
    Self(
      "a header, or a cell's place from 1 on", documentation: "header or place", write: quoted,
      value: { content in
        switch content {
        case .text(let text): text.contains("\0") ? nil : text
        case .number(let number): number.whole(1...100_000).map { String($0) }
        default: nil
        }
      })
  }

  /// One of these words.
  static func word(_ words: [String]) -> Self { choice(words, word: { $0 }) }

  /// A name for files and commands.
  static var name: Self {
    Self(
      "a name of letters, digits, '-' and '_'", documentation: "name", text: { $0 },
      from: { isName($0) ? $0 : nil })
  }

  /// A path relative to the pipeline file's folder, or absolute.
  static var path: Self {
    Self(
      "a path", documentation: "path", text: { $0 },
      advice: { _ in
        "write a path without ~, relative to the pipeline file's folder or absolute"
      },
      from: { $0.isEmpty || $0.contains("\0") || $0.hasPrefix("~") ? nil : $0 })
  }

  /// A path of a web page that holds `*`, or a shop system's name.
  static var orderPath: Self {
    Self(
      "a page's path with * for the order's number, or one of "
        + FunnelPaths.shopSystems.joined(separator: ", "),
      documentation: "page pattern or shop system", text: { $0 },
      advice: { _ in "write it as /thanks/* and leave out what follows the question mark" },
      from: {
        FunnelPaths.shopSystems.contains($0)
          || ($0.hasPrefix("/") || $0.hasPrefix("*/")) && $0.contains("*") && !$0.contains("?")
          ? $0 : nil
      })
  }

  /// An internet address, or a range of them.
  static var address: Self {
    Self(
      "an address like 203.0.113.7 or a range like 203.0.113.0/24", documentation: "address",
      text: { $0 }, advice: { _ in "write an IP address, with the length of a range's start" },
      from: { AddressRange($0) == nil ? nil : $0 })
  }

  /// A path of a web page that may hold `*`.
  static var pagePattern: Self {
    Self(
      "a page's path like /cart or /product/*", documentation: "page pattern", text: { $0 },
      advice: { _ in "start it with / and leave out what follows the question mark" },
      from: { $0.hasPrefix("/") && !$0.contains("?") ? $0 : nil })
  }

  /// Letters, digits, `-`, `_`, and `.` inside: safe as a file's name and in a shell.
  static func isName(_ text: String) -> Bool {
    guard let first = text.first, !"-.".contains(first), text.utf8.count <= 64 else { return false }
    return text.allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0))
    }
  }
}

extension PipelineType where Value == Bool {
  static var boolean: Self {
    Self(
      "true or false", documentation: "boolean", write: { String($0) },
      value: { if case .boolean(let value) = $0 { value } else { nil } })
  }
}

extension PipelineType where Value == Int {
  static func integer(_ range: ClosedRange<Int>) -> Self {
    let bounds = "\(range.lowerBound) to \(range.upperBound)"
    return Self(
      "a whole number from " + bounds, documentation: "integer, " + bounds, write: { String($0) },
      value: { if case .number(let number) = $0 { number.whole(range) } else { nil } })
  }
}

extension PipelineType where Value == Double {
  static func number(_ range: ClosedRange<Double>) -> Self {
    Self(
      "a number from \(range.lowerBound) to \(range.upperBound)", documentation: "number",
      write: JSON5Value.shortest,
      value: { content in
        guard case .number(let number) = content, range.contains(number) else { return nil }
        return number
      })
  }
}

extension PipelineType where Value == Character {
  /// One of these signs.
  static func sign(_ signs: [Character]) -> Self { choice(signs, word: { String($0) }) }
}

extension PipelineType where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
  /// One of the words of that type.
  static func choice(_: Value.Type) -> Self { choice(Array(Value.allCases), word: \.rawValue) }
}

extension PipelineType {
  /// One of these values, written as their words.
  private static func choice(
    _ values: [Value], word: @escaping @Sendable (Value) -> String
  ) -> Self {
    let words = values.map(word)
    let visible = words.map { $0 == "\t" ? "\\t" : $0 }
    return Self(
      words.count == 1 ? words[0] : "one of " + visible.joined(separator: ", "),
      documentation: words.count > 8
        ? "one word, see below" : visible.map { "`" + $0 + "`" }.joined(separator: " "),
      text: word,
      advice: { text in Spelling.nearest(to: text, among: words).map { "did you mean \($0)?" } },
      from: { text in values.first { word($0) == text } })
  }
}

extension PipelineType where Value == Day {
  /// `YYYY-MM-DD`.
  static var day: Self {
    Self("a day like 2026-11-14", documentation: "day", text: \.description, from: { Day($0) })
  }
}

extension PipelineType where Value == TimeOfDay {
  /// `HH:MM`, 24 hours.
  static var timeOfDay: Self {
    Self(
      "a time of day like 04:15", documentation: "time", text: \.description,
      from: { TimeOfDay($0) })
  }
}

extension PipelineType where Value == Zone {
  /// An IANA name of a zone.
  static var zone: Self {
    Self(
      "a time zone like Europe/Moscow", documentation: "zone", text: \.identifier,
      advice: { text in
        ZoneAdvice.about(text)
          ?? Spelling.nearest(to: text, among: Zone.names).map { "did you mean \($0)?" }
          ?? "use a name of the IANA list, such as Europe/Moscow"
      },
      from: { Zone(identifier: $0) })
  }
}

extension PipelineType where Value == Currency {
  /// An ISO 4217 code.
  static var currency: Self {
    Self(
      "a currency like RUB", documentation: "currency", text: \.code,
      advice: CurrencyAdvice.about, from: { Currency($0) })
  }
}

extension Double {
  /// The whole number that this is, if it lies in the range.
  fileprivate func whole(_ range: ClosedRange<Int>) -> Int? {
    Int(exactly: self).flatMap { range.contains($0) ? $0 : nil }
  }
}
