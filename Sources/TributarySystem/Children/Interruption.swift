import Foundation

/// What a signal that ends this process does to its children.
public enum Interruption {
  /// From now on SIGINT, SIGTERM, SIGHUP and SIGQUIT kill the running children before they end this
  /// process, as they would have without this call. A signal that is ignored stays ignored.
  ///
  /// Call once, before any other thread is started.
  public static func takesChildrenAlong() {
    var awaited = sigset_t()
    // Safety: the set is a local of the right type, made empty before use.
    unsafe sigemptyset(&awaited)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] where !isIgnored(signal) {
      unsafe sigaddset(&awaited, signal)
    }
    unsafe pthread_sigmask(SIG_BLOCK, &awaited, nil)
    let signals = awaited
    Thread.detachNewThread {
      var signals = signals
      var caught: Int32 = 0
      // Safety: both are locals of this thread for the length of the call.
      while unsafe sigwait(&signals, &caught) != 0 {}
      let signal = caught
      Children.killAll { end(by: signal) }
    }
  }

  private static func end(by caught: Int32) {
    signal(caught, SIG_DFL)
    var own = sigset_t()
    // Safety: the set is a local of the right type, made empty before use.
    unsafe sigemptyset(&own)
    unsafe sigaddset(&own, caught)
    unsafe pthread_sigmask(SIG_UNBLOCK, &own, nil)
    raise(caught)
  }

  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    // Safety: `action` is a local of the right type; the handler is compared as a number only.
    guard unsafe sigaction(signal, nil, &action) == 0 else { return false }
    #if canImport(Darwin)
      return unsafe unsafeBitCast(action.__sigaction_u.__sa_handler, to: Int.self) == 1
    #else
      return unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
    #endif
  }
}
