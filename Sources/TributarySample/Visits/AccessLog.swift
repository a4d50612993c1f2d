import TributaryModel

/// The access log of the logged days: people, robots, and a few lines that no reader can parse.
struct AccessLog {
  /// The files, in the order of days.
  private(set) var files: [File] = []
  private(set) var badRows: [BadRow] = []

  struct File {
    let name: String
    let bytes: [UInt8]
    let lines: Int
    let tally: LogDay.Tally
  }

  init(settings: SampleSettings, visits: [Visit]) {
    var days = settings.logged.days.map(LogDay.init(day:))
    let first = settings.logged.first.number
    for (number, visit) in visits.enumerated() {
      let walk = PageWalk(of: visit, random: settings.random("walk", number))
      let visitor = Visitor(number: visit.visitor, settings: settings)
      for request in walk.requests {
        let position = request.at.day.number - first
        if days.indices.contains(position) { days[position].append(request, from: visitor) }
      }
    }
    for position in days.indices {
      Robot.visit(&days[position], settings: settings)
      finish(days[position], isTorn: position % 6 == 2)
    }
  }

  private mutating func finish(_ log: LogDay, isTorn: Bool) {
    var lines = log.ordered()
    let name = "logs/access-\(log.day).log.gz"
    if isTorn && lines.count > 100 {
      for (position, torn) in AccessLog.torn(from: lines) {
        lines.insert(torn.bytes[...], at: position)
        badRows.append(
          BadRow(file: name, line: position + 1, reason: .malformed, why: torn.why))
      }
    }
    files.append(
      File(name: name, bytes: Array(lines.joined()), lines: lines.count, tally: log.tally))
  }

  /// Broken lines and where they go, in the order of the file.
  private static func torn(
    from lines: [ArraySlice<UInt8>]
  ) -> [(Int, (bytes: [UInt8], why: String))] {
    let cut = Array(lines[lines.count / 4].prefix(48)) + [UInt8(ascii: "\n")]
    let garbage: [UInt8] = [0x16, 0x03, 0x01, 0xFF, 0xFE, 0x80, 0xC3, 0x28, 0x1F, 0x8B, 0x0A]
    return [
      (lines.count / 4, (cut, "the line breaks off within its date")),
      (lines.count / 2, (garbage, "ten bytes of garbage, not a line of text")),
    ]
  }
}
