import TributaryModel

extension Warehouse {
  /// The fingerprint of what a job last wrote for each day.
  public func digests(of job: String) throws(WarehouseError) -> [Day: String] {
    var digests: [Day: String] = [:]
    try forEachRow("select day, digest from day_digest where job = ?", [.text(job)]) {
      row throws(WarehouseError) in
      if let day = Day(row.text(0)) { digests[day] = row.text(1) }
    }
    return digests
  }

  /// Notes those days' fingerprints; an empty one forgets the day, other days stay.
  public func setDigests(_ digests: [Day: String], of job: String) throws(WarehouseError) {
    try write { () throws(WarehouseError) in
      let delete = try connection.prepare("delete from day_digest where job = ? and day = ?")
      let insert = try connection.prepare("insert into day_digest values (?, ?, ?)")
      for (day, digest) in digests.sorted(by: { $0.key < $1.key }) {
        let key: [Cell] = [.text(job), .text(day.description)]
        try delete.run(key)
        if !digest.isEmpty { try insert.run(key + [.text(digest)]) }
      }
    }
  }
}
