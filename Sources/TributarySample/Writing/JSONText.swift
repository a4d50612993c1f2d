/// A JSON value that is written the same way on every platform: keys sorted, two spaces a level.
indirect enum JSONText {
  case text(String)
  case integer(Int)
  /// A number as it should stand, such as `0.24`.
  case number(String)
  case boolean(Bool)
  case list([JSONText])
  case object([String: JSONText])
  /// An object on one line.
  case row([(String, JSONText)])

  var document: String { written(at: "") + "\n" }

  private func written(at indent: String) -> String {
    let inner = indent + "  "
    switch self {
    case .text(let text): return JSONText.quoted(text)
    case .integer(let value): return String(value)
    case .number(let text): return text
    case .boolean(let value): return String(value)
    case .list(let items):
      if items.isEmpty { return "[]" }
      let lines = items.map { inner + $0.written(at: inner) }
      return "[\n" + lines.joined(separator: ",\n") + "\n" + indent + "]"
    case .object(let members):
      if members.isEmpty { return "{}" }
      let lines = members.sorted { $0.key < $1.key }.map {
        inner + JSONText.quoted($0.key) + ": " + $0.value.written(at: inner)
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n" + indent + "}"
    case .row(let members):
      let parts = members.sorted { $0.0 < $1.0 }.map {
        JSONText.quoted($0.0) + ": " + $0.1.written(at: inner)
      }
      return "{" + parts.joined(separator: ", ") + "}"
    }
  }

  /// A share to four digits.
  static func share(_ part: Int, of whole: Int) -> JSONText {
    guard whole > 0 else { return .number("0") }
    let tenThousandths = (part * 20_000 + whole) / (2 * whole)
    let digits = String(tenThousandths % 10_000)
    return .number(
      "\(tenThousandths / 10_000)." + String(repeating: "0", count: 4 - digits.count) + digits)
  }

  /// `58%`.
  static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }

  /// A share with two digits, by whole numbers.
  static func hundredths(_ value: Double) -> String {
    "0." + LocalTime.twoDigits(Int((value * 100).rounded()))
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.reduce(into: "") { result, character in
      switch character {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      default: result.append(character)
      }
    }
    return "\"" + escaped + "\""
  }
}
