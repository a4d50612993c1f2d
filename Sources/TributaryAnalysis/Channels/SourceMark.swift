/// A quick look whether a query speaks of a source at all; most queries of a shop do not.
enum SourceMark {
  /// Whether some parameter's name is a tag or a click id. Takes one pass without a copy.
  static func isPresent(in query: String) -> Bool {
    let bytes = query.utf8
    var isStart = true
    var index = bytes.startIndex
    while index != bytes.endIndex {
      let byte = bytes[index]
      if isStart, firstBytes[Int(byte)], matches(bytes[index...]) { return true }
      isStart = byte == UInt8(ascii: "&") || byte == UInt8(ascii: ";")
      index = bytes.index(after: index)
    }
    return false
  }

  private static func matches(_ rest: Substring.UTF8View) -> Bool {
    names.contains { name in
      var index = rest.startIndex
      for byte in name {
        guard index != rest.endIndex, rest[index] | 0x20 == byte | 0x20 else { return false }
        index = rest.index(after: index)
      }
      return true
    }
  }

  private static let names: [[UInt8]] =
    (["utm_", "_openstat="] + ClickID.Kind.allCases.map { $0.rawValue + "=" }).map {
      Array($0.utf8)
    }
  /// Whether some name begins with that byte, in either case.
  private static let firstBytes: [Bool] = (0..<256).map { byte in
    names.compactMap(\.first).contains { Int($0) == byte || Int($0 & 0xDF) == byte }
  }
}
