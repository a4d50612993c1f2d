/// Holds a document against the table of keys and gathers everything that does not fit.
struct PipelineCheck {
  private let file: String
  private(set) var problems: [PipelineProblem] = []

  init(file: String) {
    self.file = file
  }

  mutating func document(_ value: JSON5Value) {
    object(value, at: "$", holder: "")
  }

  mutating func add(_ key: String, _ position: TextPosition, _ message: String) {
    problems.append(
      PipelineProblem(
        file: file, line: position.line, column: position.column, key: key, message: message))
  }

  /// An object whose keys the table lists below `holder`.
  private mutating func object(_ value: JSON5Value, at path: String, holder: String) {
    guard case .object(let members) = value.content else {
      add(path, value.position, "expected an object, found \(value.spoken); write {key: value}")
      return
    }
    let known = PipelineKey.all.filter { $0.holder == holder }
    for member in members {
      let place = PipelineCheck.path(path, member.key)
      if let key = known.first(where: { $0.name == member.key }) {
        check(member.value, is: key.type, at: place, key: key.path)
      } else {
        unknown(member, at: place, holder: holder, known: known.map(\.name))
      }
    }
    for key in known where key.isRequired && !members.contains(where: { $0.key == key.name }) {
      add(
        PipelineCheck.path(path, key.name), value.position,
        "expected \(key.type.spoken), found no such key; add it")
    }
  }

  private mutating func unknown(
    _ member: JSON5Member, at place: String, holder: String, known: [String]
  ) {
    guard !(holder.isEmpty && PipelineKey.planned.contains(member.key)) else {
      add(
        place, member.position,
        "expected a key with a meaning, found \(member.key), which this version does not support "
          + "yet; remove it")
      return
    }
    let guess =
      Spelling.nearest(to: member.key, among: known).map { "did you mean \($0)?" }
      ?? "known here: " + known.joined(separator: ", ")
    add(place, member.position, "expected a known key, found \(member.key); \(guess)")
  }

  private mutating func check(
    _ value: JSON5Value, is type: PipelineType, at path: String, key: String
  ) {
    switch type {
    case .object:
      object(value, at: path, holder: key)
    case .objects:
      for (place, element) in elements(value, of: type, at: path) {
        object(element, at: place, holder: key + "[]")
      }
    case .list(let inner):
      for (place, element) in elements(value, of: type, at: path) {
        check(element, is: inner, at: place, key: key)
      }
    case .map(let inner):
      guard case .object(let members) = value.content else {
        add(
          path, value.position, "expected \(type.spoken), found \(value.spoken); write {key: value}"
        )
        return
      }
      for member in members {
        check(member.value, is: inner, at: PipelineCheck.path(path, member.key), key: key)
      }
    default:
      if let message = type.complaint(about: value) { add(path, value.position, message) }
    }
  }

  private mutating func elements(_ value: JSON5Value, of type: PipelineType, at path: String)
    -> [(String, JSON5Value)]
  {
    guard case .list(let values) = value.content else {
      add(path, value.position, "expected \(type.spoken), found \(value.spoken); write [value]")
      return []
    }
    return values.enumerated().map { ("\(path)[\($0.offset)]", $0.element) }
  }

  /// `$.columns.order_id`, or `$.columns['Order id']` for a key that is no plain word.
  static func path(_ path: String, _ key: String) -> String {
    let plain = key.unicodeScalars.allSatisfy { $0 == "_" || $0.properties.isIDContinue }
    return plain && !key.isEmpty ? path + "." + key : path + "['" + key + "']"
  }
}
