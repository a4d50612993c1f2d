import TributaryModel

/// Writes JSON with keys in the order given.
public enum JSONText {
  /// Parts that are JSON already, under those keys.
  public static func object(_ members: [(key: String, value: String)]) -> String {
    "{" + members.map { string($0.key) + ":" + $0.value }.joined(separator: ",") + "}"
  }

  /// Parts that are JSON already.
  public static func list(_ values: [String]) -> String {
    "[" + values.joined(separator: ",") + "]"
  }

  /// In quotes; control characters, among them DEL and C1, as `\u00XX`.
  public static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// The shortest form that reads back the same; `null` for what JSON cannot say.
  public static func number(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
    return String(value)
  }
}

extension Cell {
  /// The value as plain text; empty for null.
  public var plainText: String {
    switch self {
    case .null: ""
    case .integer(let value): String(value)
    case .real(let value): JSONText.number(value)
    case .text(let text): text
    }
  }

  /// The value as JSON.
  public var json: String {
    switch self {
    case .null: "null"
    case .integer(let value): String(value)
    case .real(let value): JSONText.number(value)
    case .text(let text): JSONText.string(text)
    }
  }
}
