import Testing

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
    #expect(lines.contains(#"ReadWritePaths="/srv/a b/5%%/$x" "/srv/a b/reports/shop""#))
    #expect(lines.contains("Persistent=true"))
    #expect(lines.contains("PrivateNetwork=yes"))
    #expect(lines.contains("ProtectSystem=strict"))
    #expect(lines.contains("IOSchedulingClass=idle"))
    #expect(lines.contains("# ~/.config/systemd/user/tributary-shop.timer"))
  }

  @Test func `a path with a line break is refused`() throws {
    let pipeline = try pipeline(at: "/srv/a\nb/pipeline.json5")
    let error = try #require(throws: NightError.self) {
      try Schedule(pipeline: pipeline, program: "/usr/bin/tributary")
    }
    #expect(error.code == .configuration)
  }
}
