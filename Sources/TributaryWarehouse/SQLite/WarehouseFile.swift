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
/// ```
public enum WarehouseFile {
  /// Where a rebuilt warehouse grows beside the one in place.
  public static func new(of path: String) -> String { path + ".new" }

  /// Where the former one stays after a swap.
  public static func before(of path: String) -> String { path + ".before" }

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
    try sync(rebuilt)
    // Safety: both texts are passed as NUL-terminated copies that outlive the call.
    guard unsafe rename(rebuilt, path) == 0 else {
      throw failure(path, "put the new warehouse in place")
    }
    try sync(URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false))
  }

  /// Writes a file or folder through to the disk.
  private static func sync(_ path: String) throws(WarehouseError) {
    // Safety: the text is passed as a NUL-terminated copy; the descriptor is closed below.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path, "write the new warehouse to the disk") }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else {
      throw failure(path, "write the new warehouse to the disk")
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
