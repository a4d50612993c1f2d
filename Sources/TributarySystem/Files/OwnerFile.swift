#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Files that nobody but their owner may read, from their first byte on.
public enum OwnerFile {
  /// Writes a new file of mode 0600: whole and on the disk, its name in its folder too, or not at
  /// all. A file that is already there stays and is an error.
  public static func write(_ bytes: [UInt8], to path: String) throws(SystemError) {
    let unfinished = path + ".new"
    // What an interrupted run left half written.
    _ = remove(Array(unfinished.utf8))
    try create(unfinished, holding: bytes)
    // A link refuses a name that is taken, which a rename would replace.
    let (from, to) = (Array(unfinished.utf8).cPath, Array(path.utf8).cPath)
    // Safety: both paths are NUL-terminated and outlive the call.
    let isLinked = unsafe link(from, to) == 0
    let code = errno
    if isLinked {
      _ = remove(Array(unfinished.utf8))
    } else {
      // Safety: as above. A file system without links has renames.
      guard code != EEXIST, unsafe rename(from, to) == 0 else {
        _ = remove(Array(unfinished.utf8))
        throw SystemError(code: code, attempted: "make the file")
      }
    }
    try syncFolder(of: path)
  }

  /// Makes an empty file of mode 0600 where none is.
  public static func createEmpty(_ path: String) throws(SystemError) {
    do throws(SystemError) { try create(path, holding: []) } catch {
      guard error.code == EEXIST else { throw error }
    }
  }

  /// Makes the folders that lead to a file, those that are missing of mode 0700.
  public static func makeFolders(of path: String) throws(SystemError) {
    let names = path.split(separator: "/").dropLast()
    var folder = path.hasPrefix("/") ? "" : "."
    for name in names {
      folder += "/" + name
      // Safety: the path is NUL-terminated and outlives the call.
      guard unsafe mkdir(Array(folder.utf8).cPath, 0o700) != 0 else { continue }
      let code = errno
      guard code == EEXIST || isFolder(folder) else {
        throw SystemError(code: code, attempted: "make the folder \(folder)")
      }
    }
  }

  private static func create(_ path: String, holding bytes: [UInt8]) throws(SystemError) {
    // Safety: the path is NUL-terminated and outlives the call.
    let opened = unsafe open(
      Array(path.utf8).cPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard opened >= 0 else { throw SystemError(code: errno, attempted: "make the file") }
    defer { close(opened) }
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer -> Int in
        guard let start = buffer.baseAddress else { return 0 }
        // Safety: `bytes.count - written` bytes lie behind `written`.
        #if canImport(Glibc)
          return unsafe Glibc.write(opened, start + written, bytes.count - written)
        #elseif canImport(Musl)
          return unsafe Musl.write(opened, start + written, bytes.count - written)
        #else
          return unsafe Darwin.write(opened, start + written, bytes.count - written)
        #endif
      }
      guard count > 0 || errno == EINTR else {
        throw SystemError(code: errno, attempted: "write the file")
      }
      written += max(0, count)
    }
    guard fsync(opened) == 0 else {
      throw SystemError(code: errno, attempted: "bring the file to the disk")
    }
  }

  /// Brings a folder's names to the disk.
  private static func syncFolder(of path: String) throws(SystemError) {
    let names = path.split(separator: "/").dropLast().joined(separator: "/")
    let folder = path.hasPrefix("/") ? "/" + names : names.isEmpty ? "." : names
    // Safety: the path is NUL-terminated and outlives the call.
    let opened = unsafe open(Array(folder.utf8).cPath, O_RDONLY | O_CLOEXEC | O_DIRECTORY)
    guard opened >= 0 else { throw SystemError(code: errno, attempted: "open the folder") }
    defer { close(opened) }
    // Some file systems of networks have no such call.
    guard fsync(opened) == 0 || errno == EINVAL || errno == ENOTSUP else {
      throw SystemError(code: errno, attempted: "bring the folder to the disk")
    }
  }

  private static func remove(_ path: [UInt8]) -> Bool {
    // Safety: the path is NUL-terminated and outlives the call.
    unsafe unlink(path.cPath) == 0
  }

  private static func isFolder(_ path: String) -> Bool {
    (try? FileStatus(of: Array(path.utf8)))?.kind == .folder
  }
}
