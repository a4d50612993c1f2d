import Foundation

/// Paths with `*` and `?` in any part, such as `logs/*.log.gz`.
public struct FilePattern: Hashable, Sendable {
  public let text: String

  public init(_ text: String) {
    self.text = text
  }

  /// The files that match, in natural order (`access.log.2` before `access.log.10`).
  ///
  /// Hidden files match only a pattern that starts with a dot; folders never match. A path without
  /// `*` and `?` is that file, whether it exists or not.
  public func files(in folder: URL) -> [SourceFile] {
    let isAbsolute = text.hasPrefix("/")
    let parts = text.split(separator: "/").map(String.init).filter { $0 != "." }
    guard parts.contains(where: FilePattern.isWild) else {
      let path = isAbsolute ? text : folder.path + "/" + parts.joined(separator: "/")
      let relative = isAbsolute ? text : parts.joined(separator: "/")
      return [SourceFile(path: path, relativePath: relative)]
    }
    var found = [""]
    let base = isAbsolute ? "" : folder.path
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      found = found.flatMap { prefix in
        FilePattern.entries(matching: part, in: base + prefix).compactMap { name in
          let path = prefix + "/" + name
          return OpenFile.isFolder(base + path) == isLast ? nil : path
        }
      }
    }
    return found.map {
      SourceFile(path: base + $0, relativePath: isAbsolute ? $0 : String($0.dropFirst()))
    }.sorted { NaturalOrder.precedes($0.relativePath, $1.relativePath) }
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

  private static func isWild(_ part: String) -> Bool { part.contains("*") || part.contains("?") }

  private static func entries(matching part: String, in folder: String) -> [String] {
    guard isWild(part) else { return [part] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { ($0.hasPrefix(".") == part.hasPrefix(".")) && matches($0, part) }
  }
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
