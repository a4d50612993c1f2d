import TributaryModel

/// All keys of a pipeline file as `pipelines/README.md` lists them.
struct PipelineCatalogue {
  /// Where the key stands, such as `sources[].format`; `[]` stands for each value of a list.
  let path: String
  let key: any PipelineKeyDeclaration

  /// Every key, an object before what it holds.
  static let all = listed(ShopObject.declarations, below: "")

  private static func listed(
    _ keys: [any PipelineKeyDeclaration], below holder: String
  ) -> [PipelineCatalogue] {
    keys.flatMap { key in
      let path = holder + key.name
      guard case .declared(let members, let areListed) = key.members else {
        return [PipelineCatalogue(path: path, key: key)]
      }
      return [PipelineCatalogue(path: path, key: key)]
        + listed(members, below: path + (areListed ? "[]." : "."))
    }
  }

  /// The key's row in the table of the documentation.
  var documentationRow: String {
    let value = key.typeDocumentation + (key.unit.isEmpty ? "" : ", " + key.unit)
    let stages = PipelineStage.allCases.filter(key.stages.contains).map(\.rawValue)
    return PipelineCatalogue.row(
      [
        "`" + path + "`", value, key.fallbackDocumentation, stages.joined(separator: ", "),
        key.meaning,
      ])
  }

  /// The rows of the table of kinds and their columns; required columns carry a star.
  static var kindRows: [String] {
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
