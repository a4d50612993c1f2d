import Foundation
import TributaryIngest
import TributaryModel
import TributaryWarehouse

/// The files of all patterns of one source, each once, and what is wrong with the patterns.
///
/// A closed folder that only a wildcard leads to, and of which nothing was ever read, is a notice:
/// `/var/log/*/access.log` meets folders of other programs. Where a pattern that must have files
/// finds none, it is trouble all the same.
struct SourceFiles {
  private(set) var files: [SourceFile] = []
  /// What a person should mend, each with the exit code that follows.
  private(set) var problems: [RunError] = []
  /// What is told though nothing is wrong by it.
  private(set) var notices: [String] = []

  /// - Parameter known: the files that were read before, of any source.
  init(of source: Pipeline.Source, in pipeline: Pipeline, known: [KnownLedgerFile]) {
    let folder = URL(filePath: pipeline.folder, directoryHint: .isDirectory)
    let own = OwnFiles(pipeline)
    var seen: Set<FileName> = []
    for pattern in source.patterns {
      let search = FilePattern(pattern).search(folder)
      let matches = search.files.filter { !own.hold($0) }
      let found = matches.filter(\.isThere)
      let lacksFiles = found.isEmpty && !source.isOptional
      for closed in search.closed {
        let wasRead = known.contains { closed.holds(SourceFile($0.path, in: pipeline.folder)) }
        take(closed, isTrouble: !closed.isByChance || lacksFiles || wasRead)
      }
      if lacksFiles, search.closed.isEmpty {
        problems.append(
          RunError(
            .noInput,
            "\(pattern): expected files of \(source.kind.rawValue), found none; correct "
              + "\(source.path).paths or set optional: true"))
      }
      problems += matches.filter { SourceFiles.isBroken($0, of: pattern) }.map {
        RunError(
          .dataRefused,
          "\($0.relativePath): expected a file, found a link to nothing; repair or remove it")
      }
      files += found.filter { seen.insert($0.name).inserted }
    }
    for index in files.indices { files[index].unpacking = pipeline.unpacking }
  }

  private mutating func take(_ closed: FilePattern.ClosedFolder, isTrouble: Bool) {
    let found =
      "\(closed.path): expected a folder that this user may look into, found \"\(closed.reason)\"; "
    if isTrouble {
      problems.append(RunError(.dataRefused, found + "correct the rights of the folder"))
    } else {
      notices.append(
        found + "nothing of it was ever read, so it is left out; if it has files of this source, "
          + "correct its rights")
    }
  }

  /// Whether a name is there and leads nowhere; a plain path that is not there is only missing.
  private static func isBroken(_ file: SourceFile, of pattern: String) -> Bool {
    !file.isThere && (pattern.contains { $0 == "*" || $0 == "?" } || file.isNamed)
  }
}
