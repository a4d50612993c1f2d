import Foundation
import TributaryModel
import TributarySystem
import TributaryWarehouse

/// The shop's secret on disk: 64 hexadecimal digits in a file that only its owner may read.
enum KeyFile {
  /// The key in that file; nil when there is no such file.
  ///
  /// Errors: `configuration` for a key that is damaged, weak or readable by others.
  static func read(at path: String) throws(RunError) -> ContactKey? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    guard (try? FileStatus(of: Array(path.utf8)))?.kind != .folder else {
      throw RunError(
        .configuration, "\(path): expected a file with the key, found a folder; correct key_file")
    }
    let text: String
    do { text = try String(contentsOfFile: path, encoding: .utf8) } catch {
      throw RunError(
        .noPermission, "\(path): could not read the key file: \(error.localizedDescription)")
    }
    guard let bytes = bytes(of: text), let key = ContactKey(bytes: bytes) else {
      throw RunError(
        .configuration,
        "\(path): expected a key of 64 hexadecimal digits, found something else; "
          + "put the backup back: a new key can not recognise known customers")
    }
    guard Set(bytes).count >= fewestBytes else {
      throw RunError(
        .configuration,
        "\(path): expected a key of random bytes, found a few bytes again and again, which anybody "
          + "can guess; put the backup back, or move the key and the warehouse aside and run again")
    }
    let mode = (try? FileStatus(of: Array(path.utf8)))?.permissions ?? 0
    guard mode & 0o077 == 0 else {
      throw RunError(
        .configuration,
        "\(path): expected a key that only its owner may read, found the permissions "
          + "\(String(mode, radix: 8)); run chmod 600 on it")
    }
    return key
  }

  /// The key of a pipeline; nil before its first run, which makes one.
  ///
  /// Changes nothing anywhere.
  ///
  /// Errors: those of `read`, and `configuration` for a key that is missing while its warehouse is
  /// there, or is not the one that the warehouse was made with.
  static func key(of pipeline: Pipeline) throws(RunError) -> ContactKey? {
    let key = try read(at: pipeline.keyFile)
    let isMade = FilePath.isDatabase(pipeline.warehouse)
    guard let key else {
      guard isMade else { return nil }
      throw RunError(
        .configuration,
        "\(pipeline.keyFile): expected the key of \(pipeline.warehouse), found no file; put the key "
          + "back from its backup: a new one would make a stranger of every customer")
    }
    if isMade, let known = Warehouse.keyCheck(at: pipeline.warehouse), known != key.checkValue {
      throw otherKey(pipeline)
    }
    return key
  }

  static func otherKey(_ pipeline: Pipeline) -> RunError {
    RunError(
      .configuration,
      "\(pipeline.keyFile): expected the key that \(pipeline.warehouse) was made with, found "
        + "another; put that key back, or name the warehouse of this one")
  }

  /// A new random key, on disk before it is used.
  static func create(at path: String) throws(RunError) -> ContactKey {
    var generator = SystemRandomNumberGenerator()
    let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    do throws(SystemError) {
      try OwnerFile.makeFolders(of: path)
      try OwnerFile.write(Array((digits + "\n").utf8), to: path)
    } catch {
      throw RunError(
        .cannotCreate,
        "\(path): could not create the key file: \(error.reason); "
          + "expected a folder that this user may write to")
    }
    guard let key = try read(at: path) else {
      throw RunError(.cannotCreate, "\(path): expected the key just written, found none")
    }
    return key
  }

  /// Different bytes that 32 random ones have at least, but for one case in 10^58.
  private static let fewestBytes = 4

  private static func bytes(of text: String) -> [UInt8]? {
    let digits = Array(text.trimmingCharacters(in: .whitespacesAndNewlines).utf8)
    guard digits.count == 64 else { return nil }
    var bytes: [UInt8] = []
    for start in stride(from: 0, to: 64, by: 2) {
      let pair = String(decoding: digits[start..<start + 2], as: UTF8.self)
      guard let byte = UInt8(pair, radix: 16) else { return nil }
      bytes.append(byte)
    }
    return bytes
  }
}
