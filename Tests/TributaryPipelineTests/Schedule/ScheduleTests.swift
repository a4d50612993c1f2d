import Foundation
import Testing
import TributarySystem

@testable import TributaryPipeline

@Suite struct ScheduleTests {
  private func pipeline(at path: String, _ keys: String = "") throws -> Pipeline {
    let text = "{name: 'shop', \(keys) sources: [{kind: 'orders', paths: ['a']}]}"
    return try PipelineFile.parse(Array(text.utf8), path: path)
  }

  @Test func `cron gets one line with every path quoted`() throws {
    let plain = try Schedule(
      pipeline: try pipeline(at: "/srv/shop/pipeline.json5"), program: "/usr/bin/tributary")
    #expect(
      plain.cron.split(separator: "\n").last
        == "15 4 * * * nice -n 10 /usr/bin/tributary run /srv/shop/pipeline.json5 --quiet")
    let odd = try Schedule(
      pipeline: try pipeline(at: "/srv/it's 5%/pipeline.json5"), program: "/opt/a b/tributary")
    #expect(
      odd.cron.split(separator: "\n").last
        == #"15 4 * * * nice -n 10 '/opt/a b/tributary' run '/srv/it'\''s 5\%/pipeline.json5' --quiet"#
    )
  }

  @Test func `systemd gets a service and a timer in the shop's zone`() throws {
    let schedule = try Schedule(
      pipeline: try pipeline(
        at: "/srv/a b/5%/$x/pipeline.json5",
        "schedule: '23:05', timezone: 'Europe/Moscow', reports: '../../reports/shop',"),
      program: "/usr/bin/tributary")
    let lines = schedule.systemd.split(separator: "\n").map(String.init)
    #expect(
      lines.contains(
        #"ExecStart="/usr/bin/tributary" "run" "/srv/a b/5%%/$$x/pipeline.json5" "--quiet""#))
    #expect(lines.contains("OnCalendar=*-*-* 23:05:00 Europe/Moscow"))
    #expect(lines.contains(#"ReadWritePaths="-/srv/a b/5%%/$x" "-/srv/a b/reports/shop""#))
    #expect(lines.contains("Persistent=true"))
    #expect(lines.contains("PrivateNetwork=yes"))
    #expect(lines.contains("ProtectSystem=strict"))
    #expect(lines.contains("IOSchedulingClass=idle"))
    #expect(lines.contains("# ~/.config/systemd/user/tributary-shop.timer"))
  }

  @Test func `a run cannot hang for ever, and its failure leaves a word and a mark`() throws {
    let schedule = try Schedule(
      pipeline: try pipeline(at: #"/srv/a "b/5%/$x/pipeline.json5"#), program: "/usr/bin/tributary")
    let parts = schedule.systemd.components(separatedBy: "\n# ~/.config/systemd/user/")
    #expect(parts.count == 4)
    let service = parts[1].split(separator: "\n").map(String.init)
    #expect(service.first == "tributary-shop.service")
    #expect(service.contains("OnFailure=tributary-shop-failed.service"))
    #expect(service.contains("TimeoutStartSec=12h"))
    #expect(service.contains("StartLimitIntervalSec=1h"))
    let failure = parts[2].split(separator: "\n").map(String.init)
    #expect(failure.first == "tributary-shop-failed.service")
    #expect(
      failure.contains(
        #"ExecStart=/usr/bin/env touch "/srv/a \"b/5%%/$$x/warehouse/tributary.sqlite.failed""#))
    #expect(failure.contains(#"ReadWritePaths="-/srv/a \"b/5%%/$x/warehouse""#))
    #expect(failure.contains { $0.hasPrefix("ExecStart=/usr/bin/env echo") })
  }

  /// Source: `systemd-analyze security --offline=yes`, where there is one.
  @Test(.enabled(if: Program("systemd-analyze") != nil, "this machine has no systemd-analyze"))
  func `both services are exposed to little`() throws {
    let folder = try TemporaryFolder()
    let schedule = try Schedule(
      pipeline: try pipeline(at: "/srv/shop/pipeline.json5"), program: "/usr/bin/tributary")
    let units = schedule.systemd.components(separatedBy: "\n# ~/.config/systemd/user/").dropFirst()
    for unit in units.prefix(2) {
      let name = try #require(unit.split(separator: "\n").first.map(String.init))
      try folder.write(unit.split(separator: "\n").dropFirst().joined(separator: "\n"), to: name)
      let child = try ChildProcess(
        try #require(Program("systemd-analyze")),
        [
          "security", "--offline=yes", "--no-pager", "--threshold=15",
          folder.url.appending(path: name).path(percentEncoded: false),
        ], environment: ["PATH": "/usr/bin:/bin"],
        input: Descriptor(reading: Array("/dev/null".utf8)), silence: 60)
      var output = [UInt8](repeating: 0, count: 1 << 16)
      var length = 0
      while case let count = try child.read(into: &output, from: length), count > 0 {
        length += count
      }
      // Above the threshold it exits with 1.
      #expect(try child.finish() == .exited(0), "\(String(decoding: output, as: UTF8.self))")
    }
  }

  @Test func `a path with a line break is refused`() throws {
    let pipeline = try pipeline(at: "/srv/a\nb/pipeline.json5")
    let error = try #require(throws: RunError.self) {
      try Schedule(pipeline: pipeline, program: "/usr/bin/tributary")
    }
    #expect(error.code == .configuration)
  }
}
