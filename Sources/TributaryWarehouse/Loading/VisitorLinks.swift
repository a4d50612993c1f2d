import TributaryModel

/// Which visitors a file calls by the id of a user of the shop, by day.
struct VisitorLinks {
  /// Beyond this many the first are kept alone, so that memory stays bounded.
  private static let limit = 1_000_000

  private struct Link: Hashable, Comparable {
    let day: Day
    let visitor: Int64
    let user: Int64

    static func < (left: Link, right: Link) -> Bool {
      (left.day, left.visitor, left.user) < (right.day, right.visitor, right.user)
    }
  }

  private var links: Set<Link> = []

  mutating func add(_ link: VisitorLink, on day: Day) {
    guard links.count < VisitorLinks.limit else { return }
    links.insert(Link(day: day, visitor: link.visitor, user: link.user))
  }

  func write(_ connection: Connection, sourceFile: Int64) throws(WarehouseError) {
    guard !links.isEmpty else { return }
    let insert = try connection.prepare("insert or ignore into visitor_user values (?, ?, ?, ?)")
    for link in links.sorted() {
      try insert.run([
        .text(link.day.description), .integer(link.visitor), .integer(link.user),
        .integer(sourceFile),
      ])
    }
  }
}
