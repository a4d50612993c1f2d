import Foundation

/// The system's gzip.
enum Gzip {
  /// Replaces each file by its compressed form `<name>.gz`, without name and time inside.
  ///
  /// Errors: `cannotCompress`.
  static func compress(_ files: [URL]) throws(SampleError) {
    guard !files.isEmpty else { return }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-n", "-9", "-f", "--"] + files.map(\.path)
    do {
      try process.run()
    } catch {
      throw .cannotCompress(reason: error.localizedDescription)
    }
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw .cannotCompress(reason: "exit code \(process.terminationStatus)")
    }
  }
}
