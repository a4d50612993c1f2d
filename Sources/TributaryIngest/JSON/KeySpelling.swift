/// The ways in which programs spell one key: `client_ip`, `clientIp`, `clientIP`, `client-ip`.
enum KeySpelling {
  private static let initials: Set<Substring> = ["ip", "url", "uri", "id", "ua", "utc", "http"]

  /// The other spellings of a name in small letters and underscores; none for other names.
  static func others(of name: String) -> [String] {
    guard name.utf8.allSatisfy({ (97...122).contains($0) || $0 == 95 || (48...57).contains($0) })
    else { return [] }
    let words = name.split(separator: "_")
    guard let first = words.first else { return [] }
    let capital = words.map(capitalized)
    let initial = words.map { initials.contains($0) ? $0.uppercased() : capitalized($0) }
    var spellings: [String] = []
    for all in [capital, initial] {
      spellings.append(([String(first)] + all.dropFirst()).joined())
      spellings += [all.joined(), all.joined(separator: "-"), all.joined(separator: "_")]
    }
    spellings += [words.joined(), words.joined(separator: "-"), name.uppercased()]
    var seen: Set<String> = [name]
    return spellings.filter { seen.insert($0).inserted }
  }

  private static func capitalized(_ word: Substring) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }
}
