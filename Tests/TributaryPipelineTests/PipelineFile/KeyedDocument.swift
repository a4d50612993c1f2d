import Testing

@testable import TributaryPipeline

/// A pipeline file that is right, with one key set or left out.
struct KeyedDocument {
  /// Members of the file by their paths, as JSON5.
  private var members = [
    "name": "'shop'", "sources[].paths": "['a']", "channels.rules[].channel": "'email'",
    "channels.rules[].source": "'letter'", "ratings.types[].type": "'upper'",
  ]

  init(kind: String, beside: [String: String]) {
    members["sources[].kind"] = "'\(kind)'"
    if kind == "clickstream" { members["sources[].format"] = "'nginx-vhost-combined'" }
    members.merge(beside) { $1 }
  }

  func setting(_ path: String, to value: String) -> KeyedDocument {
    var other = self
    other.members[path] = value
    return other
  }

  func pipeline() throws -> Pipeline {
    let text = Self.object(members.map { (path: $0.key.split(separator: ".")[...], $0.value) })
    return try PipelineFile.parse(Array(text.utf8), path: "/shops/costumes/pipeline.json5")
  }

  /// A document with that key only.
  static func only(_ path: String, _ value: String) -> String {
    object([(path.split(separator: ".")[...], value)])
  }

  private static func object(_ members: [(path: ArraySlice<Substring>, value: String)]) -> String {
    let names = Dictionary(grouping: members) { $0.path.first ?? "" }.sorted { $0.key < $1.key }
    let texts = names.map { name, members in
      let deeper = members.filter { $0.path.count > 1 }
      let value =
        deeper.isEmpty
        ? members[0].value : object(deeper.map { ($0.path.dropFirst(), $0.value) })
      return name.hasSuffix("[]") ? "\(name.dropLast(2)): [\(value)]" : "\(name): \(value)"
    }
    return "{" + texts.joined(separator: ", ") + "}"
  }
}
