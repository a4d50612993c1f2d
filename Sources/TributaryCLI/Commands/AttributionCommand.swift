import TributaryModel
import TributaryPipeline

extension Command {
  static let attribution: Command = Command(
    "attribution", values: [Value("paths.csv")],
    options: [
      Option(
        "model", "NAME", required: true,
        AttributionModel.allCases.map { $0 == .markov ? "markov:K" : $0.rawValue }
          .joined(separator: ", ") + "; K from 1 to 4"),
      Option("nulls", nil, "Count paths that ended without a conversion in the Markov chain"),
      Option("intervals", nil, "Add the 90% range of the conversions, by 200 bootstrap replicates"),
      Option("format", "csv|json", "How rows are printed; csv by default"),
      .quiet,
    ],
    summary: "Share the conversions of a file of paths among their channels",
    details: "The file's header is path,conversions,value,nulls; touchpoints have > between them, "
      + "value and nulls may\nbe missing; - reads the standard input. Channels come in the order in "
      + "which the file first names them.\nWithout times, time-decay halves from step to step; "
      + "direct, or (direct), is what last-non-direct passes over.",
    examples: [
      "tributary attribution paths.csv --model markov:2 --nulls",
      "tributary attribution paths.csv --model shapley --intervals --format json",
      "tributary attribution - --model last-non-direct < paths.csv",
    ]
  ) { arguments, console throws(RunError) in
    let format = try arguments.choice("format", of: ["csv", "json"])
    let name = arguments.text("model") ?? ""
    guard let model = PathModelName(name) else {
      throw attribution.usage(
        "--model: expected \(PathModelName.all.joined(separator: ", ")), found '\(name)'"
          + Spelling.question(name, among: AttributionModel.allCases.map(\.rawValue)))
    }
    let path = arguments.values[0]
    let file = try PathFile(path) { rejection in
      let column = rejection.column.map { " " + $0 } ?? ""
      console.say(
        "\(path):\(rejection.line): \(rejection.reason.rawValue)\(column): \(rejection.message)"
          + ": \(rejection.sample)")
    }
    if file.counts.rejected > 0 {
      console.say("read \(file.counts.read) rejected \(file.counts.rejected)")
    }
    if model.isMarkov, file.hasNulls, !arguments.has("nulls") {
      console.say("\(path): nulls are left out; count them with --nulls")
    }
    let credits = file.credits(
      by: model, countsNulls: arguments.has("nulls"), hasIntervals: arguments.has("intervals"))
    try console.write(format == "json" ? json(credits) : csv(credits))
    return 0
  }

  private static func csv(_ credits: [PathCredit]) -> String {
    let header =
      ["channel", "conversions", "value"] + (hasRange(credits) ? ["lower", "upper"] : [])
    let lines = credits.map { credit in
      [CSVText.cell(.text(credit.dimension))] + numbers(credit).map { JSONText.number($0.value) }
    }
    return ([header] + lines).map { $0.joined(separator: ",") + "\n" }.joined()
  }

  private static func json(_ credits: [PathCredit]) -> String {
    let objects = credits.map { credit in
      JSONText.object(
        [(key: "channel", value: JSONText.string(credit.dimension))]
          + numbers(credit).map { (key: $0.name, value: JSONText.number($0.value)) })
    }
    return "[" + objects.joined(separator: ",\n") + "]\n"
  }

  private static func hasRange(_ credits: [PathCredit]) -> Bool {
    credits.contains { $0.conversions.interval != nil }
  }

  private static func numbers(_ credit: PathCredit) -> [(name: String, value: Double)] {
    [("conversions", credit.conversions.value), ("value", credit.value.value)]
      + (credit.conversions.interval.map { [("lower", $0.lower), ("upper", $0.upper)] } ?? [])
  }
}
