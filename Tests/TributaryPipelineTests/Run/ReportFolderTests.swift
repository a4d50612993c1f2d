import Foundation
import Testing
import TributaryReports

@testable import TributaryPipeline

@Suite struct ReportFolderTests {
  private let first = [
    ReportFile(name: "index.html", bytes: Array("one".utf8)),
    ReportFile(name: "orders.csv", bytes: Array("a;b".utf8)),
  ]
  private let second = [ReportFile(name: "index.html", bytes: Array("two".utf8))]

  @Test func `a folder is replaced whole, and files of the night before are gone`() throws {
    let place = try TemporaryFolder()
    let folder = ReportFolder(reports: place.url, name: "2026-11-14")
    #expect(try folder.replace(with: first))
    #expect(try place.names(in: "2026-11-14") == ["index.html", "orders.csv"])
    #expect(try folder.replace(with: second))
    #expect(try place.names() == ["2026-11-14"])
    #expect(try place.names(in: "2026-11-14") == ["index.html"])
    #expect(try place.text(of: "2026-11-14/index.html") == "two")
  }

  @Test func `the same bytes are not written again`() throws {
    let place = try TemporaryFolder()
    let folder = ReportFolder(reports: place.url, name: "day")
    #expect(try folder.replace(with: first))
    #expect(try !folder.replace(with: first))
  }

  @Test func `a run cut between the two renames is healed by putting the old folder back`() throws {
    let place = try TemporaryFolder()
    try place.write("old", to: ".day.old/index.html")
    try place.write("half", to: ".day.new/index.html")
    try ReportFolder(reports: place.url, name: "day").heal()
    #expect(try place.names() == ["day"])
    #expect(try place.text(of: "day/index.html") == "old")
  }

  @Test func `a run cut after the second rename leaves the new folder`() throws {
    let place = try TemporaryFolder()
    try place.write("old", to: ".day.old/index.html")
    try place.write("new", to: "day/index.html")
    try ReportFolder(reports: place.url, name: "day").heal()
    #expect(try place.names() == ["day"])
    #expect(try place.text(of: "day/index.html") == "new")
  }

  @Test func `a place that is a file gives an error that names it`() throws {
    let place = try TemporaryFolder()
    try place.write("", to: "reports")
    let folder = ReportFolder(reports: place.url.appending(path: "reports"), name: "day")
    let error = #expect(throws: NightError.self) { try folder.replace(with: first) }
    #expect(error?.message.contains("reports/day") == true)
  }
}
