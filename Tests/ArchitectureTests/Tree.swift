import Foundation

/// The checkout that the tests were built from.
enum Tree {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Swift files under a folder of the checkout, as paths relative to the root, sorted.
  static func swiftFiles(under folder: String) -> [String] {
    let base = root.appending(path: folder)
    guard let walk = FileManager.default.enumerator(atPath: base.path(percentEncoded: false))
    else { return [] }
    return walk.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }
      .map { folder + "/" + $0 }.sorted()
  }

  static func text(of path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The lines without what follows `//`.
  static func code(of path: String) throws -> [String] {
    try text(of: path).split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.range(of: "//").map { String(line[..<$0.lowerBound]) } ?? String(line)
    }
  }
}
