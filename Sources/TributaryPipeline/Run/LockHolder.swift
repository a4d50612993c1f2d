import TributaryModel
import TributarySystem

/// What a run writes into the warehouse's lock, so that others can name it.
struct LockHolder {
  let process: Int32
  let started: Instant

  /// `process 4711, started 2026-05-03T04:00:00.000Z`
  var text: String { "process \(process), started \(started)" }

  init(process: Int32, started: Instant) {
    self.process = process
    self.started = started
  }

  /// Whether a run that began then still runs, by the text of the lock that it holds.
  static func isRunning(since started: Instant, lock text: String) -> Bool {
    guard text.hasSuffix(", started \(started)"),
      let number = text.dropFirst("process ".count).split(separator: ",").first,
      let process = Int32(number)
    else { return false }
    return RunningProcess.isThere(process)
  }
}
