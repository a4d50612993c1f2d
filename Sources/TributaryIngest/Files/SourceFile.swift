import Foundation

/// A file to read, with the name under which the ledger and messages know it.
public struct SourceFile: Hashable, Sendable {
  /// Where the file lies, absolute or relative to the working folder.
  public let path: String
  /// The name shown to people: relative to the pipeline's folder.
  public let relativePath: String
  /// Whether to read the standard input instead of a file.
  public let isStandardInput: Bool

  public init(path: String, relativePath: String? = nil) {
    self.path = path
    self.relativePath = relativePath ?? path
    isStandardInput = false
  }

  public init(url: URL, relativePath: String? = nil) {
    self.init(path: url.path, relativePath: relativePath)
  }

  private init(standardInput name: String) {
    path = name
    relativePath = name
    isStandardInput = true
  }

  public static let standardInput = SourceFile(standardInput: "(standard input)")
}
