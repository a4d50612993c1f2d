/// The order in which page views are read: by instant, what one visitor saw within one by content.
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
      if end - start > 1 { settle(&rows, start..<end, of: views) }
      start = end
    }
    return rows
  }

  /// Brings the rows of each visitor together, and in the order of their content.
  private static func settle(_ rows: inout [Int32], _ range: Range<Int>, of views: PageViews) {
    let visitor = views.visitor
    if range.count == 2,
      visitor[Int(rows[range.lowerBound])] != visitor[Int(rows[range.lowerBound + 1])]
    {
      return
    }
    rows[range].sort { visitor[Int($0)] < visitor[Int($1)] }
    var start = range.lowerBound
    while start < range.upperBound {
      let visitor = views.visitor[Int(rows[start])]
      var end = start + 1
      while end < range.upperBound, views.visitor[Int(rows[end])] == visitor { end += 1 }
      if end - start > 1 {
        rows[start..<end].sort { contentPrecedes(Int($0), Int($1), in: views) }
      }
      start = end
    }
  }

  private static let digitBits = 11

  /// Places ordered by value: logs mostly are already, else they are sorted digit by digit.
  ///
  /// Complexity: O(n) for each 11 bits of the span of time, three passes for a day.
  /// Source: D. Knuth, The Art of Computer Programming 3, 5.2.5, distribution sorting.
  private static func byInstant(_ at: ArraySlice<Int64>) -> [Int32] {
    var rows = at.indices.map { Int32($0) }
    if at.indices.dropFirst().allSatisfy({ at[$0 - 1] <= at[$0] }) { return rows }
    guard let first = at.min(), let last = at.max() else { return rows }
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
    return views.orderNumber(views.orderIDs[left] ?? "", of: left)
      < views.orderNumber(views.orderIDs[right] ?? "", of: right)
  }
}
