import TributaryModel

/// How the refused records of a file are told: each by itself, but once for all where none is read.
///
/// Until the first record is written refusals wait, for they may be those of a wrong format.
struct RejectionVoice {
  /// Refusals that wait; of more only the number is kept.
  private static let most = 1000

  private let path: String
  private let headerLines: Int
  private var lines = 0
  private var waiting: [Rejection] = []
  private var unlisted = 0

  /// - Parameter headerLines: lines of the output that are no records.
  init(_ path: String, headerLines: Int) {
    self.path = path
    self.headerLines = headerLines
  }

  private var hasRecords: Bool { lines > headerLines }

  /// Takes note of output; returns the refusals that have waited for a record.
  mutating func wrote(_ bytes: [UInt8]) -> [String] {
    guard !hasRecords else { return [] }
    lines += bytes.count { $0 == UInt8(ascii: "\n") }
    return hasRecords ? release() : []
  }

  /// The line of a refusal; nil when it waits.
  mutating func tell(_ rejection: Rejection) -> String? {
    if hasRecords { return line(rejection) }
    if waiting.count < Self.most { waiting.append(rejection) } else { unlisted += 1 }
    return nil
  }

  /// What is left to say.
  mutating func end(_ counts: FileCounts, format: String) -> [String] {
    guard !hasRecords, counts.rejected > 1, let first = waiting.first else { return release() }
    return [
      "\(path): expected records in the format \(format), found \(counts.rejected) of which none "
        + "can be read; `tributary sources` guesses a file's format",
      "the first: " + line(first),
    ]
  }

  private mutating func release() -> [String] {
    var told = waiting.map(line)
    if unlisted > 0 { told.append("\(path): \(unlisted) more before the first record") }
    waiting = []
    unlisted = 0
    return told
  }

  private func line(_ rejection: Rejection) -> String {
    let column = rejection.column.map { " " + $0 } ?? ""
    return
      "\(path):\(rejection.line): \(rejection.reason.rawValue)\(column): \(rejection.message)"
      + ": \(rejection.sample)"
  }
}
