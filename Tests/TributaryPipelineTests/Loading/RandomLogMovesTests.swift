import Foundation
import Testing
import TributaryAnalysis
import TributaryIngest
import TributaryModel
import TributaryWarehouse

@testable import TributaryPipeline

/// Random moves of logs against a model that knows only which lines lie in which file.
///
/// After every night: each complete line of each file is in the warehouse exactly once, or the
/// night names the file that it refused. Only a log that lost lines may be refused, and one that
/// cannot be told from the rest of a lost one.
@Suite struct RandomLogMovesTests {
  /// `TRIBUTARY_SEQUENCES=20000` tries more of them.
  private static let sequences =
    ProcessInfo.processInfo.environment["TRIBUTARY_SEQUENCES"].flatMap { Int($0) } ?? 1000
  private static let groups = 20

  @Test(arguments: 0..<groups)
  func `whatever happens to the logs, each line counts once`(group: Int) throws {
    for seed in stride(from: group, to: Self.sequences, by: Self.groups) {
      try Self.sequence(UInt64(seed))
    }
  }

  private static func sequence(_ seed: UInt64) throws {
    var nights = try LogRuns(LogServer(seed: seed + 1, mayPack: seed % 8 == 0))
    for _ in 0..<16 {
      try nights.server.move()
      if nights.server.hasNewTwin || nights.server.chance(0..<4) == 0 {
        try nights.night(cut: !nights.server.hasNewTwin && nights.server.chance(0..<6) == 0)
      }
      if !nights.server.hasNewTwin, nights.server.chance(0..<12) == 0 { try nights.changeKeys() }
    }
    try nights.night(cut: false)
    try nights.quietRun()
  }
}

/// The nights of one server, each judged by the model.
private struct LogRuns {
  var server: LogServer
  private var pipeline: Pipeline
  /// How often the source's keys changed.
  private var changes = 0
  private let warehouse: Warehouse
  private let key: ContactKey
  /// Lines that a night has seen complete.
  private var seen: Set<Int> = []

  init(_ server: LogServer) throws {
    self.server = server
    pipeline = try LogRuns.pipeline(["*"], 0, in: server.folder)
    warehouse = try Warehouse(path: ":memory:", settings: WarehouseSettings(pipeline))
    key = try #require(ContactKey(bytes: Array(repeating: 7, count: 32)))
  }

  private static func pipeline(
    _ paths: [String], _ changes: Int, in folder: TemporaryFolder
  ) throws -> Pipeline {
    let list = paths.map { "'log/\($0)'" }.joined(separator: ", ")
    try folder.write(
      """
      {name: 'shop', timezone: 'UTC', sources: [{kind: 'clickstream', format: 'nginx-combined',
        host: 'shop\(changes).example', optional: true, paths: [\(list)]}]}
      """, to: "pipeline.json5")
    return try PipelineFile.load(folder.url.path(percentEncoded: false))
  }

  private func load(_ pipeline: Pipeline) throws -> SourceLoading.Outcome {
    try SourceLoading(pipeline: pipeline, warehouse: warehouse, key: key, progress: { _ in }).load()
  }

  /// One night; a cut one dies after some of the files.
  mutating func night(cut: Bool) throws {
    let all = server.logs.keys.sorted { NaturalOrder.precedes($0, $1) }
    let read = cut ? Array(all.prefix(server.chance(0..<all.count + 1))) : all
    server.note(cut ? "night cut after \(read.count)" : "night")
    server.seeTwin()
    guard !read.isEmpty else { return }
    let sources = cut ? try LogRuns.pipeline(read, changes, in: server.folder) : pipeline
    try judge(read, try load(sources).problems, cut: cut)
  }

  /// The source names another host: what is at hand is read again, each line still counts once.
  mutating func changeKeys() throws {
    try night(cut: false)
    changes += 1
    pipeline = try LogRuns.pipeline(["*"], changes, in: server.folder)
    server.note("another host")
    let all = server.logs.keys.sorted { NaturalOrder.precedes($0, $1) }
    guard !all.isEmpty else { return }
    let problems = try load(pipeline).problems
    try judge(all, problems, cut: false)
    let hosts = try hosts()
    for name in all where !problems.contains(where: { $0.message.hasPrefix("log/" + name + ": ") })
    {
      // A damaged log holds the start of what was read of it whole.
      guard let log = server.logs[name], !log.isDamaged, !server.hasLost(headOf: log) else {
        continue
      }
      for line in log.lines {
        try #require(
          hosts[LogServer.page(line)] == ["shop\(changes).example"],
          "\(name) \(line) read by former keys: \(server.story)")
      }
    }
  }

  private func hosts() throws -> [String: Set<String>] {
    var found: [String: Set<String>] = [:]
    for row in try warehouse.rows(
      """
      select p.text as page, h.text as host
      from event e join text_value p on p.text_id = path join text_value h on h.text_id = host
      """)
    { found[try row.text("page"), default: []].insert(try row.text("host")) }
    return found
  }

  private mutating func judge(_ read: [String], _ problems: [RunError], cut: Bool) throws {
    for name in read { seen.formUnion(server.logs[name]?.lines ?? []) }
    let found = try pages()
    let allowed = Dictionary(seen.map { (LogServer.page($0), 1) }, uniquingKeysWith: +)
    for (page, count) in found {
      try #require(count <= allowed[page] ?? 0, "\(page) twice or from nowhere: \(server.story)")
    }
    for name in read {
      let log = try #require(server.logs[name])
      let refused = problems.contains { $0.message.hasPrefix("log/" + name + ": ") }
      // Doubtful files come last: a night that is cut does not come to them.
      let isNeedless =
        server.hasLost(headOf: log) && log.lines.allSatisfy { found[LogServer.page($0)] != nil }
      try #require(
        !refused || cut || log.isDamaged || log.isRubbish || isNeedless,
        "\(server.story) \(problems.map(\.message))")
      guard !refused else { continue }
      for line in log.lines {
        try #require(found[LogServer.page(line)] != nil, "\(line) lost: \(server.story)")
        if line < 0 { try #require(found[LogServer.page(line)] == 2, "twin lost: \(server.story)") }
      }
    }
    try #require(
      try warehouse.rows(
        "select path from source_file where read <> loaded + duplicate + filtered + rejected"
      ).isEmpty)
    try #require(try warehouse.rows(Shop.unequalHours).isEmpty, "\(server.story)")
    try #require(
      try warehouse.rows("select coalesce(sum(loaded), 0) as n from source_file").first?.int64("n")
        == Int64(found.values.reduce(0, +)))
  }

  /// A night without news reads nothing and leaves the ledger as it was.
  func quietRun() throws {
    let before = try ledger()
    let outcome = try load(pipeline)
    try #require(outcome.files.allSatisfy { $0.counts.read == 0 }, "\(server.story)")
    try #require(try ledger() == before, "\(server.story)")
  }

  private func ledger() throws -> [String] {
    try warehouse.rows("select * from source_file order by source_file_id").map {
      $0.cells.map(\.plain).joined(separator: "|")
    }
  }

  private func pages() throws -> [String: Int] {
    var found: [String: Int] = [:]
    for row in try warehouse.rows(
      "select text, count(*) as n from event join text_value on text_id = path group by text")
    {
      found[try row.text("text")] = Int(try row.int64("n"))
    }
    return found
  }
}
