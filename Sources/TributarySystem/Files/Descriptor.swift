#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An open file, pipe or folder of this process, closed with the value and never inherited.
public struct Descriptor: ~Copyable, Sendable {
  public let number: Int32

  /// Takes over an open descriptor.
  ///
  /// One of 0 to 2 is moved up: a child would take it for its input or output.
  init(owning number: Int32) throws(SystemError) {
    guard number <= 2 else {
      self.number = number
      return
    }
    let moved = fcntl(number, F_DUPFD_CLOEXEC, 3)
    let code = errno
    close(number)
    guard moved > 2 else { throw SystemError(code: code, attempted: "keep a file open") }
    self.number = moved
  }

  /// Opens a file for reading; a pipe without a writer does not hold it up.
  public init(reading path: [UInt8]) throws(SystemError) {
    // Safety: the path is NUL-terminated and outlives the call.
    let opened = unsafe open(path.cPath, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard opened >= 0 else { throw SystemError(code: errno, attempted: "open the file") }
    try self.init(owning: opened)
  }

  /// A second descriptor of an open file that stays open, such as 0.
  public init(duplicating number: Int32) throws(SystemError) {
    self.number = fcntl(number, F_DUPFD_CLOEXEC, 3)
    guard self.number > 2 else { throw SystemError(code: errno, attempted: "keep a file open") }
  }

  deinit { close(number) }

  /// What the system says of the open file.
  public borrowing func status() throws(SystemError) -> FileStatus {
    var status = stat()
    // Safety: `status` is a local of the right type for the length of the call.
    guard unsafe fstat(number, &status) == 0 else {
      throw SystemError(code: errno, attempted: "look at the file")
    }
    return FileStatus(status)
  }

  /// How far the file was read, by this process and by children that share it. Units: bytes.
  public var position: Int64 { Int64(lseek(number, 0, SEEK_CUR)) }

  /// The bytes at an offset, at most that many; where the file is read from next does not change.
  public borrowing func bytes(at offset: Int64, count: Int) throws(SystemError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let read = unsafe bytes.withUnsafeMutableBytes { bytes -> Int in
        guard let base = bytes.baseAddress else { return 0 }
        // Safety: `count - filled` bytes lie between `filled` and the end of the array.
        return unsafe pread(number, base + filled, count - filled, off_t(offset) + off_t(filled))
      }
      if read < 0, errno == EINTR { continue }
      guard read >= 0 else { throw SystemError(code: errno, attempted: "read on") }
      if read == 0 { break }
      filled += read
    }
    return Array(bytes.prefix(filled))
  }

  /// Starts again at the first byte.
  public borrowing func rewind() { lseek(number, 0, SEEK_SET) }

  /// Reads into `buffer[start...]`; the number of bytes, 0 at the end.
  public borrowing func read(
    into buffer: inout [UInt8], from start: Int
  ) throws(SystemError) -> Int {
    let room = buffer.count - start
    guard room > 0, start >= 0 else { return 0 }
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes -> Int in
        guard let base = bytes.baseAddress else { return 0 }
        // Safety: `room` bytes lie between `start` and the end of the buffer.
        #if canImport(Glibc)
          return unsafe Glibc.read(number, base + start, room)
        #elseif canImport(Musl)
          return unsafe Musl.read(number, base + start, room)
        #else
          return unsafe Darwin.read(number, base + start, room)
        #endif
      }
      if count >= 0 { return count }
      guard errno == EINTR else { throw SystemError(code: errno, attempted: "read on") }
    }
  }
}

extension [UInt8] {
  /// A path as the system takes it: NUL-terminated.
  var cPath: [CChar] { map(CChar.init(bitPattern:)) + [0] }
}
