import TributaryIngest
import TributaryModel

/// What a file looks like, and what to write into a pipeline file to load it.
public struct SourceGuess: Sendable {
  public let path: String
  /// The kind of source, such as `orders`; nil when nothing fits.
  public let kind: SourceKind?
  /// A name of `tributary formats`, or a log format string.
  public let format: String?
  /// Canonical columns that got values.
  public let columns: [String]
  /// Records that were tried, and those of them that could be loaded.
  public let read: Int
  public let loaded: Int
  /// Lines for the `sources` of a pipeline file.
  public let snippet: String?
  /// Why nothing fits, where the file looks like a log: what it looks like, and what does not fit.
  public let objection: String?

  /// Looks at the first records of a file.
  ///
  /// Errors: those of opening and unpacking.
  public init(_ path: String) throws(RunError) {
    self.path = path
    let guess: FormatGuess?
    var objection: String?
    do {
      guess = try FormatGuess.of(SourceFile(typed: path), objection: &objection)
    } catch {
      throw RunError(error)
    }
    kind = guess?.kind
    format = guess?.format.name
    columns = guess?.columns ?? []
    read = guess?.read ?? 0
    loaded = guess?.loaded ?? 0
    snippet = guess?.snippet(path: path)
    self.objection = objection
  }
}
