import Foundation
import Testing
import TributaryModel

/// A table of the sample's planted facts: `truth_people.csv.gz`, `truth_calls.csv.gz`.
struct TruthTable {
  /// Cells of each line after the head; none of them holds a comma.
  let rows: [[String]]

  init(_ name: String, in night: SampleRun) throws {
    let unpacking = Process()
    unpacking.executableURL = URL(filePath: "/usr/bin/env")
    unpacking.arguments = [
      "gzip", "-dc", night.folder.url.appending(path: "sample-data/" + name).path,
    ]
    // A file, for the writing end of a pipe is inherited by whatever else is started at the moment.
    let place = try TemporaryFolder()
    try place.write("", to: name)
    let plain = try FileHandle(forWritingTo: place.url.appending(path: name))
    unpacking.standardInput = FileHandle.nullDevice
    unpacking.standardOutput = plain
    try unpacking.run()
    unpacking.waitUntilExit()
    try plain.close()
    let bytes = try Data(contentsOf: place.url.appending(path: name))
    try #require(!bytes.isEmpty)
    rows = String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  static func milliseconds(_ text: String) throws -> Int64 {
    Int64(try Date(text, strategy: .iso8601).timeIntervalSince1970) * 1000
  }
}

/// Which members belong together, by what was found and by what was planted.
struct LinkCount {
  private(set) var found = 0
  private(set) var planted = 0
  private(set) var right = 0

  var precision: Double { found == 0 ? 0 : Double(right) / Double(found) }
  var recall: Double { planted == 0 ? 0 : Double(right) / Double(planted) }

  /// A member: the person found for it, the customer planted.
  struct Member {
    let isCall: Bool
    let person: String
    let customer: String
  }

  /// Pairs of two orders, or of an order and a call.
  init(_ members: [Member], ofOrderAndCall: Bool) {
    func pairs(_ key: (Member) -> String) -> Int {
      Dictionary(grouping: members, by: key).values.reduce(0) { sum, group in
        let calls = group.count(where: \.isCall)
        let orders = group.count - calls
        return sum + (ofOrderAndCall ? orders * calls : orders * (orders - 1) / 2)
      }
    }
    found = pairs { $0.person }
    planted = pairs { $0.customer }
    right = pairs { $0.person + "\n" + $0.customer }
  }
}
