import Foundation
import TributarySystem

/// Paths as plain text, with `/` between names.
enum FilePath {
  /// The absolute path without `.` and `..`, read as relative to that folder.
  static func absolute(_ path: String, in folder: String) -> String {
    let whole = path.hasPrefix("/") ? path : folder + "/" + path
    var names: [Substring] = []
    for name in whole.split(separator: "/") where name != "." {
      if name == ".." { _ = names.popLast() } else { names.append(name) }
    }
    return "/" + names.joined(separator: "/")
  }

  /// Where an absolute path leads, links followed as far as something is there.
  static func resolved(_ path: String) -> String {
    var (known, rest) = (path, "")
    while known != "/" {
      if let real = RealPath.of(Array(known.utf8)) {
        return String(decoding: real, as: UTF8.self) + rest
      }
      rest = "/" + name(of: known) + rest
      known = folder(of: known)
    }
    return rest.isEmpty ? "/" : rest
  }

  /// Whether a file of SQLite is there, be it a warehouse or another program's.
  static func isDatabase(_ path: String) -> Bool {
    let head = try? FileHandle(forReadingAtPath: path)?.read(upToCount: 16)
    return head?.starts(with: Data("SQLite format 3\0".utf8)) == true
  }

  /// The folder that holds the file of that absolute path.
  static func folder(of path: String) -> String {
    "/" + path.split(separator: "/").dropLast().joined(separator: "/")
  }

  /// The last name of a path; empty for the root.
  static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? ""
  }
}
