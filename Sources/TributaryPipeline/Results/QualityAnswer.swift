import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

extension AnswerContext {
  /// How whole each source of the pipeline file is.
  ///
  /// - Parameter derived: of them, those built from other files' rows: orders from their lines.
  func sources(
    _ kinds: Set<SourceKind>, derived: Set<SourceKind> = []
  ) throws(WarehouseError) -> [SourceQuality] {
    var files = try ledgerFiles()
    for kind in derived {
      // The lines' own source counts their rows and tells of refused files.
      files[kind] = files[.orderLines]?.filter { $0.refusal == nil }.map {
        SourceQuality.LedgerFile(
          path: $0.path, counts: FileCounts(), refusal: nil, dataTo: $0.dataTo)
      }
    }
    let rejections = try rejectionGroups()
    let days = try recordsByDay()
    return kinds.sorted().map { kind in
      // Of a calendar, of rates and of payments for ads nobody expects a row a day.
      let hasTime =
        (kind == .clickstream || TableShape.of(kind)?.dayColumn != nil)
        && ![.calendar, .adPayments, .exchangeRates].contains(kind)
      return SourceQuality.summing(
        kind, files: files[kind] ?? [], rejections: rejections[kind] ?? [],
        recordsByDay: hasTime ? days[kind] ?? [:] : nil, asOf: asOf,
        isByDay: [.spend, .searchQueries, .stock].contains(kind))
    }
  }

  private func ledgerFiles() throws(WarehouseError) -> [SourceKind: [SourceQuality.LedgerFile]] {
    Dictionary(grouping: try warehouse.knownFiles(), by: \.kind).mapValues { files in
      files.map {
        SourceQuality.LedgerFile(
          path: $0.path, counts: $0.counts, refusal: $0.refusal, dataTo: $0.dataTo)
      }
    }
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
