import Testing

@Suite struct HouseRuleTests {
  static let unsafeRooms = [
    "Sources/TributaryIngest/Scanning/", "Sources/TributaryWarehouse/SQLite/",
    "Sources/TributarySystem/",
  ]

  @Test func `unsafe lives in three rooms`() throws {
    for path in Tree.swiftFiles(under: "Sources")
    where !Self.unsafeRooms.contains(where: path.hasPrefix) {
      for line in try Tree.code(of: path) {
        let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "-" }
        #expect(!words.contains("unsafe"), "\(path): \(line)")
        #expect(!line.contains("withUnsafe"), "\(path): \(line)")
      }
    }
  }

  @Test func `each file that says unsafe names its bound`() throws {
    for path in Tree.swiftFiles(under: "Sources")
    where Self.unsafeRooms.contains(where: path.hasPrefix) {
      let code = try Tree.code(of: path).joined(separator: "\n")
      guard code.contains("unsafe ") else { continue }
      #expect(try Tree.text(of: path).contains("// Safety:"), "\(path) has no // Safety: line")
    }
  }

  @Test(arguments: ["try!", "as!", "@unchecked Sendable", "fatalError("])
  func `nothing in the product may trap or lie`(word: String) throws {
    for path in Tree.swiftFiles(under: "Sources") {
      for line in try Tree.code(of: path) { #expect(!line.contains(word), "\(path): \(line)") }
    }
  }

  @Test func `only the command line prints`() throws {
    for path in Tree.swiftFiles(under: "Sources") where !path.contains("/TributaryCLI/") {
      for line in try Tree.code(of: path) {
        let words = line.split { !$0.isLetter && $0 != "(" }
        #expect(!words.contains { $0.hasPrefix("print(") }, "\(path): \(line)")
      }
    }
  }

  @Test func `a file holds one idea: at most 400 lines`() throws {
    for folder in ["Sources", "Tests"] {
      for path in Tree.swiftFiles(under: folder) {
        #expect(try Tree.code(of: path).count <= 401, "\(path)")
      }
    }
  }
}
