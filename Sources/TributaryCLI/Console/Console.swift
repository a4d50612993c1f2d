import Foundation
import TributaryModel
import TributaryPipeline

/// Where a command speaks: results to one stream, words and progress to another.
///
/// Nothing that came from data reaches a stream as a control character; `Console` writes no
/// colours, so `NO_COLOR` has nothing to switch off.
final class Console: Sendable {
  /// Whether words that are no errors are wanted.
  let isQuiet: Bool
  /// Whether a line of progress can be rewritten: a terminal that is not `dumb`.
  let showsProgress: Bool
  private let results: FileHandle
  private let words: FileHandle

  init(
    isQuiet: Bool, showsProgress: Bool, results: FileHandle = .standardOutput,
    words: FileHandle = .standardError
  ) {
    self.isQuiet = isQuiet
    self.showsProgress = showsProgress && !isQuiet
    self.results = results
    self.words = words
  }

  /// The console of this process.
  static func current(isQuiet: Bool) -> Console {
    let isTerminal = isatty(FileHandle.standardError.fileDescriptor) == 1
    let isDumb = ProcessInfo.processInfo.environment["TERM"] == "dumb"
    return Console(isQuiet: isQuiet, showsProgress: isTerminal && !isDumb)
  }

  /// Writes a result as it is: the caller has made its text safe.
  ///
  /// Errors: `inputOutput` when it cannot be written. A reader that closed the pipe ends the
  /// process quietly.
  func write(_ text: String) throws(RunError) {
    try write(Array(text.utf8))
  }

  /// Writes a result that is UTF-8 already.
  func write(_ bytes: [UInt8]) throws(RunError) {
    do {
      try results.write(contentsOf: Data(bytes))
    } catch {
      if Console.isBrokenPipe(error) { exit(0) }
      throw RunError(
        .inputOutput,
        "standard output: expected to write the result, found it closed or full; "
          + "free the disk or redirect it elsewhere")
    }
  }

  /// Says a line to a person, unless quiet.
  func say(_ line: String) {
    if !isQuiet { tell(line) }
  }

  /// Tells a line of what went wrong.
  func tell(_ line: String) {
    let safe = line.split(separator: "\n", omittingEmptySubsequences: false)
      .map { PrintableText.of(String($0)) }.joined(separator: "\n")
    try? words.write(
      contentsOf: Data(((showsProgress ? Console.eraseLine : "") + safe + "\n").utf8))
  }

  /// Shows what is being done, on a terminal only; the next words take its place.
  func progress(_ line: String) {
    guard showsProgress else { return }
    let safe = PrintableText.of(line).prefix(79)
    try? words.write(contentsOf: Data((Console.eraseLine + safe).utf8))
  }

  /// Removes a line of progress.
  func endProgress() {
    guard showsProgress else { return }
    try? words.write(contentsOf: Data(Console.eraseLine.utf8))
  }

  private static let eraseLine = "\r\u{1B}[K"

  private static func isBrokenPipe(_ error: any Error) -> Bool {
    var next: NSError? = error as NSError
    while let current = next {
      if current.domain == NSPOSIXErrorDomain, current.code == Int(EPIPE) { return true }
      next = current.userInfo[NSUnderlyingErrorKey] as? NSError
    }
    return false
  }
}

/// Gathers lines, so that a long answer is written in large pieces.
struct LineBuffer {
  private let console: Console
  private var text = ""

  init(_ console: Console) {
    self.console = console
  }

  mutating func append(_ line: String) throws(RunError) {
    text += line
    text += "\n"
    if text.utf8.count > 1 << 16 { try flush() }
  }

  mutating func flush() throws(RunError) {
    try console.write(text)
    text = ""
  }
}
