import TributarySystem

/// A file held open for reading, with what the system said of it when it was opened.
struct OpenFile: ~Copyable {
  let name: String
  let size: Int64
  /// Unix nanoseconds.
  let modified: Int64
  let inode: Int64
  let unpacking: UnpackingLimits
  private let descriptor: Descriptor

  /// Errors: `missing`, `noPermission`, `notAFile`, `unreadable`.
  init(_ file: SourceFile) throws(IngestError) {
    let opened = try OpenFile.open(file)
    let status = try OpenFile.status(of: opened, file)
    name = file.relativePath
    unpacking = file.unpacking
    size = status?.size ?? 0
    modified = status?.modified ?? 0
    inode = status?.inode ?? 0
    descriptor = opened
  }

  /// Reads into `buffer[start...]`; the number of bytes, 0 at the end.
  borrowing func read(
    into buffer: inout [UInt8], from start: Int
  ) throws(IngestError) -> Int {
    do throws(SystemError) {
      return try descriptor.read(into: &buffer, from: start)
    } catch {
      throw IngestError(
        .unreadable, path: name,
        message: "expected to read on, found \"\(error.reason)\"; check the disk and try again")
    }
  }

  /// The first and the last bytes of the file, at most that many.
  borrowing func ends(_ count: Int) throws(IngestError) -> (head: [UInt8], tail: [UInt8]) {
    do throws(SystemError) {
      let size = try descriptor.status().size
      let head = try descriptor.bytes(at: 0, count: count)
      return (head, try descriptor.bytes(at: max(0, size - Int64(count)), count: count))
    } catch {
      throw IngestError(
        .unreadable, path: name,
        message: "expected to read on, found \"\(error.reason)\"; check the disk and try again")
    }
  }

  /// How far the file was read, also by the program that unpacks it.
  var position: Int64 { descriptor.position }

  /// Starts a program that reads the file from its first byte.
  borrowing func start(
    _ program: Program, _ arguments: [String], silence: Int
  ) throws(SystemError) -> ChildProcess {
    descriptor.rewind()
    return try ChildProcess(
      program, arguments, environment: ["LC_ALL": "C", "PATH": "/usr/bin:/bin"],
      input: descriptor, silence: silence)
  }

  private static func open(_ file: SourceFile) throws(IngestError) -> Descriptor {
    do throws(SystemError) {
      return file.isStandardInput
        ? try Descriptor(duplicating: 0) : try Descriptor(reading: file.place)
    } catch {
      throw failure(file, error)
    }
  }

  /// Nil for the standard input, which may be anything.
  private static func status(
    of descriptor: borrowing Descriptor, _ file: SourceFile
  ) throws(IngestError) -> FileStatus? {
    guard !file.isStandardInput else { return nil }
    let status: FileStatus
    do throws(SystemError) { status = try descriptor.status() } catch {
      throw failure(file, error)
    }
    guard status.kind == .file else {
      throw IngestError(
        .notAFile, path: file.relativePath,
        message: status.kind == .folder
          ? "expected a file, found a folder; name the files in it, such as "
            + "`\(file.relativePath)/*.log`"
          : "expected a file, found a pipe or device; leave it out of the pattern")
    }
    return status
  }

  private static func failure(_ file: SourceFile, _ error: SystemError) -> IngestError {
    let name = file.relativePath
    if error.isMissing {
      return IngestError(
        .missing, path: name, message: "expected a file, found none; check the path")
    }
    if error.isNoPermission {
      return IngestError(
        .noPermission, path: name,
        message: "expected a readable file, found no permission; let this user read it")
    }
    return IngestError(
      .unreadable, path: name,
      message: "expected a readable file, found \"\(error.reason)\"; check the path and disk")
  }
}
