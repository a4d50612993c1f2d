/// A file of SQL that travels inside the binary.
///
/// Shape: one or more statements; SQLite itself splits them, so that a semicolon in a text or a
/// comment never does.
public struct NamedSQL: Hashable, Sendable {
  /// The file's name without `.sql`.
  public let name: String
  public let text: String

  /// The file of that name with these bytes.
  public init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    text = String(decoding: bytes, as: UTF8.self)
  }
}
