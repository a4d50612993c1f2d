// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that measuring adds nothing to what Tributary ships.
let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Tributary", path: "..")],
  targets: [
    .executableTarget(
      name: "Benchmark",
      dependencies: [.product(name: "TributaryKit", package: "Tributary")],
      swiftSettings: [.swiftLanguageMode(.v6)])
  ])
