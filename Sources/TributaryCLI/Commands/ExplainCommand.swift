import TributaryModel
import TributaryPipeline

extension Command {
  static let explain: Command = Command(
    "explain", values: [.pipeline, Value("campaign|order|call|invoice"), Value("ID")],
    options: [
      Option("cut", "N%", "What taking that part of a campaign's spend away would lose; 1% to 100%")
    ],
    summary: "Show how a number came about, down to the lines of the files",
    details:
      "A campaign is named by its key (as in campaign-rating.csv) or by its name. Everything is "
      + "as of the last\nfinished run.",
    examples: [
      "tributary explain nightly campaign search_costumes --cut 50%",
      "tributary explain nightly order W11038",
    ]
  ) { arguments, console throws(RunError) in
    let subjects = ExplainedSubject.allCases.map(\.rawValue)
    let word = arguments.values[1]
    guard let subject = ExplainedSubject(rawValue: word) else {
      throw explain.usage(
        "expected \(subjects.joined(separator: ", ")), found '\(word)'"
          + Spelling.question(word, among: subjects))
    }
    let cut = try share(arguments.text("cut"))
    guard cut == nil || subject == .campaign else {
      throw explain.usage("--cut: expected with a campaign, found '\(word)'")
    }
    let pipeline = try PipelineArgument.load(arguments.values[0])
    let text = try ReadOnlyWarehouse(pipeline).explain(subject, arguments.values[2], cut: cut)
    try console.write(text.parts.map(printed).joined())
    return 0
  }

  private static func printed(_ part: ExplainedText.Part) -> String {
    switch part {
    case .line(let text): return PrintableText.of(text) + "\n"
    case .table(let header, let rows):
      var table = TextTable(header)
      for row in rows {
        table.append(
          row.map {
            switch $0 {
            case .text(let text): .text(text)
            case .number(let text): .number(text)
            }
          })
      }
      return table.text
    }
  }

  /// `50%`, `50` or `12.5%` as a share.
  private static func share(_ text: String?) throws(RunError) -> Double? {
    guard let text else { return nil }
    let digits = text.hasSuffix("%") ? String(text.dropLast()) : text
    guard let percent = Double(digits), (1...100).contains(percent) else {
      throw explain.usage("--cut: expected 1% to 100%, found '\(text)'")
    }
    return percent / 100
  }
}
