/// The words by which programs call themselves, where they stand for the program.
///
/// ```
///  Mozilla/5.0 (Linux; Android 7.0; M bot 60 Build/NRD90M) AppleWebKit/537.36 Chrome/58.0
///                                   ─── a telephone's model: people
///  Mozilla/5.0 (Linux; Android 7.0; Pixel 2; examplebot/1.0) AppleWebKit/537.36 Chrome/58.0
///                                            ─────────── a program with its version: a robot
/// ```
/// In the brackets of a telephone or a television a word counts as part of a program's name only,
/// with its version behind it.
enum AgentWords {
  static func nameProgram(_ bytes: [UInt8]) -> Bool {
    guard matcher.matches(bytes) else { return false }
    let isDevice = devices.matches(bytes)
    var depth = 0
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth = max(0, depth - 1)
      default:
        guard let word = words.first(where: { bytes[index...].starts(with: $0) }),
          !isPartOfOther(word, bytes, index)
        else { continue }
        if !isDevice || depth == 0 || hasVersion(bytes, index + word.count) { return true }
      }
    }
    return false
  }

  static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte) }

  /// Whether a version follows the rest of the name: `bot/2.1`, `bot-image/1.0`.
  private static func hasVersion(_ bytes: [UInt8], _ start: Int) -> Bool {
    bytes[start...].first { !isLetter($0) && $0 != UInt8(ascii: "-") } == UInt8(ascii: "/")
  }

  /// Longer words that hold one by chance.
  private static func isPartOfOther(_ word: [UInt8], _ bytes: [UInt8], _ start: Int) -> Bool {
    if others.contains(where: { before, rest in
      start >= before.count && bytes[(start - before.count)..<start].elementsEqual(before)
        && bytes[start...].starts(with: rest)
    }) {
      return true
    }
    guard word.elementsEqual(bot) else { return false }
    // `bot` and `bots` end a name, as in `Bot`, `robots`; `Botech` and `turbotab` are other words.
    let rest = bytes[(start + word.count)...].prefix(while: isLetter)
    return !rest.isEmpty && !rest.elementsEqual([UInt8(ascii: "s")])
  }

  private static let bot = Array("bot".utf8)
  private static let texts = [
    "bot", "crawl", "spider", "preview", "monitor", "scan", "fetch", "feed", "archiv", "check",
  ]
  private static let words = texts.map { Array($0.utf8) }
  private static let matcher = PatternMatcher(texts)
  private static let devices = PatternMatcher([
    "android", "andr0id", "hbbtv", "tizen", "web0s", "smart-tv", "smarttv", "(mobile;",
    "windows phone", "[fban/", "instagram",
  ])
  /// What stands before a word, and the word with what follows: the telephones of Cubot, the app
  /// CamScanner, an app that says where in the shop it is.
  private static let others = [("cu", "bot"), ("cam", "scan"), ("", "checkout")].map {
    (Array($0.0.utf8), Array($0.1.utf8))
  }
}
