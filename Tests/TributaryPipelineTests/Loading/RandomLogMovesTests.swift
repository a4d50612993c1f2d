import Foundation
import Testing
import TributaryModel

@testable import TributaryPipeline

/// Random moves of logs against a model that knows nothing but how many lines were written.
@Suite struct RandomLogMovesTests {
  private struct Server {
    let shop: LogShop
    var random: SeededGenerator
    var written = 0
    /// Files other than the one being written, newest first.
    var rotated: [String] = []
    var copies = 0
    var moves: [String] = []

    mutating func append() throws {
      let count = Int.random(in: 1...4, using: &random)
      let text = shop.lines(written..<written + count)
      written += count
      moves.append("append \(count)")
      if FileManager.default.fileExists(atPath: shop.url("log/access.log").path) {
        try shop.append(text, to: "log/access.log")
      } else {
        try shop.write(text, to: "log/access.log")
      }
    }

    /// logrotate: access.log.2 to .3, .1 to .2, access.log to .1.
    mutating func rotate() throws {
      guard FileManager.default.fileExists(atPath: shop.url("log/access.log").path) else { return }
      moves.append("rotate")
      for (index, name) in rotated.enumerated().reversed() where name.contains("access.log.") {
        let ending = name.hasSuffix(".gz") ? ".gz" : ""
        let next = "log/access.log.\(index + 2)" + ending
        try shop.move(name, to: next)
        rotated[index] = next
      }
      try shop.move("log/access.log", to: "log/access.log.1")
      rotated.insert("log/access.log.1", at: 0)
    }

    mutating func pack() throws {
      guard let index = rotated.indices.randomElement(using: &random),
        !rotated[index].hasSuffix(".gz")
      else { return }
      moves.append("pack \(index + 1)")
      try shop.gzip(rotated[index])
      rotated[index] += ".gz"
    }

    mutating func copy() throws {
      guard let name = rotated.randomElement(using: &random) else { return }
      copies += 1
      moves.append("copy \(name)")
      let ending = name.hasSuffix(".gz") ? ".gz" : ""
      try FileManager.default.copyItem(
        at: shop.url(name), to: shop.url("log/copy-\(copies).log" + ending))
    }

    mutating func night() throws {
      moves.append("night")
      let summary = try shop.run()
      #expect(summary.exitCode == 0, "\(moves) \(summary.messages)")
    }
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `whatever happens to the logs, each line counts once`(seed: UInt64) throws {
    var server = Server(shop: try LogShop(), random: SeededGenerator(state: seed))
    try server.append()
    for _ in 0..<24 {
      switch Int.random(in: 0..<10, using: &server.random) {
      case 0..<4: try server.append()
      case 4: try server.rotate()
      case 5: try server.pack()
      case 6: try server.copy()
      default: try server.night()
      }
    }
    try server.night()
    try server.shop.expectPages(0..<server.written, "\(server.moves)")
  }
}
