import Foundation
import TributarySystem

/// The system's gzip.
enum Gzip {
  /// Replaces each file by its compressed form `<name>.gz`, without name and time inside.
  ///
  /// Errors: `cannotCompress`.
  static func compress(_ files: [URL]) throws(SampleError) {
    guard !files.isEmpty else { return }
    guard let gzip = Program("gzip") else {
      throw .cannotCompress(reason: "no gzip in \(Program.folders.joined(separator: ", "))")
    }
    let ending: ChildProcess.Ending
    do {
      let child = try ChildProcess(
        gzip, ["-n", "-9", "-f", "--"] + files.map(\.path),
        input: try Descriptor(reading: Array("/dev/null".utf8)), silence: 600)
      ending = try child.finish()
    } catch {
      throw .cannotCompress(reason: "\(error)")
    }
    guard ending == .exited(0) else { throw .cannotCompress(reason: "\(ending)") }
  }
}
