import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The children that run now: started, reaped and killed under one lock, so that no signal is ever
/// sent to a number that the system has given to somebody else.
enum Children {
  private static let running = Mutex<Set<pid_t>>([])

  /// Starts a program whose descriptors 0 to 2 are the given ones, and which has no others.
  static func start(
    _ program: Program, _ arguments: [String], _ environment: [String: String], streams: [Int32]
  ) throws(SystemError) -> pid_t {
    let words = [program.path] + arguments
    let settings = environment.map { $0.key + "=" + $0.value }.sorted()
    return try running.withLock { running throws(SystemError) in
      let identifier = try spawn(program.path, words, settings, streams)
      running.insert(identifier)
      return identifier
    }
  }

  /// Opens descriptors while no child can be started, which would inherit what is not marked yet.
  static func whileNoneStarts<Result: ~Copyable>(
    _ body: () throws(SystemError) -> sending Result
  ) throws(SystemError) -> sending Result {
    try running.withLock { _ throws(SystemError) in try body() }
  }

  /// How the child ended; nil while it runs.
  static func reap(_ identifier: pid_t) -> ChildProcess.Ending? {
    running.withLock { running in
      guard running.contains(identifier) else { return nil }
      var status: Int32 = 0
      var found: pid_t
      repeat {
        // Safety: `status` is a local of the right type for the length of the call.
        found = unsafe waitpid(identifier, &status, WNOHANG)
      } while found < 0 && errno == EINTR
      guard found != 0 else { return nil }
      running.remove(identifier)
      guard found == identifier else { return .exited(0) }
      let signal = status & 0x7f
      return signal == 0 ? .exited((status >> 8) & 0xff) : .killed(signal: signal)
    }
  }

  /// Kills a child with all that it has started, and reaps it; one that the system cannot end in
  /// time is left to it.
  static func kill(_ identifier: pid_t, patience: Duration) {
    let deadline = Deadline(after: patience)
    running.withLock { running in
      if running.contains(identifier) { sendKill(identifier) }
    }
    while reap(identifier) == nil, isRunning(identifier), deadline.left > .zero { usleep(200) }
  }

  /// Kills all and ends this process, before another child can be started.
  static func killAll(then end: () -> Void) {
    running.withLock { running in
      for identifier in running { sendKill(identifier) }
      end()
    }
  }

  private static func isRunning(_ identifier: pid_t) -> Bool {
    running.withLock { $0.contains(identifier) }
  }

  /// A child leads a group of its own, whose number nobody else has before the child is reaped.
  private static func sendKill(_ identifier: pid_t) {
    #if canImport(Glibc)
      Glibc.kill(-identifier, SIGKILL)
    #elseif canImport(Musl)
      Musl.kill(-identifier, SIGKILL)
    #else
      Darwin.kill(-identifier, SIGKILL)
    #endif
  }

  private static func spawn(
    _ path: String, _ words: [String], _ settings: [String], _ streams: [Int32]
  ) throws(SystemError) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      // Safety: a plain value of zeros, which `init` fills.
      var actions = unsafe posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    var identifier: pid_t = 0
    // Safety: actions and attributes are made before use and destroyed after it; the lists of words
    // end in nil, outlive the call and are freed after it; all numbers of signals fit their set.
    let copies = unsafe (words.map { unsafe strdup($0) } + [nil])
    let settingCopies = unsafe (settings.map { unsafe strdup($0) } + [nil])
    let all = unsafe copies + settingCopies
    defer { for index in unsafe all.indices { unsafe free(all[index]) } }
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (target, number) in streams.enumerated() {
      unsafe posix_spawn_file_actions_adddup2(&actions, number, Int32(target))
    }
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // What this process ignores or blocks for itself a child must not: a writer without a reader
    // ends by SIGPIPE.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGPIPE, SIGXFSZ] { unsafe sigaddset(&signals, signal) }
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    var flags = Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
    flags |= Int32(POSIX_SPAWN_SETPGROUP)
    #if canImport(Darwin)
      flags |= POSIX_SPAWN_CLOEXEC_DEFAULT
    #endif
    unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
    let code = unsafe posix_spawn(
      &identifier, path, &actions, &attributes, copies, settingCopies)
    guard code == 0 else {
      throw SystemError(code: code, attempted: "start the program \(path)")
    }
    return identifier
  }
}
