import TributaryModel

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
