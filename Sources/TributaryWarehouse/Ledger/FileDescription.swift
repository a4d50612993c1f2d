import TributaryModel

/// A file as the reader found it on disk, before it is loaded.
public struct FileDescription: Hashable, Sendable {
  /// The ledger's number of the file; nil for one never seen.
  public var id: Int64?
  public var kind: SourceKind
  /// Relative to the pipeline's folder.
  public var path: FileName
  /// Bytes on disk.
  public var size: Int64
  /// Nanoseconds since 1970.
  public var modified: Int64
  public var inode: Int64
  public var reading: Reading
  /// The source's keys that it is read with, as text; empty when that does not matter.
  public var keys = ""
  /// The same when it is refused, for what may be refused counts too.
  public var refusingKeys = ""
  /// What stands before the order numbers that a log's page views show.
  public var idPrefix = ""
  /// What the file's name says of its version; for tables.
  public var named: NamedDay?
  /// Hash of a table's decompressed bytes, where it is known before they are read.
  public var contentHash = ""
  /// Whether what is read goes on from what other entries have read of the same content.
  public var isContinued = false
  /// Entries of logs whose content the file holds too, and gives anew.
  public var replaces: [Int64] = []

  /// How much of the file is read.
  public enum Reading: Hashable, Sendable {
    /// All of it; what an earlier reading refused is judged anew.
    case whole
    /// What was added since the last reading.
    case appended
    /// All of it, or of a log what others have not told, by other keys than before: what earlier
    /// readings stored is taken back.
    case anew
  }

  package init(
    id: Int64? = nil, kind: SourceKind, path: FileName, size: Int64, modified: Int64, inode: Int64,
    reading: Reading
  ) {
    self.id = id
    self.kind = kind
    self.path = path
    self.size = size
    self.modified = modified
    self.inode = inode
    self.reading = reading
  }

  /// The path with every number padded to 20 digits: texts compare as people count.
  var naturalPath: String {
    var padded = ""
    var digits = ""
    for character in path.spelling.unicodeScalars {
      if ("0"..."9").contains(character) {
        digits.unicodeScalars.append(character)
        continue
      }
      padded += FileDescription.pad(digits)
      digits = ""
      padded.unicodeScalars.append(character)
    }
    return padded + FileDescription.pad(digits)
  }

  private static func pad(_ digits: String) -> String {
    if digits.isEmpty { return "" }
    let bare = digits.drop { $0 == "0" }
    return String(repeating: "0", count: max(0, 20 - bare.utf8.count)) + bare
  }
}
