/// How the program reads each format: raised when it reads the same bytes otherwise than before, so
/// that the next run reads the files again.
public enum ReadingVersion {
  private static let logs = 3
  private static let tables = 12
  /// Formats whose own reading changed, by name.
  private static let formats = ["mail": 3]

  /// A text that differs when the same file may be read otherwise.
  public static func of(format: String, isLog: Bool) -> String {
    "\(isLog ? logs : tables).\(formats[format] ?? 1)"
  }
}
