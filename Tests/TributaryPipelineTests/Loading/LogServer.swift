import Foundation
import Testing
import TributaryModel

/// A folder of logs, what a server and its owner do to it, and what it holds.
///
/// The model knows nothing of hashes and offsets: only which lines each file holds.
struct LogServer {
  /// What one file holds.
  struct Log {
    /// Numbers of its complete lines; a negative one is the first line of a log that begins with
    /// the same bytes as another.
    var lines: [Int]
    /// Whether the beginning of the line after them is written.
    var hasHalf = false
    var packing: Packing?
    /// It lost lines that may have been read before.
    var isDamaged = false

    /// Packed with nothing but half a line in it.
    var isRubbish: Bool { packing != nil && hasHalf && lines.isEmpty }
  }

  enum Packing: String, CaseIterable {
    case gzip, zstd, xz, bzip2

    var suffix: String {
      switch self {
      case .gzip: ".gz"
      case .zstd: ".zst"
      case .xz: ".xz"
      case .bzip2: ".bz2"
      }
    }
  }

  let folder: TemporaryFolder
  private(set) var logs: [String: Log] = [:]
  /// What happened, for the reader of a failed test.
  private(set) var story: [String] = []
  private(set) var random: SeededGenerator
  private var written = 0
  private var namesGiven = 0
  private let mayPack: Bool

