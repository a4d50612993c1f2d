import TributaryModel

/// Why a whole file, format or pattern was refused.
///
/// Shape: prints as `path:line: expected …, found …; what to do`.
public struct IngestError: Error, Hashable, Sendable {
  public let kind: Kind
  /// The file as the user named it, or the option at fault.
  public let path: String
  /// 1 for the first line of the decompressed file; nil when no line is at fault.
  public let line: Int?
  /// What was expected, what was found and what to do.
  public let message: String

  package init(_ kind: Kind, path: String, line: Int? = nil, message: String) {
    self.kind = kind
    self.path = path
    self.line = line
    self.message = message
  }

  /// A stable word for each way to fail.
  public enum Kind: String, Sendable, CaseIterable {
    case missing
    case noPermission = "no-permission"
    case notAFile = "not-a-file"
    case unreadable
    /// The decompressor found the file truncated or damaged.
    case corrupt
    /// It unpacks to more than any real file; see `UnpackingLimits`.
    case tooLarge = "too-large"
    /// The decompressor gave nothing for too long.
    case timedOut = "timed-out"
    /// The program that unpacks this kind of file is not installed.
    case toolMissing = "tool-missing"
    case unsupported
    case missingColumn = "missing-column"
    case duplicateColumn = "duplicate-column"
    /// The part of a log that was loaded before is not what it was.
    case contentChanged = "content-changed"
    case unknownFormat = "unknown-format"
    case badOption = "bad-option"
  }
}

extension IngestError: CustomStringConvertible {
  public var description: String {
    let place = line.map { path + ":\($0)" } ?? path
    return PrintableText.of(place + ": " + message)
  }
}
