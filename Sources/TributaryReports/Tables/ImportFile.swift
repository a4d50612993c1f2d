/// A file that a program of a platform imports: UTF-8, names as they are, a line break of two signs.
struct ImportFile {
  let name: String
  let text: String

  init(name: String, _ lines: [[String]], separator: String) {
    self.name = name
    text = lines.map { line in
      line.map { field in
        field.contains("\"") || field.contains(separator)
          ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
      }.joined(separator: separator) + "\r\n"
    }.joined()
  }

  var file: ReportFile { ReportFile(name: name, bytes: Array(text.utf8)) }

  /// Whether a name can stand in it unchanged: no spreadsheet would run it, and nothing in it is hidden.
  static func holds(_ name: String) -> Bool { CSVTable.shown(name) == name }
}
