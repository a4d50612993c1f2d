#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the system refused, and what was attempted.
public struct SystemError: Error, Hashable, Sendable {
  /// The system's number of the error (errno).
  public let code: Int32
  /// What was attempted, as an infinitive: `open the file`.
  public let attempted: String

  package init(code: Int32, attempted: String) {
    self.code = code
    self.attempted = attempted
  }

  public var isMissing: Bool { code == ENOENT || code == ENOTDIR }
  public var isNoPermission: Bool { code == EACCES || code == EPERM }

  /// The system's words: `No such file or directory`.
  public var reason: String {
    // Safety: strerror returns a NUL-terminated text that is copied at once.
    guard let text = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: text)
  }
}

extension SystemError: CustomStringConvertible {
  public var description: String { "could not \(attempted): \(reason)" }
}
