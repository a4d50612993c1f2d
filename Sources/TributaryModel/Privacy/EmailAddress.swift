/// E-mail addresses as people and mail programs write them, brought to one form.
public enum EmailAddress {
  /// The first address of a text in lower case: `Anna <Anna@mail.example>;` becomes
  /// `anna@mail.example`.
  ///
  /// Nil without a single `@` between two parts, and where the domain has no dot: nothing is
  /// delivered to `no@email`.
  ///
  /// Source: RFC 5322, 3.4 (a name before angle brackets); RFC 6068 (`mailto:`).
  public static func normalized(_ text: String) -> String? {
    let small = text.lowercased()
    let words = small.split { $0.isWhitespace || marks.contains($0) }
    return words.lazy.compactMap { address(String($0)) }.first
      // `anna @ mail.example`
      ?? address(small.filter { !$0.isWhitespace })
  }

  private static func address(_ word: String) -> String? {
    var word = Substring(word)
    if let scheme = ["mailto:", "e-mail:", "email:"].first(where: word.hasPrefix) {
      word = word.dropFirst(scheme.count)
    }
    if let query = word.firstIndex(of: "?") { word = word[..<query] }
    while let first = word.first, edges.contains(first) { word.removeFirst() }
    while let last = word.last, edges.contains(last) { word.removeLast() }
    let parts = word.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !word.contains(where: marks.contains) else {
      return nil
    }
    let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    return labels.count > 1 && labels.allSatisfy { !$0.isEmpty } ? String(word) : nil
  }

  /// What stands between addresses, and around them.
  private static let marks: Set<Character> = [
    ",", ";", "/", "|", "<", ">", "(", ")", "[", "]", "\"", "«", "»",
  ]
  private static let edges: Set<Character> = [".", "'", ":", "!", "`", "’"]
}
