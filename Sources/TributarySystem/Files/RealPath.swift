#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where a path really leads.
public enum RealPath {
  /// The path without links, `.` and `..`; nil when nothing is there.
  public static func of(_ path: [UInt8]) -> [UInt8]? {
    // Safety: the path is NUL-terminated; the answer is the system's, copied and freed here.
    guard let found = unsafe realpath(path.cPath, nil) else { return nil }
    defer { unsafe free(found) }
    return unsafe Array(String(cString: found).utf8)
  }
}
