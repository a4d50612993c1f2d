import TributaryPipeline

extension Command {
  static let formats = Command(
    "formats", values: [Value("name", optional: true)],
    summary: "List the formats that can be read, or show one: example, columns, snippet",
    examples: ["tributary formats", "tributary formats yandex-direct"]
  ) { arguments, console throws(RunError) in
    guard let name = arguments.values.first else {
      var table = TextTable(["format", "kinds", "what it is"])
      for sheet in FormatSheet.all {
        table.append([.text(sheet.name), .text(sheet.spokenKinds), .text(sheet.summary)])
      }
      try console.write(table.text)
      console.say(
        "\nA log format string with nginx $variables or Apache %directives is a format too.")
      return 0
    }
    try console.write(text(of: FormatSheet(named: name)))
    return 0
  }

  private static func text(of sheet: FormatSheet) -> String {
    var parts = ["\(sheet.name): \(sheet.summary)", "Example:\n" + indented(sheet.example)]
    if !sheet.columns.isEmpty {
      var table = TextTable(["column", "needed", "headers"])
      for column in sheet.columns {
        let headers = column.headers.joined(separator: " | ")
        table.append([.text(column.name), .text(column.isRequired ? "yes" : ""), .text(headers)])
      }
      parts.append(table.text)
    }
    if !sheet.canonicalColumns.isEmpty {
      var table = TextTable(["kind", "headers; a star: must be there"])
      for (kind, headers) in sheet.canonicalColumns {
        table.append([.text(kind.rawValue), .text(headers.joined(separator: " "))])
      }
      parts.append(table.text)
    }
    parts.append("In the pipeline file, among the sources:\n" + indented(sheet.snippet))
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
  }
}
