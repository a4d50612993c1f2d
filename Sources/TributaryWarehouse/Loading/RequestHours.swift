import TributaryModel

/// Requests of one file counted by hour, kind and whether a robot made them.
///
/// Kept in memory and added to `request_hour` at the end. Neither hosts nor agents are told apart, so
/// that a file has at most 144 rows a day.
struct RequestHours {
  private struct Hour: Hashable {
    let day: Day
    /// Of the shop's clock, 0...23.
    let hour: Int
  }

  /// Beyond this many hours their counts are written early, so that memory stays bounded.
  private static let limit = 20_000
  /// Counts of one hour: two for each kind, people's and robots'.
  private static let width = RequestKind.allCases.count * 2

  private let connection: Connection
  private let sourceFile: Int64
  private var places: [Hour: Int] = [:]
  private var totals: [Int64] = []
  private var last: Hour?
  private var lastPlace = 0
  /// Days of requests that were taken out again.
  private var reduced: Set<Day> = []

  init(_ warehouse: Warehouse, sourceFile: Int64) {
    connection = warehouse.connection
    self.sourceFile = sourceFile
  }

  var isLarge: Bool { places.count > RequestHours.limit }

  mutating func add(day: Day, hour: Int, kind: RequestKind, isBot: Bool) {
    totals[place(day, hour) + RequestHours.position(kind, isBot)] += 1
  }

  /// Takes out a person's request that had come before; it may be written already.
  mutating func remove(day: Day, hour: Int, kind: RequestKind) {
    totals[place(day, hour) + RequestHours.position(kind, false)] -= 1
    reduced.insert(day)
  }

  /// Adds the counts to those stored and starts from zero.
  mutating func write() throws(WarehouseError) {
    let add = try connection.prepare(
      """
      insert into request_hour (day, source_file_id, hour, kind, is_bot, requests)
      values (?, ?, ?, ?, ?, ?)
      on conflict do update set requests = requests + excluded.requests
      """)
    // Bound values stay: of neighbours only what differs is bound again.
    try add.bind(sourceFile, at: 2)
    var day: Day?
    for (hour, place) in places.sorted(by: { ($0.key.day, $0.key.hour) < ($1.key.day, $1.key.hour) }
    ) {
      if hour.day != day {
        day = hour.day
        try add.bind(hour.day.description, at: 1)
      }
      try add.bind(Int64(hour.hour), at: 3)
      for kind in RequestKind.allCases {
        for isBot in [false, true] {
          let requests = totals[place + RequestHours.position(kind, isBot)]
          guard requests != 0 else { continue }
          try add.bind(kind.name, at: 4)
          try add.bind(isBot ? 1 : 0, at: 5)
          try add.bind(requests, at: 6)
          try add.run()
        }
      }
    }
    let clear = try connection.prepare(
      "delete from request_hour where day = ? and source_file_id = ? and requests = 0")
    for day in reduced.sorted() {
      try clear.run([.text(day.description), .integer(sourceFile)])
    }
    places.removeAll()
    totals.removeAll()
    last = nil
    reduced = []
  }

  /// Where the hour's counts begin; neighbours in a log mostly ask for the same.
  private mutating func place(_ day: Day, _ hour: Int) -> Int {
    let asked = Hour(day: day, hour: hour)
    if asked == last { return lastPlace }
    last = asked
    if let known = places[asked] {
      lastPlace = known
    } else {
      lastPlace = totals.count
      places[asked] = lastPlace
      totals += repeatElement(0, count: RequestHours.width)
    }
    return lastPlace
  }

  @inline(__always)
  private static func position(_ kind: RequestKind, _ isBot: Bool) -> Int {
    Int(kind.rawValue) * 2 + (isBot ? 1 : 0)
  }
}
