import TributaryModel
import TributaryPipeline

extension Command {
  static let rejections = Command(
    "rejections", values: [.pipeline],
    options: [Option("limit", "N", "List at most that many records; 50 by default"), .json],
    summary: "Show what was refused, where and why",
    details:
      "Phones and e-mails in samples are blotted out. At most 1,000 records of a file are kept.",
    examples: ["tributary rejections nightly", "tributary rejections nightly --limit 5 --json"]
  ) { arguments, console throws(RunError) in
    let limit = try arguments.integer("limit", in: 1...1_000_000) ?? 50
    let pipeline = try PipelineArgument.load(arguments.values[0])
    let list = try ReadOnlyWarehouse(pipeline).rejections(limit: limit)
    guard !arguments.has("json") else {
      try console.write(list.json + "\n")
      return 0
    }
    for file in list.files {
      try console.write("refused whole: " + PrintableText.of(file.message) + "\n")
    }
    for record in list.records {
      let column = record.column.isEmpty ? "" : " " + record.column
      let line = "\(record.path):\(record.line): \(record.reason)\(column): \(record.message)"
      try console.write(
        PrintableText.of(line) + "\n    " + PrintableText.of(record.sample) + "\n")
    }
    console.say("\(list.total) rejected records, \(list.records.count) of them listed")
    return 0
  }
}
