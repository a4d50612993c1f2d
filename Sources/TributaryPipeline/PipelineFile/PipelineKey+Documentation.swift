import TributaryModel

extension PipelineKey {
  /// The key's row in the table of `pipelines/README.md`.
  public var documentationRow: String {
    let value = type.documentation + (unit.isEmpty ? "" : ", " + unit)
    let fallback = defaultText.map { "`" + $0 + "`" } ?? defaultNote
    return PipelineKey.row(["`" + path + "`", value, fallback, summary])
  }

  /// The rows of the table of kinds and their columns; required columns carry a star.
  public static var kindRows: [String] {
    TableShape.all.map { shape in
      let columns = shape.readColumns.map { "`" + $0.name + "`" + ($0.isRequired ? "\\*" : "") }
      return row(["`" + shape.kind.rawValue + "`", columns.joined(separator: " ")])
    }
  }

  /// A row of a Markdown table, bars inside cells escaped.
  private static func row(_ cells: [String]) -> String {
    "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
  }
}

extension PipelineType {
  fileprivate var documentation: String {
    switch self {
    case .text: "text"
    case .header: "header or place"
    case .boolean: "boolean"
    case .integer(let range): "integer, \(range.lowerBound) to \(range.upperBound)"
    case .number: "number"
    case .choice(let words):
      words.count > 8
        ? "one word, see below"
        : words.map { "`" + PipelineType.visible($0) + "`" }.joined(
          separator: " ")
    case .day: "day"
    case .timeOfDay: "time"
    case .zone: "zone"
    case .currency: "currency"
    case .name: "name"
    case .path: "path"
    case .pagePattern: "page pattern"
    case .list(let type): "list of: " + type.documentation
    case .map(let type): "map to: " + type.documentation
    case .object: "object"
    case .objects: "list of objects"
    }
  }
}
