/// Ways into an object without reading all of it; −1 where there is none, or not yet.
extension JSONScan {
  /// The value of a member of the object at or after `start`.
  static func member(
    _ name: String, of bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> Int {
    let open = space(bytes, from: start, to: end)
    guard open < end, bytes[open] == UInt8(ascii: "{") else { return -1 }
    var at = space(bytes, from: open + 1, to: end)
    while at < end, bytes[at] == 0x22 {
      let closing = endOfString(bytes, from: at + 1, to: end)
      guard closing >= 0 else { return -1 }
      var key: [UInt8] = []
      append(bytes, from: at + 1, to: closing, to: &key)
      at = colon(bytes, from: closing + 1, to: end)
      guard at >= 0 else { return -1 }
      at = space(bytes, from: at, to: end)
      if key.elementsEqual(name.utf8) { return at < end ? at : -1 }
      at = endOfValue(bytes, from: at, to: end)
      guard at >= 0 else { return -1 }
      at = space(bytes, from: at, to: end)
      guard at < end, bytes[at] == UInt8(ascii: ",") else { return -1 }
      at = space(bytes, from: at + 1, to: end)
    }
    return -1
  }

  /// Past the bracket of the array to which the path leads from the object at `start`.
  static func array(
    _ path: ArraySlice<String>, in bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> Int {
    guard let name = path.first else {
      return bytes[start] == UInt8(ascii: "[") ? start + 1 : -1
    }
    let value = member(name, of: bytes, from: start, to: end)
    return value < 0 ? -1 : array(path.dropFirst(), in: bytes, from: value, to: end)
  }

  /// Past the bracket of the first array of objects, at most three members deep, the least deep
  /// one first, and how deep it lies; else of the first empty one.
  static func arrayOfObjects(
    in bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> (start: Int, depth: Int) {
    for first in [UInt8(ascii: "{"), UInt8(ascii: "]")] {
      for depth in 1...3 {
        let found = array(beginning: first, in: bytes, from: start, to: end, depth: depth)
        if found >= 0 { return (found, depth) }
      }
    }
    return (-1, 0)
  }

  private static func array(
    beginning first: UInt8, in bytes: borrowing Span<UInt8>, from start: Int, to end: Int,
    depth: Int
  ) -> Int {
    guard start < end, bytes[start] == UInt8(ascii: "{") else { return -1 }
    var at = space(bytes, from: start + 1, to: end)
    while at < end, bytes[at] == 0x22 {
      let closing = endOfString(bytes, from: at + 1, to: end)
      guard closing >= 0 else { return -1 }
      at = colon(bytes, from: closing + 1, to: end)
      guard at >= 0 else { return -1 }
      at = space(bytes, from: at, to: end)
      if depth > 1 {
        let found = array(beginning: first, in: bytes, from: at, to: end, depth: depth - 1)
        if found >= 0 { return found }
      } else if at < end, bytes[at] == UInt8(ascii: "[") {
        let element = space(bytes, from: at + 1, to: end)
        if element < end, bytes[element] == first { return at + 1 }
      }
      at = endOfValue(bytes, from: at, to: end)
      guard at >= 0 else { return -1 }
      at = space(bytes, from: at, to: end)
      guard at < end, bytes[at] == UInt8(ascii: ",") else { return -1 }
      at = space(bytes, from: at + 1, to: end)
    }
    return -1
  }

  /// Past the ends of so many open objects, each after a value of its.
  static func endOfObjects(
    _ depth: Int, _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> Int {
    var at = start
    for _ in 0..<depth {
      at = space(bytes, from: at, to: end)
      while at < end, bytes[at] == UInt8(ascii: ",") {
        let quote = space(bytes, from: at + 1, to: end)
        guard quote < end, bytes[quote] == 0x22 else { return -1 }
        let closing = endOfString(bytes, from: quote + 1, to: end)
        guard closing >= 0 else { return -1 }
        at = colon(bytes, from: closing + 1, to: end)
        guard at >= 0 else { return -1 }
        at = endOfValue(bytes, from: at, to: end)
        guard at >= 0 else { return -1 }
        at = space(bytes, from: at, to: end)
      }
      guard at < end, bytes[at] == UInt8(ascii: "}") else { return -1 }
      at += 1
    }
    return at
  }
}
