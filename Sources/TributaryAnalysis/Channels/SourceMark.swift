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
      if isStart, isFirst[Int(byte)], matches(bytes, index..<place.upperBound) { return true }
      isStart = byte == UInt8(ascii: "&") || byte == UInt8(ascii: ";")
    }
    return false
  }

  private static func matches(_ bytes: [UInt8], _ rest: Range<Int>) -> Bool {
    for name in byFirst[Int(bytes[rest.lowerBound] | 0x20)] where name.count <= rest.count {
      var step = 1
      while step < name.count, bytes[rest.lowerBound + step] | 0x20 == name[step] | 0x20 {
        step += 1
      }
      if step == name.count { return true }
    }
    return false
  }

  /// The names by their first byte, with the bit set that tells small letters from capitals.
  private static let byFirst: [[[UInt8]]] = {
    var lists = [[[UInt8]]](repeating: [], count: 256)
    for name in ["utm_", "_openstat="] + ClickID.Kind.allCases.map({ $0.rawValue + "=" }) {
      let bytes = Array(name.utf8)
      lists[Int(bytes[0] | 0x20)].append(bytes)
    }
    return lists
  }()
  /// Whether some name begins with that byte, in either case.
  private static let isFirst: [Bool] = (0..<256).map { !byFirst[$0 | 0x20].isEmpty }
}
