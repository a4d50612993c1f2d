import TributaryModel

/// The visitors of each day among page views, numbered, and what they are judged to be.
struct VisitorDays {
  typealias Reason = RobotJudgement.Reason

  struct Key: Hashable {
    let visitor: Int64
    let day: Day

    /// Keyed like the visitor: two days of visitors meet as rarely as two visitors do.
    var hash: Int64 { visitor &+ Int64(day.number) &* 0x5851_f42d_4c95_7f2d }
  }

  /// By number.
  private(set) var keys: [Key] = []
  private var reasons: [Reason?] = []
  /// By row.
  private var numbers: [Int32] = []
  private var table = HashNumbers()

  init(of views: PageViews, day: (Int64) -> Day) {
    numbers.reserveCapacity(views.count)
    for row in 0..<views.count {
      let key = Key(visitor: views.visitor[row], day: day(views.at[row]))
      let hash = key.hash
      let place = table.place(of: hash)
      var number = table.number(at: place)
      if number < 0 {
        number = Int32(keys.count)
        keys.append(key)
        table.set(number, of: hash, at: place)
      }
      numbers.append(number)
    }
    reasons = Array(repeating: nil, count: keys.count)
  }

  func number(of row: Int) -> Int { Int(numbers[row]) }

  /// Nil for a visitor without a row on that day.
  mutating func number(of visitor: Int64, on day: Day) -> Int? {
    let number = table.number(at: table.place(of: Key(visitor: visitor, day: day).hash))
    return number < 0 ? nil : Int(number)
  }

  func reason(of number: Int) -> Reason? { reasons[number] }

  /// Keeps the first reason.
  mutating func judge(_ number: Int, _ reason: Reason) {
    if reasons[number] == nil { reasons[number] = reason }
  }

  /// Page views by number, but for those of some agents.
  func pages(of views: PageViews, without agents: Set<Int32>) -> [Int] {
    var pages = [Int](repeating: 0, count: keys.count)
    forEachPage(of: views, without: agents) { pages[number(of: $0)] += 1 }
    return pages
  }

  /// The instants of the page views of some visitors, but for those of some agents.
  func instants(
    of views: PageViews, without agents: Set<Int32>, where isWanted: (Int) -> Bool
  ) -> [Int: [Int64]] {
    let wanted = keys.indices.map(isWanted)
    guard wanted.contains(true) else { return [:] }
    var instants: [Int: [Int64]] = [:]
    forEachPage(of: views, without: agents) { row in
      let number = number(of: row)
      if wanted[number] { instants[number, default: []].append(views.at[row]) }
    }
    return instants
  }

  /// For each row whether its visitor was judged; empty when none was.
  var robots: [Bool] {
    guard reasons.contains(where: { $0 != nil }) else { return [] }
    let isRobot = reasons.map { $0 != nil }
    return numbers.map { isRobot[Int($0)] }
  }

  private func forEachPage(
    of views: PageViews, without agents: Set<Int32>, _ body: (Int) -> Void
  ) {
    for row in 0..<views.count
    where (views.orderIDs.isEmpty || views.orderIDs[row] == nil)
      && (agents.isEmpty || !agents.contains(views.userAgent[row]))
    { body(row) }
  }
}
