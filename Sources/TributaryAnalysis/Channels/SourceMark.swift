/// A quick look whether a query speaks of a source at all; most queries of a shop do not.
enum SourceMark {
  /// Whether some parameter's name is a tag or a click id.
  static func isPresent(in query: String) -> Bool {
    let bytes = Array(query.utf8)
    return isPresent(in: bytes, bytes.indices)
  }

  /// The same of the bytes at a place. Takes one pass without a copy.
  static func isPresent(in bytes: [UInt8], _ place: Range<Int>) -> Bool {
    var isStart = true
    for index in place {
      let byte = bytes[index]
      if isStart, firstBytes[Int(byte)], matches(bytes, index..<place.upperBound) { return true }
      isStart = byte == UInt8(ascii: "&") || byte == UInt8(ascii: ";")
    }
    return false
  }

  private static func matches(_ bytes: [UInt8], _ rest: Range<Int>) -> Bool {
    for name in names where name.count <= rest.count {
      var step = 0
      while step < name.count, bytes[rest.lowerBound + step] | 0x20 == name[step] | 0x20 {
        step += 1
      }
      if step == name.count { return true }
    }
    return false
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
