import TributaryModel

/// What the value of a key may be: how it is read, told of and written.
struct PipelineType<Value: Sendable>: Sendable {
  /// What a message expects: `a day like 2026-11-14`.
  let spoken: String
  /// The type as the documentation names it, its bounds included.
  let documentation: String
  /// The value as JSON5; equal texts are equal values.
  let write: @Sendable (Value) -> String
  /// The value of a place in the file; nil where it does not fit, which the check is told.
  let read: @Sendable (JSON5Value, String, inout PipelineCheck) -> Value?
  var members: PipelineMembers = .none

  init(
    spoken: String, documentation: String, write: @escaping @Sendable (Value) -> String,
    read: @escaping @Sendable (JSON5Value, String, inout PipelineCheck) -> Value?
  ) {
    self.spoken = spoken
    self.documentation = documentation
    self.write = write
    self.read = read
  }

  /// A type of single values.
  ///
  /// - Parameters:
  ///   - advice: what to do about a text that does not fit; nil: write what is expected.
  ///   - value: the value of what stands in the file; nil where it does not fit.
  init(
    _ spoken: String, documentation: String, write: @escaping @Sendable (Value) -> String,
    advice: @escaping @Sendable (String) -> String? = { _ in nil },
    value: @escaping @Sendable (JSON5Value.Content) -> Value?
  ) {
    self.init(
      spoken: spoken, documentation: documentation, write: write,
      read: { found, path, check in
        if let value = value(found.content) { return value }
        let help = found.content.text.flatMap(advice) ?? "write " + spoken
        check.add(path, found.position, "expected \(spoken), found \(found.spoken); \(help)")
        return nil
      })
  }

  /// A type of single values that stand in the file as texts.
  init(
    _ spoken: String, documentation: String, text: @escaping @Sendable (Value) -> String,
    advice: @escaping @Sendable (String) -> String? = { _ in nil },
    from value: @escaping @Sendable (String) -> Value?
  ) {
    self.init(
      spoken, documentation: documentation, write: { PipelineType.quoted(text($0)) },
      advice: advice, value: { $0.text.flatMap(value) })
  }

  /// A text as JSON5, whatever would end it escaped.
  static func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
      .replacing("\n", with: "\\n").replacing("\r", with: "\\r").replacing("\t", with: "\\t")
    return "'" + escaped + "'"
  }
}

extension PipelineType {
  /// The same type for a key that may be absent: nil then.
  var optional: PipelineType<Value?> {
    PipelineType<Value?>(
      spoken: spoken, documentation: documentation,
      // Other than the text of any absent value, `false` and 0 included.
      write: { value in value.map { "=" + write($0) } ?? "" },
      read: { found, path, check in read(found, path, &check) })
  }

  /// A list of values of that type.
  static func list<Element>(_ type: PipelineType<Element>) -> Self where Value == [Element] {
    let spoken = "a list of values, each " + type.spoken
    return Self(
      spoken: spoken, documentation: "list of: " + type.documentation,
      write: { "[" + $0.map(type.write).joined(separator: ", ") + "]" },
      read: { found, path, check in
        check.elements(found, of: spoken, at: path)?
          .compactMap { type.read($0.value, $0.path, &check) }
      })
  }

  /// An object whose keys the shop chooses.
  static func map<Element>(_ type: PipelineType<Element>) -> Self where Value == [String: Element] {
    let spoken = "an object of values, each " + type.spoken
    var map = Self(
      spoken: spoken, documentation: "map to: " + type.documentation,
      write: { map in
        let members = map.sorted { $0.key < $1.key }
          .map { quoted($0.key) + ": " + type.write($0.value) }
        return "{" + members.joined(separator: ", ") + "}"
      },
      read: { found, path, check in
        guard case .object(let members) = found.content else {
          check.add(
            path, found.position, "expected \(spoken), found \(found.spoken); write {key: value}")
          return nil
        }
        return members.reduce(into: [:]) { map, member in
          map[member.key] = type.read(member.value, PipelineCheck.path(path, member.key), &check)
        }
      })
    map.members = .chosen
    return map
  }

  /// An object with declared keys.
  static func object<Object>(_ object: Object.Type) -> Self where Value == PipelineValues<Object> {
    var type = Self(
      spoken: "an object", documentation: "object", write: { $0.text },
      read: { found, path, check in PipelineValues(found, at: path, &check) })
    type.members = .declared(Object.declarations, areListed: false)
    return type
  }

  /// A list of such objects.
  static func objects<Object>(
    _ object: Object.Type
  ) -> Self where Value == [PipelineValues<Object>] {
    var type = Self(
      spoken: "a list of objects", documentation: "list of objects",
      write: { "[" + $0.map(\.text).joined(separator: ", ") + "]" },
      read: { found, path, check in
        check.elements(found, of: "a list of objects", at: path)?
          .compactMap { PipelineValues($0.value, at: $0.path, &check) }
      })
    type.members = .declared(Object.declarations, areListed: true)
    return type
  }
}

/// What the keys are of the object that is the value of a key.
enum PipelineMembers: Sendable {
  /// It is no object.
  case none
  /// The shop chooses them.
  case chosen
  /// Those of the object, or of each object of a list.
  case declared([any PipelineKeyDeclaration], areListed: Bool)
}
