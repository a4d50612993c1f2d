#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the system says of a file. Paths are bytes: what a folder holds need not be text.
public struct FileStatus: Hashable, Sendable {
  /// What lies at a path.
  public enum Kind: Sendable { case file, folder, other }

  public let kind: Kind
  /// Bytes.
  public let size: Int64
  /// The last change of the content. Units: Unix nanoseconds.
  public let modified: Int64
  public let inode: Int64
  /// The file system that holds it: with `inode` it tells files apart, whatever they are called.
  public let device: Int64
  /// Who may do what: the lowest nine bits of the mode.
  public let permissions: Int

  init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    default: kind = .other
    }
    size = Int64(status.st_size)
    inode = Int64(truncatingIfNeeded: status.st_ino)
    device = Int64(truncatingIfNeeded: status.st_dev)
    permissions = Int(status.st_mode & 0o777)
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    modified = Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// Looks at a path, through links.
  ///
  /// Errors: also for a link to nothing, which is missing.
  public init(of path: [UInt8]) throws(SystemError) {
    var status = stat()
    // Safety: the path is NUL-terminated; `status` is a local of the right type.
    guard unsafe stat(path.cPath, &status) == 0 else {
      throw SystemError(code: errno, attempted: "look at the file")
    }
    self.init(status)
  }

  /// Whether the folder of that path has such a name, be it a link to nothing.
  ///
  /// Errors: those of the system but for a folder that is none.
  public static func isNamed(_ path: [UInt8]) throws(SystemError) -> Bool {
    var status = stat()
    // Safety: the path is NUL-terminated; `status` is a local of the right type.
    if unsafe lstat(path.cPath, &status) == 0 { return true }
    let error = SystemError(code: errno, attempted: "look at the file")
    guard error.isMissing else { throw error }
    return false
  }

  /// Whether this user may read the file.
  public static func isReadable(_ path: [UInt8]) -> Bool {
    // Safety: the path is NUL-terminated and outlives the call.
    unsafe access(path.cPath, R_OK) == 0
  }

  /// Whether this user may run the file as a program.
  public static func isProgram(_ path: [UInt8]) -> Bool {
    guard (try? FileStatus(of: path))?.kind == .file else { return false }
    // Safety: the path is NUL-terminated and outlives the call.
    return unsafe access(path.cPath, X_OK) == 0
  }
}
