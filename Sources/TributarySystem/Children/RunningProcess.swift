#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A process of this machine, by its number.
public enum RunningProcess {
  /// Whether there is such a process; the system gives numbers out again when they are free.
  public static func isThere(_ number: Int32) -> Bool {
    number > 0 && (kill(number, 0) == 0 || errno == EPERM)
  }
}
