#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A running program, fed with an open file and read through pipes.
///
/// ```
///  file ──► 0 ┌───────┐ 1 ──► read(into:from:)          at most `silence` between two reads
///             │ child │
///             └───────┘ 2 ──► complaint                 the first 400 bytes, the rest is drained
/// ```
///
/// No shell takes part, and no network: waiting is `poll` on the pipes and `waitpid`. The child is
/// killed and reaped, with all that it has started, when the value goes before its end, and it
/// inherits nothing else. It leads a process group of its own: a terminal's signals reach it through
/// `Interruption`.
public final class ChildProcess {
  /// How a child ended.
  public enum Ending: Hashable, Sendable {
    case exited(Int32)
    case killed(signal: Int32)
  }

  /// Why a child cannot be heard any more.
  public enum Failure: Error, Hashable, Sendable {
    /// It gave nothing for that long and was killed.
    case silent(seconds: Int)
    case system(SystemError)
  }

  /// The first bytes that the child wrote to its standard error.
  public private(set) var complaint: [UInt8] = []

  let identifier: pid_t
  private let silence: Int
  private let output: Descriptor
  private let complaints: Descriptor
  private var isComplaining = true
  private var ending: Ending?

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - environment: all that the child gets of it.
  ///   - input: the child's standard input, read from where it stands.
  ///   - silence: how long the child may give nothing while somebody waits. Units: seconds.
  public init(
    _ program: Program, _ arguments: [String], environment: [String: String] = [:],
    input: borrowing Descriptor, silence: Int
  ) throws(SystemError) {
    let outputs = try Children.whileNoneStarts { () throws(SystemError) in try Pipe() }
    let complaints = try Children.whileNoneStarts { () throws(SystemError) in try Pipe() }
    self.silence = silence
    identifier = try Children.start(
      program, arguments, environment,
      streams: [input.number, outputs.writing.number, complaints.writing.number])
    output = outputs.takeReading()
    self.complaints = complaints.takeReading()
  }

  deinit {
    if ending == nil { Children.kill(identifier, patience: .seconds(5)) }
  }

  /// Reads the child's output into `buffer[start...]`; the number of bytes, 0 at the end.
  public func read(into buffer: inout [UInt8], from start: Int) throws(Failure) -> Int {
    var wait: Deadline?
    while true {
      do {
        return try output.read(into: &buffer, from: start)
      } catch {
        guard error.code == EAGAIN else { throw .system(error) }
      }
      let deadline = wait ?? Deadline(seconds: silence)
      wait = deadline
      try pause(forOutput: true, at: deadline, most: .seconds(silence))
    }
  }

  /// Waits for the child's end; call after `read` gave 0.
  public func finish() throws(Failure) -> Ending {
    let deadline = Deadline(seconds: silence)
    var nap = Duration.microseconds(50)
    while true {
      drain()
      if let ending = ending ?? Children.reap(identifier) {
        self.ending = ending
        drain()
        return ending
      }
      try pause(forOutput: false, at: deadline, most: nap)
      nap = min(nap * 2, .milliseconds(20))
    }
  }

  /// Waits until there is something to read, at most that long.
  private func pause(
    forOutput: Bool, at deadline: Deadline, most: Duration
  ) throws(Failure) {
    let left = deadline.left
    guard left > .zero else {
      Children.kill(identifier, patience: .seconds(5))
      throw .silent(seconds: silence)
    }
    var events: [pollfd] = []
    if forOutput { events.append(pollfd(fd: output.number, events: Int16(POLLIN), revents: 0)) }
    if isComplaining {
      events.append(pollfd(fd: complaints.number, events: Int16(POLLIN), revents: 0))
    }
    guard !events.isEmpty else {
      usleep(UInt32(min(left, most) / .microseconds(1)))
      return
    }
    let milliseconds = Int32(min(left, most) / .milliseconds(1)) + 1
    // Safety: the array is exclusively borrowed, with its own count, for the length of the call.
    let found = unsafe events.withUnsafeMutableBufferPointer { events in
      unsafe poll(events.baseAddress, nfds_t(events.count), milliseconds)
    }
    guard found >= 0 || errno == EINTR || errno == EAGAIN else {
      throw .system(SystemError(code: errno, attempted: "wait for a child"))
    }
    drain()
  }

  /// Takes what stands in the pipe of complaints, so that the child never waits for a reader.
  private func drain() {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    var rounds = 0
    while isComplaining, rounds < 16 {
      rounds += 1
      do {
        let count = try complaints.read(into: &buffer, from: 0)
        if count == 0 { isComplaining = false }
        complaint += buffer.prefix(min(count, ChildProcess.complaintBytes - complaint.count))
      } catch {
        if error.code != EAGAIN { isComplaining = false }
        return
      }
    }
  }

  var highestDescriptor: Int32 { max(output.number, complaints.number) }

  private static let complaintBytes = 400
}

/// A moment to come on a clock that stands while the machine sleeps.
struct Deadline {
  private let moment: SuspendingClock.Instant

  init(seconds: Int) { moment = SuspendingClock().now + .seconds(seconds) }

  init(after duration: Duration) { moment = SuspendingClock().now + duration }

  var left: Duration { moment - SuspendingClock().now }
}
