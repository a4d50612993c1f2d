import Foundation
import Testing
import TributarySystem

@testable import TributaryPipeline

/// Nights with compressed files: none of them may hang, grow without end or end a night.
@Suite struct PackedFileTests {
  private static let head = "order_id,placed_at,total\n"
  private static let good = head + "G1,2026-11-10T12:00:00Z,7.00\n"

  /// Packs a file of the shop with the system's program.
  private func pack(_ name: String, of shop: Shop, with tool: String = "gzip") throws {
    let path = shop.url(name).path(percentEncoded: false)
    let child = try ChildProcess(
      try #require(Program(tool)), ["-c"], environment: ["PATH": "/usr/bin:/bin"],
      input: try Descriptor(reading: Array(path.utf8)), silence: 60)
    var packed: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = try child.read(into: &buffer, from: 0), count > 0 {
      packed += buffer.prefix(count)
    }
    #expect(try child.finish() == .exited(0))
    try Data(packed).write(to: shop.url(name + "." + tool))
    try FileManager.default.removeItem(at: shop.url(name))
  }

  @Test(arguments: ["gzip", "xz", "zstd", "bzip2"])
  func `a file that unpacks without end is refused by name, and the others load`(
    tool: String
  ) throws {
    let shop = try Shop(
      """
      {name: 'shop', as_of: '2026-11-14', unpacking: {max_megabytes: 2},
       sources: [{kind: 'orders', paths: ['orders/*']}]}
      """)
    try shop.write(Self.good, to: "orders/good.csv")
    try shop.write(Self.good + String(repeating: "0", count: 3_000_000), to: "orders/bad.csv")
    try pack("orders/bad.csv", of: shop, with: tool)
    let summary = try shop.run()
    #expect(summary.exitCode == 65)
    #expect(
      summary.messages == [
        "orders/bad.csv.\(tool): expected at most 2 MB unpacked, found more; nothing of it was "
          + "loaded; if it is a real file, split it or raise unpacking.max_megabytes"
      ])
    #expect(try shop.rows("select order_id from orders") == ["G1"])
    // It is tried again, and stays refused.
    #expect(try shop.run().exitCode == 65)
    #expect(try shop.number("select count(*) from orders") == 1)
    try shop.replace("max_megabytes: 2", "max_megabytes: 4")
    #expect(try shop.run().exitCode == 0)
    #expect(try shop.number("select count(*) from source_file where refusal is null") == 2)
  }

  @Test func `check says again what a run has refused behind the first records`() throws {
    let shop = try Shop.small()
    let rows = (0..<20_000).map { "A\($0),2026-11-10T12:00:00Z,\($0 * 7919 % 1000).00\n" }.joined()
    try shop.write(Self.head + rows, to: "orders/a.csv")
    try pack("orders/a.csv", of: shop)
    let whole = try Data(contentsOf: shop.url("orders/a.csv.gzip"))
    try whole.dropLast(2000).write(to: shop.url("orders/a.csv.gzip"))
    #expect(try Checkup(of: shop.pipeline()).exitCode == 0)
    let summary = try shop.run()
    #expect(summary.exitCode == 65)
    let checkup = Checkup(of: try shop.pipeline())
    #expect(checkup.exitCode == 65)
    #expect(checkup.findings.filter { $0.exitCode != 0 }.map(\.message) == summary.messages)
    try whole.write(to: shop.url("orders/a.csv.gzip"))
    #expect(try Checkup(of: shop.pipeline()).exitCode == 0)
    #expect(try shop.run().exitCode == 0)
  }

  @Test func `many packed files are read with few descriptors`() throws {
    let shop = try Shop.small()
    for number in 0..<200 {
      try shop.write(
        Self.head + "N\(number),2026-11-10T12:00:00Z,7.00\n", to: "orders/\(number).csv")
      try pack("orders/\(number).csv", of: shop)
    }
    #expect(try shop.run().exitCode == 0)
    #expect(try shop.number("select count(*) from orders") == 200)
    let fresh = try Descriptor(reading: Array("/dev/null".utf8))
    #expect(fresh.number < 200)
  }

  #if os(Linux)
    @Test func `names are bytes, for the night and for the next one`() throws {
      let shop = try Shop.small()
      let folder = shop.url("orders")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let names: [[UInt8]] = [
        Array("\u{439}.csv".utf8), Array("\u{438}\u{306}.csv".utf8),
        [0xff, 0x2e, 0x63, 0x73, 0x76],
        Array("a\n\u{1B}[2J.csv".utf8),
      ]
      for (number, name) in names.enumerated() {
        // `sh` writes the name that octal digits spell, whatever its bytes.
        let spelled = name.map { "\\0" + String($0, radix: 8) }.joined()
        let script = "cd \"$1\" && cat > \"$(printf '%b' '\(spelled)')\""
        let text = Self.head + "N\(number),2026-11-10T12:00:00Z,7.00\n"
        try shop.write(text, to: "text")
        let child = try ChildProcess(
          try #require(Program("sh")), ["-c", script, "sh", folder.path(percentEncoded: false)],
          environment: ["PATH": "/usr/bin:/bin"],
          input: try Descriptor(
            reading: Array(shop.url("text").path(percentEncoded: false).utf8)), silence: 60)
        #expect(try child.finish() == .exited(0))
      }
      #expect(try shop.run().exitCode == 0)
      #expect(try shop.number("select count(*) from orders") == 4)
      #expect(
        try shop.rows("select path from source_file order by path") == [
          #"orders/\xFF.csv"#, #"orders/a\x0A\x1B[2J.csv"#, "orders/\u{438}\u{306}.csv",
          "orders/\u{439}.csv",
        ])
      let again = try shop.run()
      #expect(again.exitCode == 0)
      #expect(again.sources.allSatisfy { $0.counts.read == 0 })
      #expect(try shop.number("select count(*) from source_file") == 4)
    }
  #endif
}
