#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The names in a folder as the file system has them: bytes, of any encoding or none.
public enum FolderNames {
  /// All names but `.` and `..`, in the order of their bytes.
  public static func of(_ folder: [UInt8]) throws(SystemError) -> [[UInt8]] {
    // Safety: the path is NUL-terminated and outlives the call.
    guard let opened = unsafe opendir(folder.cPath) else {
      throw SystemError(code: errno, attempted: "list the folder")
    }
    // Safety: the handle is open until here and used by nobody else.
    defer { unsafe closedir(opened) }
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return [] }
    var names: [[UInt8]] = []
    errno = 0
    // Safety: the entry belongs to the handle and is copied before the next is read.
    while let entry = unsafe readdir(opened) {
      // Safety: the name is NUL-terminated and lies within the entry.
      let start = unsafe UnsafeRawPointer(entry) + offset
      let length = unsafe strlen(start.assumingMemoryBound(to: CChar.self))
      names.append(unsafe Array(UnsafeRawBufferPointer(start: start, count: length)))
      errno = 0
    }
    guard errno == 0 else { throw SystemError(code: errno, attempted: "list the folder") }
    let dot = UInt8(ascii: ".")
    return names.filter { $0 != [dot] && $0 != [dot, dot] }
      .sorted { $0.lexicographicallyPrecedes($1) }
  }
}
