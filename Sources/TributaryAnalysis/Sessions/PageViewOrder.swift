/// The order in which page views are read: instant, then visitor and content.
enum PageViewOrder {
  /// The places of all rows that have a value in every column, in order.
  ///
  /// Rows of one visitor and instant are ordered by content, so that the order of arrival and the
  /// numbers of the texts do not matter.
  static func rows(of views: PageViews) -> [Int32] {
    let count = [
      views.at.count, views.visitor.count, views.host.count, views.path.count, views.query.count,
      views.referrer.count, views.userAgent.count, views.status.count, Int(Int32.max),
    ].reduce(Int.max, min)
    var rows = byInstant(views.at[..<count])
    var start = 0
    while start < count {
      let at = views.at[Int(rows[start])]
      var end = start + 1
      while end < count, views.at[Int(rows[end])] == at { end += 1 }
      if end - start > 1 {
        rows[start..<end].sort { precedes(Int($0), Int($1), in: views) }
      }
      start = end
    }
    return rows
  }

  private static let digitBits = 11

  /// Places ordered by value: logs mostly are already, else they are sorted digit by digit.
  ///
  /// Complexity: O(n) for each 11 bits of the span of time, three passes for a day.
  /// Source: D. Knuth, The Art of Computer Programming 3, 5.2.5, distribution sorting.
  private static func byInstant(_ at: ArraySlice<Int64>) -> [Int32] {
    var rows = at.indices.map { Int32($0) }
    guard let first = at.min(), let last = at.max() else { return rows }
    if zip(at, at.dropFirst()).allSatisfy({ $0 <= $1 }) { return rows }
    let span = UInt64(bitPattern: last &- first)
    var sorted = rows
    var shift = 0
    while shift < 64, span >> shift > 0 {
      func digit(_ row: Int32) -> Int {
        let offset = UInt64(bitPattern: at[Int(row)] &- first)
        return Int(truncatingIfNeeded: offset >> shift) & (1 << digitBits - 1)
      }
      var places = [Int](repeating: 0, count: 1 << digitBits + 1)
      for row in rows { places[digit(row) + 1] += 1 }
      for index in 1..<places.count { places[index] += places[index - 1] }
      for row in rows {
        let value = digit(row)
        sorted[places[value]] = row
        places[value] += 1
      }
      swap(&rows, &sorted)
      shift += digitBits
    }
    return rows
  }

  private static func precedes(_ left: Int, _ right: Int, in views: PageViews) -> Bool {
    if views.visitor[left] != views.visitor[right] {
      return views.visitor[left] < views.visitor[right]
    }
    return contentPrecedes(left, right, in: views)
  }

  private static func contentPrecedes(_ left: Int, _ right: Int, in views: PageViews) -> Bool {
    for column in [views.host, views.path, views.referrer, views.userAgent]
    where column[left] != column[right] {
      let a = views.text(column[left]) ?? ""
      let b = views.text(column[right]) ?? ""
      if a != b { return a < b }
    }
    let queries = (views.query.text(of: left), views.query.text(of: right))
    if queries.0 != queries.1 { return queries.0 < queries.1 }
    if views.status[left] != views.status[right] {
      return views.status[left] < views.status[right]
    }
    return (views.orderIDs[left] ?? "") < (views.orderIDs[right] ?? "")
  }
}
