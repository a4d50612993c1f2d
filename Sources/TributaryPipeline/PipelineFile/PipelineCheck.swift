/// Gathers everything in a document that does not fit the declared keys.
struct PipelineCheck {
  private let file: String
  private(set) var problems: [PipelineProblem] = []

  init(file: String) {
    self.file = file
  }

  mutating func add(_ key: String, _ position: TextPosition, _ message: String) {
    problems.append(
      PipelineProblem(
        file: file, line: position.line, column: position.column, key: key, message: message))
  }

  /// A key that its object does not have.
  mutating func unknown(_ member: JSON5Member, at place: String, known: [String]) {
    guard !PipelineCheck.planned.contains(place) else {
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

  /// The values of a list, each with its path; nil where no list is.
  mutating func elements(
    _ value: JSON5Value, of expected: String, at path: String
  ) -> [(path: String, value: JSON5Value)]? {
    guard case .list(let values) = value.content else {
      add(path, value.position, "expected \(expected), found \(value.spoken); write [value]")
      return nil
    }
    return values.enumerated().map { ("\(path)[\($0.offset)]", $0.element) }
  }

  /// Keys that a later version gives a meaning; today they are refused with a word of their own.
  private static let planned = Set(
    ["ratings", "season", "indicators", "privacy", "retention", "deliver"]
      .map { "$." + $0 })

  /// `$.columns.order_id`, or `$.columns['Order id']` for a key that is no plain word.
  static func path(_ path: String, _ key: String) -> String {
    let plain = key.unicodeScalars.allSatisfy { $0 == "_" || $0.properties.isIDContinue }
    return plain && !key.isEmpty ? path + "." + key : path + "['" + key + "']"
  }
}
