// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [.swiftLanguageMode(.v6), .strictMemorySafety()]
/// A test runs once: to optimise it takes longer than it saves.
let testSettings = settings + [.unsafeFlags(["-Onone"], .when(configuration: .release))]

/// A room of the house: what it may import is exactly what is listed here.
func room(_ name: String, _ dependencies: [String] = [], sql folders: [String] = []) -> Target {
  .target(
    name: name,
    dependencies: dependencies.map { .byName(name: $0) },
    exclude: ["README.md"],
    resources: folders.map { .embedInCode($0) },
    swiftSettings: settings)
}

/// The tests of one room; each file mirrors a file of the room.
func tests(of name: String, with others: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests",
    dependencies: ([name] + others).map { .byName(name: $0) },
    swiftSettings: testSettings)
}

let package = Package(
  name: "Tributary",
  platforms: [.macOS(.v15)],
  products: [
    .library(
      name: "TributaryKit",
      targets: [
        "TributarySystem", "TributaryModel", "TributaryIngest", "TributaryWarehouse",
        "TributaryAnalysis", "TributaryReports", "TributaryPipeline",
      ]),
    .executable(name: "tributary", targets: ["TributaryCLI"]),
  ],
  targets: [
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
    room("TributarySystem"),
    room("TributaryModel"),
    room("TributaryIngest", ["TributaryModel", "TributarySystem"]),
    room(
      "TributaryWarehouse", ["TributaryModel", "CSQLite"],
      sql: ["Schema", "Facts", "Marts", "Queries", "Journeys"]),
    room("TributaryAnalysis", ["TributaryModel"]),
    room("TributaryReports", ["TributaryModel", "TributaryAnalysis"]),
    room(
      "TributaryPipeline",
      [
        "TributarySystem", "TributaryModel", "TributaryIngest", "TributaryWarehouse",
        "TributaryAnalysis", "TributaryReports",
      ]),
    room("TributarySample", ["TributaryModel", "TributarySystem"]),
    .executableTarget(
      name: "TributaryCLI",
      dependencies: ["TributaryPipeline", "TributaryModel", "TributarySample", "TributarySystem"],
      exclude: ["README.md"],
      swiftSettings: settings),
    .testTarget(name: "ArchitectureTests", swiftSettings: testSettings),
    tests(of: "TributarySystem"),
    tests(of: "TributaryModel"),
    tests(of: "TributaryIngest", with: ["TributaryModel"]),
    tests(of: "TributaryWarehouse", with: ["TributaryModel"]),
    tests(of: "TributaryAnalysis", with: ["TributaryModel"]),
    tests(of: "TributaryReports", with: ["TributaryModel", "TributaryAnalysis"]),
    tests(of: "TributarySample", with: ["TributaryModel"]),
    tests(
      of: "TributaryPipeline",
      with: [
        "TributarySystem", "TributaryModel", "TributaryWarehouse", "TributaryAnalysis",
        "TributaryReports",
      ]),
    tests(of: "TributaryCLI", with: ["TributaryPipeline", "TributarySystem"]),
  ]
)
