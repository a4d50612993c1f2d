#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file held open for reading, with what the system said of it when it was opened.
struct OpenFile: ~Copyable {
  let descriptor: Int32
  let name: String
  let size: Int64
  /// Unix nanoseconds.
  let modified: Int64
  let inode: Int64
  private let closes: Bool

  /// Errors: `missing`, `noPermission`, `notAFile`, `unreadable`.
  init(_ file: SourceFile) throws(IngestError) {
    name = file.relativePath
    guard !file.isStandardInput else {
      descriptor = 0
      (size, modified, inode, closes) = (0, 0, 0, false)
      return
    }
    // Safety: the string is passed as a NUL-terminated copy that outlives the call.
    let opened = unsafe open(file.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard opened >= 0 else { throw OpenFile.failure(file, errno) }
    var status = stat()
    // Safety: `status` is a local of the right type for the length of the call.
    guard unsafe fstat(opened, &status) == 0 else {
      let code = errno
      close(opened)
      throw OpenFile.failure(file, code)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(opened)
      throw IngestError(
        .notAFile, path: file.relativePath,
        message: status.st_mode & S_IFMT == S_IFDIR
          ? "expected a file, found a folder; name the files in it, such as "
            + "`\(file.relativePath)/*.log`"
          : "expected a file, found a pipe or device; leave it out of the pattern")
    }
    descriptor = opened
    closes = true
    size = Int64(status.st_size)
    inode = Int64(truncatingIfNeeded: status.st_ino)
    #if canImport(Glibc)
      modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
    #else
      modified =
        Int64(status.st_mtimespec.tv_sec) * 1_000_000_000 + Int64(status.st_mtimespec.tv_nsec)
    #endif
  }

  deinit { if closes { close(descriptor) } }

  /// Reads into `buffer[start...]`; the number of bytes, 0 at the end.
  borrowing func read(
    into buffer: inout [UInt8], from start: Int
  ) throws(IngestError) -> Int {
    try OpenFile.read(descriptor, into: &buffer, from: start, name: name)
  }

  /// Starts again at the first byte.
  borrowing func rewind() { lseek(descriptor, 0, SEEK_SET) }

  static func read(
    _ descriptor: Int32, into buffer: inout [UInt8], from start: Int, name: String
  ) throws(IngestError) -> Int {
    let room = buffer.count - start
    guard room > 0, start >= 0 else { return 0 }
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes -> Int in
        guard let base = bytes.baseAddress else { return 0 }
        // Safety: `room` bytes lie between `start` and the end of the buffer.
        #if canImport(Glibc)
          return unsafe Glibc.read(descriptor, base + start, room)
        #else
          return unsafe Darwin.read(descriptor, base + start, room)
        #endif
      }
      if count >= 0 { return count }
      if errno == EINTR { continue }
      throw IngestError(
        .unreadable, path: name,
        message: "expected to read on, found \"\(reason(errno))\"; check the disk and try again")
    }
  }

  /// Whether a path leads to a folder.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    // Safety: `status` is a local of the right type; the path is passed as a NUL-terminated copy.
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func failure(_ file: SourceFile, _ code: Int32) -> IngestError {
    let name = file.relativePath
    switch code {
    case ENOENT, ENOTDIR:
      return IngestError(
        .missing, path: name, message: "expected a file, found none; check the path")
    case EACCES, EPERM:
      return IngestError(
        .noPermission, path: name,
        message: "expected a readable file, found no permission; let this user read it")
    default:
      return IngestError(
        .unreadable, path: name,
        message: "expected a readable file, found \"\(reason(code))\"; check the path and disk")
    }
  }

  private static func reason(_ code: Int32) -> String {
    // Safety: strerror returns a NUL-terminated text that is copied at once.
    guard let text = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: text)
  }
}
