import Foundation
import Testing

@testable import TributaryPipeline

@Suite struct PipelinePlacesTests {
  private func problems(
    _ keys: String, paths: String = "in/*.csv", prepare: (TemporaryFolder) throws -> Void = { _ in }
  ) throws -> [String] {
    let place = try TemporaryFolder()
    try place.write("order_id,placed_at,total\n1,2026-05-03 10:00,5\n", to: "in/orders.csv")
    try prepare(place)
    try place.write(
      "{name: 'shop', \(keys) sources: [{kind: 'orders', paths: ['\(paths)']}]}",
      to: "pipeline.json5")
    do {
      _ = try PipelineFile.load(place.url.path(percentEncoded: false))
      return []
    } catch {
      return error.problems.compactMap(\.key)
    }
  }

  private func link(_ place: TemporaryFolder, _ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: place.url.appending(path: name).path(percentEncoded: false),
      withDestinationPath: target)
  }

  @Test(arguments: [
    ("warehouse: 'out', reports: 'out',", "$.reports"),
    ("key_file: 'warehouse/tributary.sqlite',", "$.key_file"),
    ("reports: 'warehouse/tributary.sqlite',", "$.reports"),
    ("reports: 'warehouse/tributary.sqlite/pages',", "$.reports"),
    ("warehouse: 'reports',", "$.warehouse"),
    ("warehouse: 'a/../shop.key',", "$.warehouse"),
    ("key_file: 'warehouse/tributary.sqlite-journal',", "$.key_file"),
    ("key_file: 'warehouse/tributary.sqlite.lock',", "$.key_file"),
    ("key_file: 'warehouse/tributary.sqlite.failed',", "$.key_file"),
    ("key_file: 'warehouse/tributary.sqlite.before',", "$.key_file"),
    ("key_file: 'warehouse/tributary.sqlite.new',", "$.key_file"),
    ("key_file: 'warehouse/tributary.sqlite.before-migration',", "$.key_file"),
    ("key_file: 'warehouse/tributary.sqlite.before-migration.part',", "$.key_file"),
    ("warehouse: 'reports/2026-11-14/t.sqlite',", "$.warehouse"),
    ("key_file: 'reports/.2026-11-14.old/shop.key',", "$.key_file"),
    ("warehouse: 'pipeline.json5',", "$.warehouse"),
    ("reports: 'shop.key',", "$.reports"),
    ("warehouse: 'in/orders.csv',", "$.warehouse"),
  ])
  func `two things in one place are told at the key`(keys: String, key: String) throws {
    #expect(try problems(keys) == [key])
  }

  @Test(arguments: [
    "", "reports: '.',", "warehouse: 'w.sqlite', reports: 'pages',",
    "key_file: 'reports/shop.key',",
    "warehouse: 'reports/t.sqlite',", "reports: 'warehouse',",
  ])
  func `places that harm nothing are allowed`(keys: String) throws {
    #expect(try problems(keys) == [])
  }

  @Test(arguments: ["shop.key", "warehouse/tributary.sqlite", "./in/../pipeline.json5"])
  func `a source by its path is none of the pipeline's own files`(path: String) throws {
    #expect(try problems("", paths: path) == ["$.sources[0].paths[0]"])
  }

  @Test func `places are compared through links`() throws {
    #expect(
      try problems("warehouse: 'one/t', reports: 'two/t',") { try link($0, "two", to: "one") }
        == [])
    #expect(
      try problems("warehouse: 'one/t', reports: 'two/t',") {
        try $0.write("", to: "one/x")
        try link($0, "two", to: "one")
      } == ["$.reports"])
    #expect(
      try problems("", paths: "in/k.csv") {
        try $0.write("", to: "shop.key")
        try link($0, "in/k.csv", to: "../shop.key")
      } == ["$.sources[0].paths[0]"])
    #expect(
      try problems("", paths: "in/k.csv") {
        try $0.write("", to: "shop.key")
        try FileManager.default.linkItem(
          at: $0.url.appending(path: "shop.key"), to: $0.url.appending(path: "in/k.csv"))
      } == ["$.sources[0].paths[0]"])
  }
}
