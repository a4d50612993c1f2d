import Foundation
import TributaryModel
import TributarySystem

/// Paths with `*` and `?` in any part, such as `logs/*.log.gz`.
public struct FilePattern: Hashable, Sendable {
  public let text: String

  package init(_ text: String) {
    self.text = text
  }

  /// The files that match, in natural order (`access.log.2` before `access.log.10`).
  ///
  /// Hidden files match only a pattern that starts with a dot; folders never match. A path without
  /// `*` and `?` is that file, whether it exists or not. Names are bytes: a pattern finds a letter
  /// however its name writes it, and two names are two files.
  public func files(in folder: URL) -> [SourceFile] { search(folder).files }

  /// A folder that the system does not let this user look into.
  public struct ClosedFolder: Hashable, Sendable {
    /// As files in it would have it, without the slash at the end.
    public let place: [UInt8]
    public let path: String
    /// The system's word.
    public let reason: String
    /// Whether only `*` or `?` leads to it and only its rights are in the way: it may be another's.
    public let isByChance: Bool

    /// Whether a file lies in it or below.
    public func holds(_ file: SourceFile) -> Bool {
      file.place.starts(with: place + FilePattern.slash)
    }
  }

  /// The files that match, and the folders where others may lie.
  public func search(_ folder: URL) -> (files: [SourceFile], closed: [ClosedFolder]) {
    let isAbsolute = text.hasPrefix("/")
    let parts = text.split(separator: "/").map(String.init).filter { $0 != "." }
    let base = isAbsolute ? [] : Array(folder.path.utf8)
    func file(_ path: [UInt8]) -> SourceFile {
      SourceFile(
        place: base + path, name: FileName(bytes: isAbsolute ? path : Array(path.dropFirst())))
    }
    let isWild = parts.contains(where: FilePattern.isWild)
    var found: [[UInt8]] = [[]]
    var closed: [ClosedFolder] = []
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      var next: [[UInt8]] = []
      func close(_ place: [UInt8], at depth: Int, _ error: SystemError) {
        let path = String(decoding: place.dropFirst(isAbsolute ? 0 : 1), as: UTF8.self)
        let isMet = parts[..<depth].contains(where: FilePattern.isWild)
        closed.append(
          ClosedFolder(
            place: base + place, path: path.isEmpty ? "." : path, reason: error.reason,
            isByChance: isMet && error.isNoPermission))
      }
      for prefix in found {
        do throws(SystemError) {
          for name in try FilePattern.entries(matching: part, in: base + prefix) {
            let place = prefix + FilePattern.slash + name
            guard isWild else {
              next.append(place)
              continue
            }
            do throws(SystemError) {
              let kind = try FilePattern.kind(of: base + place)
              if isLast ? kind != .folder : kind == .folder { next.append(place) }
            } catch {
              // What is named there is a link whose end is out of reach; else the folder is closed.
              guard try FileStatus.isNamed(base + place) else { continue }
              if isLast { next.append(place) } else { close(place, at: index + 1, error) }
            }
          }
        } catch {
          close(prefix, at: index, error)
        }
      }
      found = next
    }
    return (
      found.map(file).sorted { NaturalOrder.precedes($0.relativePath, $1.relativePath) }, closed
    )
  }

  /// Whether a name matches `*` (any run) and `?` (one character), in linear memory.
  static func matches(_ name: String, _ pattern: String) -> Bool {
    let name = Array(name)
    let pattern = Array(pattern)
    var (n, p, star, mark) = (0, 0, -1, 0)
    while n < name.count {
      if p < pattern.count, pattern[p] == "*" {
        (star, mark) = (p, n)
        p += 1
      } else if p < pattern.count, pattern[p] == "?" || pattern[p] == name[n] {
        n += 1
        p += 1
      } else if star >= 0 {
        mark += 1
        (p, n) = (star + 1, mark)
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == "*" }
  }

  /// Whether a path, as `SourceFile.relativePath` has it, matches; whether the file is there does not
  /// matter.
  public func matches(path: String) -> Bool {
    let parts = text.split(separator: "/").filter { $0 != "." }
    let names = path.split(separator: "/")
    return text.hasPrefix("/") == path.hasPrefix("/") && parts.count == names.count
      && zip(parts, names).allSatisfy { part, name in
        FilePattern.isWild(String(part))
          ? name.hasPrefix(".") == part.hasPrefix(".")
            && FilePattern.matches(String(name), String(part))
          : part == name
      }
  }

  private static func isWild(_ part: String) -> Bool { part.contains("*") || part.contains("?") }

  /// Nil for a place that is missing.
  ///
  /// Errors: those of the system.
  private static func kind(of path: [UInt8]) throws(SystemError) -> FileStatus.Kind? {
    do throws(SystemError) { return try FileStatus(of: path).kind } catch {
      guard error.isMissing else { throw error }
      return nil
    }
  }

  /// Errors: those of the system but for a folder that is none.
  private static func entries(
    matching part: String, in folder: [UInt8]
  ) throws(SystemError) -> [[UInt8]] {
    let names: [[UInt8]]
    do throws(SystemError) {
      guard isWild(part) else {
        let typed = Array(part.utf8)
        let isThere = try FileStatus.isNamed(folder + slash + typed)
        return [isThere ? typed : FileName(spelling: part).bytes]
      }
      names = try FolderNames.of(folder.isEmpty ? slash : folder)
    } catch {
      guard error.isMissing else { throw error }
      names = []
    }
    return names.filter { name in
      let text = String(decoding: name, as: UTF8.self)
      return text.hasPrefix(".") == part.hasPrefix(".") && matches(text, part)
    }
  }

  fileprivate static let slash = Array("/".utf8)
}

/// The order of names in which numbers count as numbers.
public enum NaturalOrder {
  /// Whether one name comes before another; equal numbers written differently go by bytes.
  public static func precedes(_ left: String, _ right: String) -> Bool {
    let (a, b) = (Array(left.utf8), Array(right.utf8))
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if isDigit(a[i]), isDigit(b[j]) {
        let first = number(a, &i)
        let second = number(b, &j)
        if first.count != second.count { return first.count < second.count }
        if first != second { return first.lexicographicallyPrecedes(second) }
      } else if a[i] != b[j] {
        return a[i] < b[j]
      } else {
        i += 1
        j += 1
      }
    }
    if a.count - i != b.count - j { return a.count - i < b.count - j }
    return a.lexicographicallyPrecedes(b)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  private static func number(_ text: [UInt8], _ index: inout Int) -> ArraySlice<UInt8> {
    let start = index
    while index < text.count, isDigit(text[index]) { index += 1 }
    return text[start..<index].drop { $0 == 48 }
  }
}
