/// A program of the system, found in the folders where systems keep theirs and never by `PATH`.
public struct Program: Hashable, Sendable {
  /// The absolute path.
  public let path: String

  /// Nil when no such program is installed.
  ///
  /// - Parameter folders: absolute paths, the first that has the program wins.
  public init?(_ name: String, in folders: [String] = Program.folders) {
    let places = folders.map { $0 + "/" + name }
    guard let place = places.first(where: { FileStatus.isProgram(Array($0.utf8)) }) else {
      return nil
    }
    path = place
  }

  public static let folders = ["/usr/bin", "/bin", "/usr/local/bin", "/opt/homebrew/bin"]
}
