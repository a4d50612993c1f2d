extension String {
  /// Whether the bytes of that text occur in this one; Foundation's `contains` searches by locale.
  func holds(_ word: String) -> Bool {
    let wanted = Array(word.utf8)
    let bytes = Array(utf8)
    guard let first = wanted.first, bytes.count >= wanted.count else { return wanted.isEmpty }
    return (0...bytes.count - wanted.count).contains { start in
      bytes[start] == first && bytes[start..<start + wanted.count].elementsEqual(wanted)
    }
  }

  /// The text without blanks and control characters at both ends.
  func trimmingBlanks() -> String {
    let edges = [utf8.first, utf8.last].compactMap(\.self)
    if edges.allSatisfy({ 0x20 < $0 && $0 < 0x7F }) { return self }
    let scalars = unicodeScalars
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isWhitespace || scalar.value < 0x20
    }
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(scalars[first...last])
  }
}
