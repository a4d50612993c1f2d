/// A value of a JSON5 document and where it stands.
struct JSON5Value: Sendable, Hashable {
  let content: Content
  let position: TextPosition

  enum Content: Sendable, Hashable {
    case null
    case boolean(Bool)
    /// Always finite.
    case number(Double)
    case text(String)
    case list([JSON5Value])
    /// In the order of the document; keys are unique.
    case object([JSON5Member])

    /// Nil for all but texts.
    var text: String? {
      if case .text(let text) = self { text } else { nil }
    }
  }

  /// What a person would call this value: `text 'abc'`, `an object`.
  var spoken: String {
    switch content {
    case .null: "null"
    case .boolean(let value): value ? "true" : "false"
    case .number(let value): "number " + JSON5Value.shortest(value)
    case .text(let value): "text '" + (value.count > 60 ? value.prefix(57) + "..." : value) + "'"
    case .list: "a list"
    case .object: "an object"
    }
  }

  /// The value of that key; nil when this is no object or has no such key.
  func member(_ key: String) -> JSON5Value? { members.first { $0.key == key }?.value }

  /// Those of an object, else none.
  var members: [JSON5Member] {
    if case .object(let members) = content { members } else { [] }
  }

  /// Those of a list, else none.
  var elements: [JSON5Value] {
    if case .list(let values) = content { values } else { [] }
  }

  static func shortest(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 9e15 ? String(Int64(value)) : String(value)
  }
}

/// A key of an object with its value.
struct JSON5Member: Sendable, Hashable {
  let key: String
  let position: TextPosition
  let value: JSON5Value
}

/// A place in a text; both count from 1, the column in Unicode scalars.
struct TextPosition: Sendable, Hashable {
  var line = 1
  var column = 1
}

/// Why a text is not JSON5, or not a JSON5 that Tributary accepts.
struct JSON5Problem: Error, Sendable, Hashable {
  let position: TextPosition
  /// `expected ..., found ...; what to do`.
  let message: String
}
