import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The file of a warehouse that nobody has open, as it is put in place of another.
///
/// ```
///  shop.sqlite ──(linked)──► shop.sqlite.before
///  shop.sqlite.new ─(renamed)─► shop.sqlite        at each moment one whole warehouse lies in place
///  shop.sqlite ──(copied)──► shop.sqlite.before-migration
/// ```
public enum WarehouseFile {
  /// Where a rebuilt warehouse grows beside the one in place.
  public static func new(of path: String) -> String { path + ".new" }

  /// Where the former one stays after a swap.
  public static func before(of path: String) -> String { path + ".before" }

  /// Where the copy stays that is made before tables are migrated.
  public static func beforeMigration(of path: String) -> String { path + ".before-migration" }

  /// Where that copy grows.
  public static func growing(_ path: String) -> String { path + ".part" }

  /// Removes a warehouse file with its journal, if there is one.
  ///
  /// Errors: `cannotOpen` when it stays.
  public static func remove(_ path: String) throws(WarehouseError) {
    for file in [path + "-journal", path] where FileManager.default.fileExists(atPath: file) {
      do { try FileManager.default.removeItem(atPath: file) } catch {
        throw WarehouseError(
          kind: .cannotOpen, path: file, attempted: "remove an old warehouse",
          message: error.localizedDescription)
      }
    }
  }

  /// Puts the new warehouse in place and keeps the former one beside it.
  ///
  /// Errors: `cannotOpen` with the system's word; the former one then is still in place.
  public static func swap(_ path: String) throws(WarehouseError) {
    let rebuilt = new(of: path)
    let former = before(of: path)
    try remove(former)
    do { try FileManager.default.linkItem(atPath: path, toPath: former) } catch {
      // A file system without links: the copy takes longer and comes to the same.
      do { try FileManager.default.copyItem(atPath: path, toPath: former) } catch {
        throw WarehouseError(
          kind: .cannotOpen, path: former, attempted: "keep the former warehouse",
          message: error.localizedDescription)
      }
    }
    try move(rebuilt, to: path)
  }

  /// Puts a whole file in a place where another may lie; on the disk when this returns.
  ///
  /// Errors: `cannotOpen` with the system's word; what lay there then is still there.
  static func move(_ file: String, to path: String) throws(WarehouseError) {
    try sync(file)
    // Safety: both texts are passed as NUL-terminated copies that outlive the call.
    guard unsafe rename(file, path) == 0 else {
      throw failure(path, "put the new file in place")
    }
    try sync(URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false))
  }

  /// Overwrites a file and removes it with its journal, so that deleted bytes are no longer its text.
  ///
  /// Of what a disk or a file system keeps of older bytes, such as snapshots, nothing is known here.
  /// Errors: `permission` when it stays.
  static func erase(_ path: String) throws(WarehouseError) {
    for file in [path + "-journal", path] where FileManager.default.fileExists(atPath: file) {
      do {
        if isAlone(file) { try overwrite(file) }
        try FileManager.default.removeItem(atPath: file)
      } catch {
        throw WarehouseError(
          kind: .permission, path: file,
          attempted: "remove a copy with contacts that the warehouse has masked",
          message: error.localizedDescription)
      }
    }
  }

  /// Bytes that may be written where a file lies; nil where the system does not say.
  static func room(beside path: String) -> Int64? {
    let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
    var status = statvfs()
    // Safety: the text is passed as a NUL-terminated copy; the status is written within the call.
    guard unsafe statvfs(folder, &status) == 0 else { return nil }
    return Int64(clamping: status.f_bavail).multipliedReportingOverflow(
      by: Int64(clamping: status.f_frsize)
    ).partialValue
  }

  /// Whether its bytes are of no other file, as they would be through a link.
  private static func isAlone(_ path: String) -> Bool {
    var status = stat()
    // Safety: the text is passed as a NUL-terminated copy; the status is written within the call.
    guard unsafe lstat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT == S_IFREG && status.st_nlink == 1
  }

  private static func overwrite(_ path: String) throws {
    let file = try FileHandle(forUpdating: URL(filePath: path))
    defer { try? file.close() }
    let zeros = Data(count: 1 << 20)
    var left = Int(clamping: try file.seekToEnd())
    try file.seek(toOffset: 0)
    while left > 0 {
      try file.write(contentsOf: zeros.prefix(left))
      left -= min(left, zeros.count)
    }
    try file.synchronize()
  }

  /// Writes a file or folder through to the disk.
  private static func sync(_ path: String) throws(WarehouseError) {
    // Safety: the text is passed as a NUL-terminated copy; the descriptor is closed below.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path, "write the new file to the disk") }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else {
      throw failure(path, "write the new file to the disk")
    }
  }

  private static func failure(_ path: String, _ attempted: String) -> WarehouseError {
    let code = errno
    // Safety: the text belongs to the system and is copied at once.
    let message = unsafe String(cString: strerror(code))
    return WarehouseError(
      kind: .cannotOpen, code: code, path: path, attempted: attempted, message: message)
  }
}
