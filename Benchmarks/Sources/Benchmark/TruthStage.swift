import Foundation
import TributaryModel
import TributaryPipeline
import TributaryWarehouse

/// What a night on the sample found of what is planted in it: who is who, and where calls came from.
struct TruthStage {
  private let warehouse: ReadOnlyWarehouse

  /// - Parameter pipeline: its folder, file or name. Its night must have run.
  init(pipeline: String) throws {
    warehouse = try ReadOnlyWarehouse(PipelineFile.load(PipelineFile.locate(pipeline)))
  }

  /// - Parameter sample: the folder of the planted facts.
  func run(sample: String) throws {
    try people(Self.table(sample + "/truth_people.csv.gz"))
    try calls(Self.table(sample + "/truth_calls.csv.gz"))
  }

  private func people(_ truth: [[String]]) throws {
    var planted: [String: String] = [:]
    for row in truth { planted[row[0] + " " + row[1]] = row[2] }
    var members: [(isCall: Bool, person: String, customer: String)] = []
    for row in try rows(
      "select kind, member, person_id from person_member where kind in ('order', 'call')")
    {
      guard let customer = planted[row[0] + " " + row[1]] else { continue }
      members.append((row[0] == "call", row[2], customer))
    }
    for (name, withCalls) in [("order and order", false), ("order and call", true)] {
      func pairs(_ key: ((isCall: Bool, person: String, customer: String)) -> String) -> Int {
        Dictionary(grouping: members, by: key).values.reduce(0) { sum, group in
          let calls = group.count(where: \.isCall)
          let orders = group.count - calls
          return sum + (withCalls ? orders * calls : orders * (orders - 1) / 2)
        }
      }
      let (found, wanted) = (pairs { $0.person }, pairs { $0.customer })
      let right = pairs { $0.person + "\n" + $0.customer }
      print(
        "\(name): \(wanted) pairs planted, \(found) found, precision \(Self.share(right, found)), "
          + "recall \(Self.share(right, wanted))")
    }
  }

  private func calls(_ truth: [[String]]) throws {
    var planted: [String: String] = [:]
    for row in truth {
      let start =
        row[2].isEmpty ? 0 : Int64(try Date(row[2], strategy: .iso8601).timeIntervalSince1970)
      planted[row[0]] = row[1].isEmpty ? "" : "\(row[1]) \(start * 1000)"
    }
    var ways: [(call: String, probability: Double, isVisit: Bool, isRight: Bool)] = []
    for row in try rows(
      """
      select call_id, probability, coalesce(session.host || ' ' || session.started_at, '')
      from call_session
      left join session using (session_id)
      order by call_id, probability desc
      """)
    {
      guard let visit = planted[row[0]], let probability = Double(row[1]) else { continue }
      ways.append((row[0], probability, !row[2].isEmpty, row[2] == visit))
    }
    let best = Dictionary(grouping: ways, by: \.call).compactMap { _, ways in
      ways.max { $0.probability < $1.probability }
    }
    let visits = best.filter(\.isVisit)
    print(
      "calls: \(best.count) with \(planted.values.count { !$0.isEmpty }) from a visit; "
        + "the most probable source is right in \(Self.share(best.count(where: \.isRight), best.count)), "
        + "where it is a visit in \(Self.share(visits.count(where: \.isRight), visits.count)) "
        + "of \(visits.count)")
    for (name, isVisit) in [("visit", true), ("no visit", false)] {
      let bounds = [0, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1.01]
      for (low, high) in zip(bounds, bounds.dropFirst()) {
        let bin = ways.filter {
          $0.isVisit == isVisit && $0.probability >= low && $0.probability < high
        }
        guard !bin.isEmpty else { continue }
        let stated = bin.reduce(0) { $0 + $1.probability } / Double(bin.count)
        print(
          "\(name), stated \(low) to \(min(high, 1)): \(bin.count) candidates, stated "
            + "\(Self.digits(stated)), true \(Self.share(bin.count(where: \.isRight), bin.count))")
      }
    }
  }

  /// The cells of each row as text; empty for null.
  private func rows(_ sql: String) throws -> [[String]] {
    var rows: [[String]] = []
    try warehouse.query(
      sql, columns: { _ in },
      row: { cells in
        rows.append(
          cells.map { cell in
            switch cell {
            case .null: ""
            case .integer(let value): String(value)
            case .real(let value): String(value)
            case .text(let text): text
            }
          })
      })
    return rows
  }

  private static func table(_ path: String) throws -> [[String]] {
    let unpacking = Process()
    unpacking.executableURL = URL(filePath: "/usr/bin/env")
    unpacking.arguments = ["gzip", "-dc", path]
    let pipe = Pipe()
    unpacking.standardOutput = pipe
    try unpacking.run()
    let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
    unpacking.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private static func share(_ part: Int, _ whole: Int) -> String {
    whole == 0 ? "unknown" : digits(Double(part) / Double(whole))
  }

  private static func digits(_ value: Double) -> String {
    String(Double((value * 1000).rounded()) / 1000)
  }
}