  init(seed: UInt64, mayPack: Bool) throws {
    folder = try TemporaryFolder()
    random = SeededGenerator(state: seed)
    self.mayPack = mayPack
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "log"), withIntermediateDirectories: true)
  }

  static let current = "access.log"

  /// The path that stands in a line; lines with a negative number repeat another's bytes.
  static func page(_ number: Int) -> String { "/page/\(abs(number))" }

  private static func text(_ number: Int) -> String {
    let second = abs(number)
    let clock = [second / 3600 % 24, second / 60 % 60, second % 60].map {
      $0 < 10 ? "0\($0)" : "\($0)"
    }
    return "192.0.2.7 - - [10/Nov/2026:\(clock.joined(separator: ":")) +0300] "
      + "\"GET \(page(number)) HTTP/1.1\" 200 51 \"-\" \"Mozilla/5.0 (X11; Linux x86_64) Gecko\"\n"
  }

  mutating func chance(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }

  mutating func note(_ move: String) { story.append(move) }

  /// One move, chosen at random; some need what is not there and do nothing.
  mutating func move() throws {
    switch chance(0..<40) {
    case 0..<12: try append(to: LogServer.current)
    case 12..<15: try writeHalf()
    case 15..<21: try rotate()
    case 21..<23: try copyAndTruncate()
    case 23..<26: try pack()
    case 26..<29: try copy()
    case 29: try delete()
    case 30..<32: try touch()
    case 32: try loseEnd()
    case 33..<35: try rename()
    case 35: try rotateBack()
    case 36: try addEmpty()
    case 37: try addLate()
    case 38: try append(to: name { $0.packing == nil && $0.lines.isEmpty && !$0.hasHalf })
    default: try addTwin()
    }
  }

  private mutating func append(to name: String?) throws {
    guard let name else { return }
    var log = logs[name] ?? Log(lines: [])
    let count = chance(1..<4)
    note("append \(count) to \(name)")
    var text = ""
    if log.hasHalf {
      // The number of the half line was given when it was begun.
      let begun = halves.removeValue(forKey: name)
      let number = try #require(begun)
      text += LogServer.text(number).dropFirst(LogServer.half)
      log.lines.append(number)
      log.hasHalf = false
    }
    for _ in 0..<count {
      written += 1
      text += LogServer.text(written)
      log.lines.append(written)
    }
    try write(text, to: name, appending: true)
    logs[name] = log
  }

  /// Bytes of a line that is not complete.
  private static let half = 30
  private var halves: [String: Int] = [:]

  private mutating func writeHalf() throws {
    let name = LogServer.current
    guard logs[name]?.hasHalf == false else { return }
    note("half a line to \(name)")
    written += 1
    halves[name] = written
    try write(String(LogServer.text(written).prefix(LogServer.half)), to: name, appending: true)
    logs[name]?.hasHalf = true
  }

  /// logrotate with `create`: the numbered logs move on, the current one becomes the first.
  private mutating func rotate() throws {
    guard logs[LogServer.current] != nil else { return }
    try makeRoomForFirst()
    try rename(LogServer.current, to: LogServer.current + ".1")
    if chance(0..<3) > 0 { try create(LogServer.current, lines: []) }
  }

  private mutating func copyAndTruncate() throws {
    guard logs[LogServer.current] != nil else { return }
    try makeRoomForFirst()
    try copy(LogServer.current, to: LogServer.current + ".1")
    note("empty \(LogServer.current)")
    try write("", to: LogServer.current, appending: false)
    logs[LogServer.current] = Log(lines: [])
    halves[LogServer.current] = nil
    if chance(0..<2) == 0 { try append(to: LogServer.current) }
    if chance(0..<3) == 0 { for _ in 0..<4 { try append(to: LogServer.current) } }
  }

  private mutating func makeRoomForFirst() throws {
    let numbered = logs.keys.compactMap { name in numberOf(name).map { (name, $0) } }
    for (name, number) in numbered.sorted(by: { $0.1 > $1.1 }) {
      let ending = logs[name]?.packing?.suffix ?? ""
      try rename(name, to: LogServer.current + ".\(number + 1)" + ending)
    }
  }

  private func numberOf(_ name: String) -> Int? {
    let parts = name.split(separator: ".")
    return parts.count > 2 && parts[0] == "access" ? Int(parts[2]) : nil
  }

  private mutating func pack() throws {
    guard mayPack, let name = name({ $0.packing == nil }), name != LogServer.current,
      let packing = Packing.allCases.randomElement(using: &random)
    else { return }
    note("\(packing.rawValue) \(name)")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      [packing.rawValue, "-q"] + (packing == .zstd ? ["--rm"] : []) + [path(name).path]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    var log = try #require(logs[name])
    logs[name] = nil
    log.packing = packing
    logs[name + packing.suffix] = log
    halves[name] = nil
  }

  private mutating func copy() throws {
    guard let name = name({ _ in true }) else { return }
    let place = chance(0..<2) == 0 ? "a-copy" : "z-copy"
    try copy(name, to: newName(place) + (logs[name]?.packing?.suffix ?? ""))
  }

  private mutating func delete() throws {
    guard let name = name({ _ in true }), name != LogServer.current else { return }
    note("delete \(name)")
    try remove(name)
  }

  private mutating func remove(_ name: String) throws {
    try FileManager.default.removeItem(at: path(name))
    if let head = logs[name]?.lines.first { lostHeads.insert(abs(head)) }
    logs[name] = nil
    halves[name] = nil
  }

  private mutating func touch() throws {
    guard let name = name({ _ in true }) else { return }
    note("touch \(name)")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: Double(1_700_000_000 + written))],
      ofItemAtPath: path(name).path)
  }

  /// A disk or a person cuts off the last lines; of one that kept only its first nobody could say
  /// that it is not another that begins with it.
  private mutating func loseEnd() throws {
    guard chance(0..<3) == 0, let name = name({ $0.packing == nil && $0.lines.count > 3 }) else {
      return
    }
    let kept = Array((logs[name]?.lines ?? []).dropLast(chance(1..<3)))
    note("cut \(name) to \(kept.count)")
    try write(kept.map(LogServer.text).joined(), to: name, appending: false)
    logs[name] = Log(lines: kept, isDamaged: true)
    halves[name] = nil
  }

  private mutating func rename() throws {
    guard let name = name({ _ in true }), name != LogServer.current else { return }
    try rename(name, to: newName("old") + (logs[name]?.packing?.suffix ?? ""))
  }

  /// The owner takes a rotation back; what was written since goes.
  private mutating func rotateBack() throws {
    let first = LogServer.current + ".1"
    guard logs[first] != nil else { return }
    if logs[LogServer.current] != nil { try remove(LogServer.current) }
    try rename(first, to: LogServer.current)
  }

  private mutating func addEmpty() throws { try create(newName("empty"), lines: []) }

  private mutating func addLate() throws {
    let count = chance(1..<5)
    try create(newName("late"), lines: Array(written + 1...written + count))
    written += count
  }

  /// Another log that begins with the bytes of one that is there.
  ///
  /// Where a log with that beginning was lost, nobody could tell the new one from its rest.
  private mutating func addTwin() throws {
    guard let name = name({ $0.lines.count > 1 && $0.lines[0] > 0 }),
      let head = logs[name]?.lines.first, !lostHeads.contains(head),
      !logs.values.contains(where: { $0.lines.first == -head }),
      !logs.values.contains(where: {
        $0.lines.first == head && ($0.lines.count < 2 || $0.isDamaged)
      })
    else { return }
    try create(newName(chance(0..<2) == 0 ? "a-twin" : "twin"), lines: [-head, written + 1])
    written += 1
    hasNewTwin = true
  }

  private var lostHeads: Set<Int> = []

  /// Whether a log with that beginning is gone or has lost lines: what is left of it cannot be
  /// compared with what was read.
  func hasLost(headOf log: Log) -> Bool {
    guard let head = log.lines.first.map(abs) else { return false }
    return lostHeads.contains(head)
      || logs.values.contains { $0.isDamaged && $0.lines.first.map(abs) == head }
  }

  /// A log and its twin must be seen side by side once: later only the twin may be left.
  private(set) var hasNewTwin = false

  mutating func seeTwin() { hasNewTwin = false }

  private mutating func create(_ name: String, lines: [Int]) throws {
    note("make \(name) with \(lines.count)")
    try write(lines.map(LogServer.text).joined(), to: name, appending: false)
    logs[name] = Log(lines: lines)
  }

  private mutating func rename(_ name: String, to other: String) throws {
    note("\(name) to \(other)")
    try FileManager.default.moveItem(at: path(name), to: path(other))
    logs[other] = logs.removeValue(forKey: name)
    halves[other] = halves.removeValue(forKey: name)
  }

  private mutating func copy(_ name: String, to other: String) throws {
    note("copy \(name) to \(other)")
    try FileManager.default.copyItem(at: path(name), to: path(other))
    logs[other] = logs[name]
    halves[other] = halves[name]
  }

  private mutating func name(_ fits: (Log) -> Bool) -> String? {
    logs.filter { fits($0.value) }.keys.sorted().randomElement(using: &random)
  }

  private mutating func newName(_ start: String) -> String {
    namesGiven += 1
    return "\(start)-\(namesGiven).log"
  }

  private func path(_ name: String) -> URL { folder.url.appending(path: "log/" + name) }

  private func write(_ text: String, to name: String, appending: Bool) throws {
    guard appending, let handle = try? FileHandle(forUpdating: path(name)) else {
      // Emptied in place, as a server's `truncate` does: the inode stays.
      if let handle = try? FileHandle(forUpdating: path(name)) {
        try handle.truncate(atOffset: 0)
        try handle.write(contentsOf: Data(text.utf8))
        try handle.close()
      } else {
        try Data(text.utf8).write(to: path(name))
      }
      return
    }
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(text.utf8))
    try handle.close()
  }
}
