import Foundation
import TributaryModel

/// The shop's secret on disk: 64 hexadecimal digits in a file that only its owner may read.
enum KeyFile {
  /// The key in that file; a new random one when there is no file yet.
  static func readOrCreate(at path: URL) throws(NightError) -> ContactKey {
    let name = path.path(percentEncoded: false)
    if !FileManager.default.fileExists(atPath: name) { try create(at: path) }
    let text: String
    do { text = try String(contentsOf: path, encoding: .utf8) } catch {
      throw NightError(
        .noPermission, "\(name): could not read the key file: \(error.localizedDescription)")
    }
    guard let bytes = bytes(of: text), let key = ContactKey(bytes: bytes) else {
      throw NightError(
        .configuration,
        "\(name): expected a key of 64 hexadecimal digits, found something else; "
          + "put the backup back: a new key can not recognise known customers")
    }
    return key
  }

  private static func create(at path: URL) throws(NightError) {
    var generator = SystemRandomNumberGenerator()
    let digits = (0..<32).map { _ in
      let byte = UInt8.random(in: .min ... .max, using: &generator)
      return (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    let created = FileManager.default.createFile(
      atPath: path.path(percentEncoded: false), contents: Data((digits.joined() + "\n").utf8),
      attributes: [.posixPermissions: 0o600])
    guard created else {
      throw NightError(
        .cannotCreate,
        "\(path.path(percentEncoded: false)): could not create the key file; "
          + "expected a folder that this user may write to")
    }
  }

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
