import Foundation

/// The right to write the warehouse: one run at a time holds it.
///
/// An advisory lock of the system (flock) on `<warehouse>.lock`. The system frees it when the
/// holder ends, however it ends; the file stays and its text then means nothing.
public struct WarehouseLock: ~Copyable {
  private let file: FileHandle

  /// Takes the lock, waiting up to that many seconds.
  ///
  /// - Parameter holder: written into the file for others to read, such as
  ///   `process 4711, started 2026-05-03T04:00:00.000Z`.
  /// Errors: `busy` naming the holder; `permission`, `readOnly` or `cannotOpen` when the lock
  /// file cannot be written.
  public init(
    warehouse path: String, holder: String, waitSeconds: Double = 0
  ) throws(WarehouseError) {
    let lockPath = path + ".lock"
    let file = try WarehouseLock.openFile(lockPath)
    let pause = 0.1
    var left = waitSeconds
    while flock(file.fileDescriptor, LOCK_EX | LOCK_NB) != 0 {
      guard left > 0 else {
        throw WarehouseError(
          kind: .busy, path: path, attempted: "lock the warehouse",
          message: "another run holds it: " + WarehouseLock.lastHolder(of: path))
      }
      Thread.sleep(forTimeInterval: min(pause, left))
      left -= pause
    }
    do {
      try file.truncate(atOffset: 0)
      try file.write(contentsOf: Data((holder + "\n").utf8))
    } catch {
      throw WarehouseError(
        kind: .full, path: lockPath, attempted: "write the holder of the lock",
        message: error.localizedDescription)
    }
    self.file = file
  }

  /// Gives the right back.
  public consuming func release() {}

  deinit {
    // Closing alone is not enough: a child between fork and exec still holds the descriptor.
    flock(file.fileDescriptor, LOCK_UN)
    try? file.close()
  }

  /// What the last holder wrote into the lock, or that it says nothing; control characters left
  /// out. The holder may be gone.
  public static func lastHolder(of path: String) -> String {
    let text = (try? String(contentsOfFile: path + ".lock", encoding: .utf8)) ?? ""
    let line = text.prefix(200).filter { character in
      character.unicodeScalars.allSatisfy { $0.value >= 32 && !(127...159).contains($0.value) }
    }
    return line.isEmpty ? "unknown holder" : String(line)
  }

  private static func openFile(_ path: String) throws(WarehouseError) -> FileHandle {
    // Safety: the path is a C string for the call only; the descriptor is owned by the handle,
    // which closes it. A child process must not inherit the lock, hence O_CLOEXEC.
    let descriptor = unsafe open(
      path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    let code = errno
    guard descriptor >= 0 else {
      let kind: WarehouseError.Kind =
        switch code {
        case EACCES, EPERM: .permission
        case EROFS: .readOnly
        case ENOSPC, EDQUOT: .full
        default: .cannotOpen
        }
      // Safety: the text belongs to the system and is copied at once.
      let message = unsafe String(cString: strerror(code))
      throw WarehouseError(
        kind: kind, code: code, path: path, attempted: "open the lock file", message: message)
    }
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }
}
