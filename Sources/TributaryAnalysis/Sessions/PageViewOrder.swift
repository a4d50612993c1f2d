/// The order in which page views are read: visitor, instant, then content.
enum PageViewOrder {
  /// What the sort compares, beside the place of the page view in its columns.
  struct Row {
    let visitor: Int64
    let at: Int64
    let index: Int
  }

  /// All rows that have a value in every column, in order.
  ///
  /// Rows of one visitor and instant are ordered by content, so that the order of arrival and the
  /// numbers of the texts do not matter.
  static func rows(of views: PageViews) -> [Row] {
    let count = [
      views.at.count, views.visitor.count, views.host.count, views.path.count, views.query.count,
      views.referrer.count, views.userAgent.count, views.status.count,
    ].reduce(Int.max, min)
    var rows: [Row] = []
    rows.reserveCapacity(count)
    for index in 0..<count {
      rows.append(Row(visitor: views.visitor[index], at: views.at[index], index: index))
    }
    rows.sort { left, right in
      if left.visitor != right.visitor { return left.visitor < right.visitor }
      if left.at != right.at { return left.at < right.at }
      return contentPrecedes(left.index, right.index, in: views)
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
    if views.query[left] != views.query[right] {
      return (views.query[left] ?? "") < (views.query[right] ?? "")
    }
    if views.status[left] != views.status[right] {
      return views.status[left] < views.status[right]
    }
    return (views.orderIDs[left] ?? "") < (views.orderIDs[right] ?? "")
  }
}
