/// An object of the pipeline file: its stored properties are its keys, in the order in which the
/// documentation lists them.
protocol PipelineObject: Sendable {
  static var keys: Self { get }
}

extension PipelineObject {
  static var declarations: [any PipelineKeyDeclaration] {
    Mirror(reflecting: keys).children.compactMap { $0.value as? any PipelineKeyDeclaration }
  }
}

/// The values of an object of the pipeline file, read as properties: those of its keys.
@dynamicMemberLookup
struct PipelineValues<Object: PipelineObject>: Sendable {
  /// Where the object stands: `$.sources[2]`; empty when the file does not have it.
  let path: String
  /// The object as it stands in the file.
  let written: JSON5Value
  /// The right ones, by the names of their keys.
  private var found: [String: any Sendable] = [:]

  /// The defaults.
  init() {
    path = ""
    written = JSON5Value(content: .object([]), position: TextPosition())
  }

  /// The values of a place in the file; nil when no object is there. The check is told of
  /// everything that does not fit.
  init?(_ object: JSON5Value, at path: String, _ check: inout PipelineCheck) {
    guard case .object(let members) = object.content else {
      check.add(
        path, object.position, "expected an object, found \(object.spoken); write {key: value}")
      return nil
    }
    self.path = path
    written = object
    let known = Object.declarations
    for member in members {
      let place = PipelineCheck.path(path, member.key)
      if let key = known.first(where: { $0.name == member.key }) {
        found[key.name] = key.value(of: member.value, at: place, &check)
      } else {
        check.unknown(member, at: place, known: known.map(\.name))
      }
    }
    for key in known where key.isRequired && object.member(key.name) == nil {
      check.add(
        PipelineCheck.path(path, key.name), object.position,
        "expected \(key.spoken), found no such key; add it")
    }
  }

  /// The value of a key: that of the file, else its default.
  subscript<Value>(dynamicMember key: KeyPath<Object, PipelineKey<Value>>) -> Value {
    let key = Object.keys[keyPath: key]
    return found[key.name] as? Value ?? key.fallback
  }

  /// The value as it stands in the file; nil when it does not have the key.
  func written<Value>(_ key: KeyPath<Object, PipelineKey<Value>>) -> JSON5Value? {
    written.member(Object.keys[keyPath: key].name)
  }

  /// Where a value stands, or would: `$.sources[2].format`.
  func path<Value>(_ key: KeyPath<Object, PipelineKey<Value>>) -> String {
    PipelineCheck.path(path, Object.keys[keyPath: key].name)
  }

  /// The object as JSON5, without the keys that have their default.
  var text: String {
    let members = Object.declarations.compactMap { key in
      let text = key.text(of: found[key.name])
      return key.isRequired || text != key.text(of: nil) ? key.name + ": " + text : nil
    }
    return "{" + members.joined(separator: ", ") + "}"
  }
}

extension PipelineValues: StageParts {
  func parts(of stages: Set<PipelineStage>, below path: String) -> [String] {
    Object.declarations.flatMap { key -> [String] in
      let place = path + key.name
      let value = found[key.name] ?? key.fallback
      if let object = value as? any StageParts {
        return object.parts(of: stages, below: place + ".")
      }
      guard !key.stages.isDisjoint(with: stages) else { return [] }
      let text = key.text(of: value)
      return PipelineStage.nothing.contains(text) ? [] : [place + " " + text]
    }
  }
}
