import Foundation
import Testing
import TributaryModel

@testable import TributaryIngest

/// A folder of its own for a test's files; gone with the test.
final class Workbench {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("tributary-ingest-" + UUID().uuidString)

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> SourceFile {
    let url = folder.appendingPathComponent(name)
    try Data(bytes).write(to: url)
    return SourceFile(path: folder.path + "/" + name, relativePath: name)
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> SourceFile {
    try write(name, Array(text.utf8))
  }

  /// Writes a file whose name need not be text.
  func write(bytes name: [UInt8], _ text: String) throws {
    let path = Array((folder.path + "/").utf8) + name + [0]
    let file = unsafe open(
      path.map { CChar(bitPattern: $0) }, O_CREAT | O_WRONLY | O_CLOEXEC, 0o600)
    try #require(file >= 0)
    try FileHandle(fileDescriptor: file, closeOnDealloc: true).write(contentsOf: Data(text.utf8))
  }

  /// Packs a file with the system's program; the packed file's name has the suffix.
  func pack(_ file: SourceFile, with tool: String, suffix: String) throws -> SourceFile {
    let target = folder.path + "/" + file.relativePath + suffix
    try Data().write(to: URL(fileURLWithPath: target))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/" + tool)
    process.arguments = ["-c"]
    process.standardInput = FileHandle(forReadingAtPath: file.path)
    process.standardOutput = FileHandle(forWritingAtPath: target)
    try process.run()
    process.waitUntilExit()
    return SourceFile(path: target, relativePath: file.relativePath + suffix)
  }

  func bytes(_ file: SourceFile) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: file.path)))
  }
}

/// Keys, options and lines that tests share.
enum Given {
  static let key: ContactKey = {
    guard let key = ContactKey(bytes: Array(0..<32)) else { preconditionFailure("32 bytes") }
    return key
  }()

  static let logOptions = ClickstreamOptions(key: key)

  static func tableOptions() -> TableOptions {
    TableOptions(key: key, zone: .utc, currency: .gbp)
  }

  /// A line of nginx-combined at `08:05:SS` of 17 May 2015.
  static func line(
    _ second: Int, path: String = "/",
    agent: String = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"
  ) -> String {
    let seconds = (second < 10 ? "0" : "") + String(second)
    return "93.180.71.3 - - [17/May/2015:08:05:\(seconds) +0000] \"GET \(path) HTTP/1.1\" 200 5 "
      + "\"-\" \"\(agent)\"\n"
  }

  /// The folder of third-party files, where there is one.
  static let examples: String? = {
    let environment = ProcessInfo.processInfo.environment["TRIBUTARY_EXAMPLES"]
    let beside = FileManager.default.currentDirectoryPath + "/../shared/examples"
    return [environment, beside].compactMap { $0 }
      .first { FileManager.default.fileExists(atPath: $0 + "/README.md") }
  }()
}

/// All that a log gave, with codes turned back into texts.
struct ReadLog {
  var rows: [Row] = []
  var rejections: [Rejection] = []
  var summary = FileSummary()
  var batches = 0

  struct Row {
    var at: Int64
    var visitor: Int64
    var method, host, path, query, referrer, agent: String?
    var status: Int32
    var bytes: Int64
    var kind: RequestKind
    var isBot: Bool
    var orders: [String]
  }

  init(
    _ file: SourceFile, _ format: String = "nginx-combined", columns: [String: String] = [:],
    options: ClickstreamOptions = Given.logOptions, from offset: Int64 = 0
  ) throws {
    let reader = ClickstreamReader(
      format: try ClickstreamFormat(format, columns: columns), options: options)
    var texts: [String] = []
    var generation = 0
    summary = try reader.read(file, from: offset) { batch, refused in
      if batch.generation != generation {
        texts = []
        generation = batch.generation
      }
      texts += batch.newStrings
      rejections += refused
      batches += 1
      func text(_ code: Int32) -> String? { code < 0 ? nil : texts[Int(code)] }
      for row in 0..<batch.count {
        rows.append(
          Row(
            at: batch.at[row], visitor: batch.visitor[row], method: text(batch.method[row]),
            host: text(batch.host[row]), path: text(batch.path[row]), query: batch.query[row],
            referrer: text(batch.referrer[row]), agent: text(batch.userAgent[row]),
            status: batch.status[row], bytes: batch.bytes[row], kind: batch.kind[row],
            isBot: batch.isBot[row],
            orders: [batch.orderIDs[row]].compactMap(\.self) + (batch.furtherOrderIDs[row] ?? [])))
      }
    }
  }
}

/// All that a table gave.
struct ReadTable {
  var rows: [TableRow] = []
  var refunds: [TableRow] = []
  var leftOut: [TableRow] = []
  var rejections: [Rejection] = []
  var summary = FileSummary()
  let shape: TableShape

  init(_ file: SourceFile, _ shape: TableShape, _ options: TableOptions) throws {
    self.shape = shape
    var rows: [TableRow] = []
    var refunds: [TableRow] = []
    var leftOut: [TableRow] = []
    var rejections: [Rejection] = []
    summary = try TableReader(shape: shape, options: options).read(file) { batch, refused in
      rows += batch.rows
      refunds += batch.refunds
      leftOut += batch.leftOut
      rejections += refused
    }
    self.refunds = refunds
    self.leftOut = leftOut
    self.rows = rows
    self.rejections = rejections
  }

  func cell(_ row: Int, _ column: String) -> Cell? {
    guard let position = shape.position(of: column), rows.indices.contains(row) else { return nil }
    return rows[row].cells[position]
  }
}
