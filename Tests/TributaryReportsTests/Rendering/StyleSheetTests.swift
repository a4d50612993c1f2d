import Foundation
import Testing

@testable import TributaryReports

/// Contrast by WCAG 2.2, "relative luminance" and "contrast ratio".
@Suite struct StyleSheetTests {
  struct Pair: Sendable, CustomTestStringConvertible {
    let text: String
    let ground: String
    let least: Double
    var testDescription: String { "\(text) on \(ground)" }
  }

  static let pairs: [Pair] = [
    Pair(text: "ink", ground: "paper", least: 14), Pair(text: "soft", ground: "paper", least: 6),
    Pair(text: "axis", ground: "paper", least: 3), Pair(text: "now", ground: "paper", least: 7),
    Pair(text: "link", ground: "paper", least: 7), Pair(text: "wast", ground: "paper", least: 6),
    Pair(text: "bad", ground: "paper", least: 6.1), Pair(text: "soft", ground: "tint", least: 4.5),
    Pair(text: "ink", ground: "tint", least: 7), Pair(text: "wast", ground: "tint", least: 4.5),
    Pair(text: "at", ground: "a", least: 6.3), Pair(text: "bt", ground: "b", least: 6.3),
    Pair(text: "dt", ground: "d", least: 6.3), Pair(text: "et", ground: "e", least: 6.3),
    Pair(text: "ink", ground: "h0", least: 4.5), Pair(text: "ink", ground: "h1", least: 4.5),
    Pair(text: "ink", ground: "h2", least: 4.5), Pair(text: "hx", ground: "h3", least: 4.5),
    Pair(text: "hx", ground: "h4", least: 4.5), Pair(text: "hx", ground: "h5", least: 4.5),
  ]

  @Test(arguments: pairs, [false, true])
  func `text can be read on its ground in light and dark`(pair: Pair, isDark: Bool) throws {
    let tokens = StyleSheetTests.tokens(isDark: isDark)
    let text = try #require(tokens[pair.text].flatMap(StyleSheetTests.luminance))
    let ground = try #require(tokens[pair.ground].flatMap(StyleSheetTests.luminance))
    let ratio = (max(text, ground) + 0.05) / (min(text, ground) + 0.05)
    #expect(ratio >= pair.least)
  }

  @Test func `black on white has the ratio 21`() throws {
    let white = try #require(StyleSheetTests.luminance("#fff"))
    let black = try #require(StyleSheetTests.luminance("#000000"))
    #expect(abs((white + 0.05) / (black + 0.05) - 21) < 1e-9)
  }

  @Test func `every mark has a look`() {
    for kind in MarkClass.allCases {
      for name in kind.rawValue.split(separator: " ") {
        #expect(StyleSheet.text.contains(".\(name)"), "\(name)")
      }
    }
  }

  @Test func `nothing is fetched and no tag can end the element`() {
    for text in [StyleSheet.text, PageScript.text] {
      for word in ["url(", "@import", "https", "</", "innerHTML", "localStorage", "eval("] {
        #expect(!text.contains(word), "\(word)")
      }
    }
    #expect(PageScript.text.utf8.count < 4096)
  }

  /// Token values of the light set, or of the dark set.
  static func tokens(isDark: Bool) -> [String: String] {
    let halves = StyleSheet.tokens.components(separatedBy: "@media")
    let half = isDark ? halves.dropFirst().joined() : halves[0]
    var tokens: [String: String] = [:]
    for declaration in half.split(whereSeparator: { ";{}\n".contains($0) }) {
      let parts = declaration.split(separator: ":").map { $0.filter { !$0.isWhitespace } }
      guard parts.count == 2, parts[0].hasPrefix("--") else { continue }
      tokens[String(parts[0].dropFirst(2))] = parts[1]
    }
    return tokens
  }

  static func luminance(_ colour: String) -> Double? {
    var digits = String(colour.dropFirst())
    if digits.count == 3 { digits = digits.map { "\($0)\($0)" }.joined() }
    guard colour.hasPrefix("#"), digits.count == 6, let value = Int(digits, radix: 16) else {
      return nil
    }
    let parts = [value >> 16 & 255, value >> 8 & 255, value & 255].map { part -> Double in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
