import Testing

@Suite struct ImportTableTests {
  /// What each room may import of the house; ARCHITECTURE.md shows the same table.
  static let allowed: [String: Set<String>] = [
    "CSQLite": [],
    "TributaryModel": [],
    "TributarySystem": [],
    "TributarySample": ["TributaryModel", "TributarySystem"],
    "TributaryIngest": ["TributaryModel", "TributarySystem"],
    "TributaryWarehouse": ["TributaryModel", "CSQLite"],
    "TributaryAnalysis": ["TributaryModel"],
    "TributaryReports": ["TributaryModel", "TributaryAnalysis"],
    "TributaryPipeline": [
      "TributarySystem", "TributaryModel", "TributaryIngest", "TributaryWarehouse",
      "TributaryAnalysis", "TributaryReports",
    ],
    "TributaryCLI": [
      "TributaryPipeline", "TributaryModel", "TributarySample", "TributarySystem",
    ],
  ]

  /// What a room may import from the system.
  static let system: Set<String> = [
    "Foundation", "FoundationEssentials", "FoundationXML", "Dispatch", "Synchronization", "Glibc",
    "Darwin", "Musl",
  ]

  @Test func `a room imports only what the table draws`() throws {
    for path in Tree.swiftFiles(under: "Sources") {
      let room = String(path.split(separator: "/")[1])
      let rooms = try #require(Self.allowed[room], "\(room) is not in the table")
      for line in try Tree.code(of: path) {
        let words = line.split(separator: " ")
        guard let position = words.firstIndex(of: "import"), position + 1 < words.count,
          words[..<position].allSatisfy({
            $0.hasPrefix("@") || ["public", "internal", "package", "private"].contains($0)
          })
        else { continue }
        let module = String(words[position + 1])
        #expect(
          rooms.contains(module) || Self.system.contains(module), "\(path) imports \(module)")
      }
    }
  }

  @Test func `the manifest names no package`() throws {
    let manifest = try Tree.text(of: "Package.swift")
    #expect(!manifest.contains(".package("))
    #expect(manifest.contains(".strictMemorySafety()"))
  }

  @Test func `ARCHITECTURE.md names every room`() throws {
    let text = try Tree.text(of: "ARCHITECTURE.md")
    for room in Self.allowed.keys.sorted() { #expect(text.contains(room), "\(room)") }
  }
}
