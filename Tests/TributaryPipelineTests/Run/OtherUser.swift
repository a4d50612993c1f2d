import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// A user whom closed folders are closed to: no rights bind root.
enum OtherUser {
  /// Runs a body as `nobody` where this process is root's: this thread, and those that it starts.
  static func run<Result>(_ body: () throws -> Result) rethrows -> Result {
    #if os(Linux)
      guard geteuid() == 0, let setUser else { return try body() }
      _ = setUser(65_534)
      defer { _ = setUser(0) }
    #endif
    return try body()
  }

  #if os(Linux)
    /// `setfsuid`, which belongs to a thread and has no place in the module.
    private static var setUser: (@convention(c) (uid_t) -> Int32)? {
      guard let found = unsafe dlsym(nil, "setfsuid") else { return nil }
      return unsafe unsafeBitCast(found, to: (@convention(c) (uid_t) -> Int32).self)
    }
  #endif
}
