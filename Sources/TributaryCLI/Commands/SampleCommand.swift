import Foundation
import TributaryModel
import TributaryPipeline
import TributarySample

extension Command {
  static let sample = Command(
    "sample", values: [Value("folder")],
    options: [
      Option("days", "N", "Days of trade; \(SampleSettings.standard.days) by default"),
      Option(
        "visits-per-day", "N",
        "Visits on an ordinary day; \(SampleSettings.standard.visitsPerDay) by default"),
      Option("seed", "N", "Another number is another shop of the same kind"),
      Option("as-of", "DAY", "The last day; \(SampleSettings.standard.asOf) by default"),
      Option("log-lines", "N", "Write one log of N lines to that path instead, for measuring"),
      .quiet,
    ],
    summary: "Write the sample shop's files, of any size",
    details: "The folder must be new, empty, or hold an earlier sample. The same numbers give the "
      + "same files.",
    examples: [
      "tributary sample /tmp/shop", "tributary sample /tmp/shop --days 90 --seed 7",
      "tributary sample /tmp/access.log --log-lines 1000000",
    ]
  ) { arguments, console throws(RunError) in
    var settings = SampleSettings.standard
    settings.days = try arguments.integer("days", in: 1...1_000_000) ?? settings.days
    settings.visitsPerDay =
      try arguments.integer("visits-per-day", in: 1...1_000_000) ?? settings.visitsPerDay
    settings.seed =
      try arguments.integer("seed", in: 0...Int.max).map { UInt64($0) } ?? settings.seed
    settings.asOf = try arguments.day("as-of") ?? settings.asOf
    let path = arguments.values[0]
    let lines = try arguments.integer("log-lines", in: 1...1_000_000_000)
    do throws(SampleError) {
      if let lines {
        try SampleLog(settings: settings).write(lines: lines, to: URL(fileURLWithPath: path))
      } else {
        try SampleShop(settings: settings).write(to: URL(fileURLWithPath: path, isDirectory: true))
        { console.progress("sample: \($0)") }
      }
    } catch {
      throw RunError(code(of: error), error.description)
    }
    console.endProgress()
    console.say(
      lines.map { "\(path): a log of \($0) lines is written" }
        ?? "\(path): the sample shop is written; README.md there says what is in it")
    return 0
  }

  private static func code(of error: SampleError) -> RunError.Code {
    switch error {
    case .badSettings: .usage
    case .folderInUse, .cannotWrite: .cannotCreate
    case .cannotCompress: .inputOutput
    }
  }
}
