import Foundation
import TributaryAnalysis
import TributaryIngest
import TributaryModel
import TributaryWarehouse

/// Reading a log, loading it, cutting its page views into sessions.
///
/// Every stage prints a checksum of its result, so that two builds can be compared.
struct LogStages {
  let key: ContactKey

  private func reader() throws -> ClickstreamReader {
    ClickstreamReader(
      format: try ClickstreamFormat("apache-vhost-combined"),
      options: ClickstreamOptions(key: key))
  }

  func read(_ file: SourceFile) throws {
    let reader = try reader()
    let watch = Stopwatch()
    var checksum: Int64 = 0
    var strings = 0
    let summary = try reader.read(file) { batch, _ in
      for row in 0..<batch.count {
        checksum = checksum &* 31 &+ batch.visitor[row] &+ batch.at[row] &+ Int64(batch.path[row])
      }
      strings += batch.newStrings.count
    }
    watch.report("read", Double(summary.counts.read), "lines")
    print("checksum \(checksum), \(strings) texts, content \(summary.contentHash)")
  }

  func load(_ file: SourceFile) throws {
    let reader = try reader()
    let path = FileManager.default.temporaryDirectory
      .appending(path: "benchmark-\(UUID().uuidString).sqlite").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let settings = WarehouseSettings(zone: .utc, currency: .usd)
    let warehouse = try Warehouse(path: path, settings: settings)
    let description = FileDescription(
      kind: .clickstream, path: file.name, size: 0, modified: 0, inode: 0,
      reading: .whole)
    let watch = Stopwatch()
    let outcome = try warehouse.load(description) { loader in
      let summary = try reader.read(file) { batch, rejections in
        try loader.append(batch)
        loader.reject(rejections)
      }
      return LoadSummary(
        read: summary.counts.read, filtered: summary.counts.filtered,
        pending: summary.counts.pending, contentOffset: summary.contentOffset,
        contentHash: summary.contentHash, headHash: summary.headHash)
    }
    watch.report("load", Double(outcome.counts.read), "lines")
    let sums = try warehouse.rows(
      """
      select count(*) || ' rows, ' || sum(at % 9973) || ' ' || sum(visitor % 9973) || ' '
        || sum(path) || ' ' || sum(length(query)) as sums
      from event
      """)
    print("checksum \(try sums.first?.text("sums") ?? "")")
  }

  func sessions(_ file: SourceFile) throws {
    let views = try pageViews(file)
    let builder = SessionBuilder()
    let watch = Stopwatch()
    let sessions = builder.sessions(of: views)
    watch.report("sessions", Double(views.count), "page views")
    var checksum: Int64 = 0
    for session in sessions {
      checksum =
        checksum &* 31 &+ session.visitor &+ session.startedAt.milliseconds &+ session.seconds
        &+ Int64(session.landingPath.utf8.count + session.traffic.source.utf8.count)
    }
    print("checksum \(checksum), \(sessions.count) sessions")
  }

  /// Prints the page views as CSV for `compare_duckdb.py`: the path and the source as numbers, 0
  /// for a page view that brings no source.
  func columns(_ file: SourceFile) throws {
    let views = try pageViews(file)
    let classifier = SourceClassifier()
    let funnel = FunnelPaths()
    var numbers: [TrafficSource: Int] = [:]
    func text(_ code: Int32) -> String? { code < 0 ? nil : views.texts[Int(code)] }
    var lines = "visitor,at,path,source\n"
    for row in 0..<views.count {
      let referrer = classifier.referrerHost(
        text(views.referrer[row]), landingHost: text(views.host[row]) ?? "")
      let query = views.query.text(of: row)
      let tagged = classifier.source(query: query, referrerHost: nil)
      let confirms = funnel.steps(of: text(views.path[row]) ?? "").contains(.order)
      let source =
        confirms && tagged.isDirect
        ? tagged : classifier.source(query: query, referrerHost: referrer)
      let number =
        source.isDirect ? 0 : numbers[source, default: numbers.count + 1]
      if number > numbers.count { numbers[source] = number }
      lines += "\(views.visitor[row]),\(views.at[row]),\(views.path[row]),\(number)\n"
    }
    try FileHandle.standardOutput.write(contentsOf: Data(lines.utf8))
  }

  /// The page views of people, as a night reads them from the warehouse.
  private func pageViews(_ file: SourceFile) throws -> PageViews {
    var views = PageViews()
    var codes: [String: Int32] = [:]
    var numbers: [Int32] = []
    var generation = 0
    _ = try reader().read(file) { batch, _ in
      if batch.generation != generation {
        generation = batch.generation
        numbers = []
      }
      for text in batch.newStrings {
        let number = codes[text] ?? Int32(codes.count)
        if codes.updateValue(number, forKey: text) == nil { views.texts.append(text) }
        numbers.append(number)
      }
      func number(_ code: Int32) -> Int32 { code < 0 ? -1 : numbers[Int(code)] }
      for row in 0..<batch.count where batch.kind[row] == .page && !batch.isBot[row] {
        views.append(
          at: batch.at[row], visitor: batch.visitor[row], host: number(batch.host[row]),
          path: number(batch.path[row]), query: batch.query[row],
          referrer: number(batch.referrer[row]), userAgent: number(batch.userAgent[row]),
          status: batch.status[row])
      }
    }
    return views
  }
}
