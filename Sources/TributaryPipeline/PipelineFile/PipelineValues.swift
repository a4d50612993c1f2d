/// Reads the values of one object by the paths of the table of keys, defaults filled in.
///
/// Shape: made after `PipelineCheck` found nothing, so each value present has its key's type.
struct PipelineValues {
  /// The object to read from.
  let object: JSON5Value
  /// The path of that object in the table: `sources[].`, or empty for the document.
  let prefix: String

  func text(_ path: String) -> String { optionalText(path) ?? "" }

  /// Nil when neither the file nor the table gives a value.
  func optionalText(_ path: String) -> String? {
    guard case .text(let text) = content(path) else { return nil }
    return text
  }

  func boolean(_ path: String) -> Bool { content(path) == .boolean(true) }

  /// Nil when neither the file nor the table gives a value.
  func optionalBoolean(_ path: String) -> Bool? {
    guard case .boolean(let value) = content(path) else { return nil }
    return value
  }

  func number(_ path: String) -> Double {
    guard case .number(let number) = content(path) else { return 0 }
    return number
  }

  func integer(_ path: String) -> Int { Int(number(path)) }

  /// Nil when neither the file nor the table gives a value.
  func optionalInteger(_ path: String) -> Int? {
    guard case .number(let number) = content(path) else { return nil }
    return Int(number)
  }

  func texts(_ path: String) -> [String] {
    guard case .list(let values) = content(path) else { return [] }
    return values.compactMap(PipelineValues.text)
  }

  /// The values of each object of a list.
  func objects(_ path: String) -> [PipelineValues] {
    guard case .list(let values) = content(path) else { return [] }
    return values.map { PipelineValues(object: $0, prefix: prefix + path + "[].") }
  }

  func map(_ path: String) -> [String: String] { PipelineValues.map(content(path)) }

  func mapOfMaps(_ path: String) -> [String: [String: String]] {
    guard case .object(let members) = content(path) else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: members.map { ($0.key, PipelineValues.map($0.value.content)) })
  }

  private func content(_ path: String) -> JSON5Value.Content? {
    var value: JSON5Value? = object
    for name in path.split(separator: ".") { value = value?.member(String(name)) }
    return value?.content ?? PipelineValues.defaults[prefix + path]
  }

  private static func map(_ content: JSON5Value.Content?) -> [String: String] {
    guard case .object(let members) = content else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: members.compactMap { member in
        text(member.value).map { (member.key, $0) }
      })
  }

  private static func text(_ value: JSON5Value) -> String? {
    switch value.content {
    case .text(let text): text
    case .number(let place) where place.rounded() == place && abs(place) < 1e9: String(Int(place))
    default: nil
    }
  }

  private static let defaults: [String: JSON5Value.Content] = Dictionary(
    uniqueKeysWithValues: PipelineKey.all.compactMap { key in
      key.defaultText.flatMap { try? JSON5Reader.read(Array($0.utf8)) }.map {
        (key.path, $0.content)
      }
    })
}
