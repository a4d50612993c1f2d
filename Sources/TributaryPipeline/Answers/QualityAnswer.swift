import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

extension AnswerContext {
  /// How whole each source of the pipeline file is.
  func sources(_ kinds: [SourceKind]) throws(WarehouseError) -> [SourceQuality] {
    let files = try ledgerFiles()
    let rejections = try rejectionGroups()
    let days = try recordsByDay()
    return Set(kinds).sorted().map { kind in
      let hasTime = kind == .clickstream || TableShape.of(kind)?.dayColumn != nil
      return SourceQuality.summing(
        kind, files: files[kind] ?? [], rejections: rejections[kind] ?? [],
        recordsByDay: hasTime && kind != .calendar ? days[kind] ?? [:] : nil, asOf: asOf)
    }
  }

  private func ledgerFiles() throws(WarehouseError) -> [SourceKind: [SourceQuality.LedgerFile]] {
    var files: [SourceKind: [SourceQuality.LedgerFile]] = [:]
    for row in try warehouse.rows(.ledgerFiles) {
      guard let kind = SourceKind(rawValue: try row.text("kind")) else { continue }
      var counts = FileCounts()
      counts.read = try row.int("read")
      counts.loaded = try row.int("loaded")
      counts.restated = try row.int("restated")
      counts.duplicate = try row.int("duplicate")
      counts.filtered = try row.int("filtered")
      counts.rejected = try row.int("rejected")
      counts.pending = try row.int("pending")
      files[kind, default: []].append(
        SourceQuality.LedgerFile(
          path: try row.text("path"), counts: counts, refusal: try row.optionalText("refusal"),
          dataTo: try row.day("data_to")))
    }
    return files
  }

  private func rejectionGroups() throws(WarehouseError) -> [SourceKind: [SourceQuality
    .RejectionGroup]]
  {
    var groups: [SourceKind: [SourceQuality.RejectionGroup]] = [:]
    for row in try warehouse.rows(.rejectionGroups) {
      guard let kind = SourceKind(rawValue: try row.text("kind")),
        let reason = Rejection.Reason(rawValue: try row.text("reason"))
      else { continue }
      groups[kind, default: []].append(
        SourceQuality.RejectionGroup(
          reason: reason, count: try row.int("records"),
          example: "\(try row.text("path")):\(try row.int64("line"))",
          message: try row.text("message")))
    }
    return groups
  }

  private func recordsByDay() throws(WarehouseError) -> [SourceKind: [Day: Int]] {
    var days: [SourceKind: [Day: Int]] = [:]
    let range = DayRange(last: asOf, count: SourceQuality.strip + 56)
    for row in try rows(.sourceDays, range) {
      guard let kind = SourceKind(rawValue: try row.text("kind")), let day = try row.day("day")
      else { continue }
      days[kind, default: [:]][day] = try row.int("records")
    }
    return days
  }
}
