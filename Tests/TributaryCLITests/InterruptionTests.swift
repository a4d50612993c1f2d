#if os(Linux)
  import Foundation
  import Testing

  @testable import TributarySystem

  /// A signal that ends a night ends what it has started, too.
  @Suite struct InterruptionTests {
    private static let folder = URL(filePath: CommandLine.arguments[0])
      .deletingLastPathComponent().path(percentEncoded: false)

    /// The processes that a process has started and not yet reaped.
    private func children(of process: Int32) -> [Int32] {
      let tasks = "/proc/\(process)/task"
      let threads = (try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? []
      return threads.flatMap { thread in
        let path = "\(tasks)/\(thread)/children"
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        return text.split(separator: " ").compactMap { Int32($0) }
      }
    }

    /// Whether it is gone, but for what its new parent has not yet asked about it.
    private func hasEnded(_ process: Int32) -> Bool {
      let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
      return stat?.split(separator: ")").last?.hasPrefix(" Z") ?? true
    }

    @Test(
      .enabled(
        if: Program("tributary", in: [folder]) != nil, "the program is not beside the tests"),
      arguments: [SIGTERM, SIGINT, SIGHUP])
    func `a child dies with the night, even one that cannot move`(signal: Int32) throws {
      let shop = FileManager.default.temporaryDirectory
        .appending(path: "tributary-interrupted-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: shop) }
      try FileManager.default.createDirectory(at: shop, withIntermediateDirectories: true)
      let log = shop.appending(path: "a.log").path(percentEncoded: false)
      let line =
        "203.0.113.9 - - [02/Jun/2025:10:00:00 +0000] \"GET / HTTP/1.1\" 200 5 \"-\" \"Mozilla\"\n"
      try String(repeating: line, count: 200_000).write(
        toFile: log, atomically: true, encoding: .utf8)
      try
        "{name: 'shop', sources: [{kind: 'clickstream', format: 'nginx-combined', paths: ['*.gz']}]}"
        .write(to: shop.appending(path: "pipeline.json5"), atomically: true, encoding: .utf8)
      let nothing = try Descriptor(reading: Array("/dev/null".utf8))
      let packing = try ChildProcess(
        try #require(Program("gzip")), [log], input: nothing, silence: 60)
      #expect(try packing.finish() == .exited(0))
      let night = try ChildProcess(
        try #require(Program("tributary", in: [Self.folder])),
        ["run", shop.path(percentEncoded: false), "--quiet"],
        environment: ["PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no"], input: nothing,
        silence: 60)
      var started: [Int32] = []
      for _ in 0..<200_000 where started.isEmpty { started = children(of: night.identifier) }
      let unpacking = try #require(started.first)
      kill(unpacking, SIGSTOP)
      kill(night.identifier, signal)
      #expect(try night.finish() == .killed(signal: signal))
      #expect((0..<200_000).contains { _ in hasEnded(unpacking) })
    }
  }
#endif
