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
    var small = text.lowercased()
    if small.contains("&") {
      for (escape, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\"")] {
        small = small.split(separator: escape, omittingEmptySubsequences: false)
          .joined(separator: sign)
      }
    }
    let words = small.split { $0.isWhitespace || marks.contains($0) }
    return words.lazy.compactMap { address(String($0)) }.first
      // `anna @ mail.example`
      ?? address(small.filter { !$0.isWhitespace })
  }

  private static func address(_ word: String) -> String? {
    var word = Substring(word)
    // `mailto:`, `почта:`, `email=`: no name of a mailbox has these signs.
    if let name = word.firstIndex(where: { $0 == ":" || $0 == "=" }),
      word[name...].contains("@"), word[..<name].allSatisfy({ $0.isLetter || $0 == "-" })
    {
      word = word[word.index(after: name)...]
    }
    if let query = word.firstIndex(of: "?") { word = word[..<query] }
    while let first = word.first, edges.contains(first) { word.removeFirst() }
    while let last = word.last, edges.contains(last) || tails.contains(last) { word.removeLast() }
    let parts = word.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !word.contains(where: marks.contains) else {
      return nil
    }
    let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    return labels.count > 1 && labels.allSatisfy { !$0.isEmpty } ? String(word) : nil
  }

  /// What stands between addresses, and around them.
  private static let marks: Set<Character> = [
    ",", ";", "/", "|", "<", ">", "(", ")", "[", "]", "\"", "«", "»", "“", "”", "„", "‟",
  ]
  private static let edges: Set<Character> = [".", "'", ":", "!", "`", "’", "‘", "…", "*"]
  /// No domain ends with these; a mailbox may begin with them.
  private static let tails: Set<Character> = ["-", "–", "—", "_", "&", "+", "=", "?", "}", "{"]
}

extension EmailAddress {
  /// Whether nobody reads what is written to a normalised address: names that take no answer, a word
  /// without a meaning before itself, and domains that cannot exist.
  ///
  /// Source: RFC 2142 (names of roles), RFC 2606 and RFC 6761 (reserved domains).
  /// Example: `noreply@tilda.ws`, `asd@asd.ru`, `ivan@shop.invalid`; not `info@firm.example`.
  public static func namesNobody(_ address: some StringProtocol) -> Bool {
    guard let at = address.firstIndex(of: "@") else { return false }
    let labels = address[address.index(after: at)...].split(separator: ".")
    if labels.count == 2, labels[0] == address[..<at], isTyped(String(labels[0])) { return true }
    if let top = labels.last, reservedDomains.contains(String(top)) { return true }
    let name = String(address[..<at].prefix { $0 != "+" }.filter { !"-_.".contains($0) })
    return unread.contains(name)
      || answerless.contains { name.hasPrefix($0) || name.hasSuffix($0) }
  }

  /// Whether a word is one that people type in place of a name; `orion@orion.example` is a firm.
  private static func isTyped(_ word: String) -> Bool {
    word.count <= 3 || Set(word).count == 1 || typed.contains(word)
  }

  private static let typed: Set<String> = [
    "test", "none", "mail", "email", "fake", "example", "sample", "qwerty", "asdf", "asdfg", "zxcv",
    "user", "name", "nomail", "noemail", "null", "12345", "123456", "тест", "почта", "нет",
  ]
  private static let reservedDomains: Set<String> = ["invalid", "localhost"]
  /// What a name begins or ends with that takes no answer.
  private static let answerless = [
    "noreply", "donotreply", "dontreply", "noresponse", "mailerdaemon",
  ]
  private static let unread: Set<String> = [
    "nobody", "noemail", "nomail", "noname", "noaddress", "nouser", "anonymous", "unknown",
    "undefined", "null", "none", "postmaster", "bounce", "bounces", "daemon", "devnull",
    "netpochty",
    "nepost", "keinemail", "keineantwort", "nepasrepondre", "sinrespuesta", "nonrispondere",
  ]
}
