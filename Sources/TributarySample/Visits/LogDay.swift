import TributaryModel

/// The lines of one day's access log, collected in any order and written in the order of time.
///
/// Shape of a line, as nginx and Apache write it with the virtual host in front:
/// `host:443 address - - [10/Oct/2026:13:55:36 +0300] "GET /path HTTP/1.1" 200 5123 "from" "agent"`
struct LogDay {
  let day: Day
  private var bytes: [UInt8] = []
  private var lines: [Line] = []
  private let date: String
  private(set) var tally = Tally()

  /// How many lines are of a kind that the truth counts.
  struct Tally {
    var assets = 0
    var garbled = 0
    var unreplacedMacros = 0

    mutating func count(_ request: Request) {
      let target = request.target
      if ["/assets/", "/media/", "/favicon"].contains(where: target.hasPrefix) { assets += 1 }
      if request.method.isEmpty { garbled += 1 }
      if ["{campaign_id}", "%7Bcampaign_id%7D"].contains(where: target.contains) {
        unreplacedMacros += 1
      }
    }
  }

  private struct Line {
    let second: Int
    let start: Int
    let end: Int
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  init(day: Day) {
    self.day = day
    let (year, month, dayOfMonth) = day.date
    date = "[\(LocalTime.twoDigits(dayOfMonth))/\(LogDay.months[month - 1])/\(year):"
  }

  var count: Int { lines.count }

  /// Adds a request; one of another day is left out.
  mutating func append(_ request: Request, from visitor: Visitor) {
    guard request.at.day == day else { return }
    tally.count(request)
    let start = bytes.count
    put(request.host)
    put(":443 ")
    put(visitor.address)
    put(" - - ")
    put(date)
    put(request.at.clock)
    put(" +0300] \"")
    put(request.method)
    if !request.method.isEmpty { put(" ") }
    put(request.target)
    put(request.method.isEmpty ? "\" " : " HTTP/1.1\" ")
    put(String(request.status))
    put(" ")
    put(String(request.bytes))
    put(" \"")
    put(request.referrer)
    put("\" \"")
    put(visitor.agent)
    put("\"\n")
    lines.append(Line(second: request.at.secondOfDay, start: start, end: bytes.count))
  }

  private mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// The lines by time; those of one second stay in the order in which they came.
  func ordered() -> [ArraySlice<UInt8>] {
    let order = lines.indices.sorted { (lines[$0].second, $0) < (lines[$1].second, $1) }
    return order.map { bytes[lines[$0].start..<lines[$0].end] }
  }
}

/// One request as the log shows it.
struct Request {
  var at: LocalTime
  var host: String
  var method = "GET"
  /// Path and query.
  var target: String
  var status = 200
  var bytes: Int
  /// `-` for none.
  var referrer = "-"
}
