import Foundation
import Testing

@testable import TributaryAnalysis

struct SpendOverlayTests {
  /// A row as `rank platform medium campaign number group group-number clicks geodomain currency
  /// keyword keyword-number`; `-` for none, `_` a blank, clicks `?` where the file does not have the
  /// column.
  private static func rows(_ lines: [String]) -> [SpendOverlay.Row] {
    lines.enumerated().map { id, line in
      var words = line.split(separator: " ").map {
        $0 == "-" ? "" : $0.replacingOccurrences(of: "_", with: " ")
      }
      words += Array(repeating: "", count: 12 - words.count)
      return SpendOverlay.Row(
        id: id, file: Int64(words[0]) ?? 0, rank: Int(words[0]) ?? 0, platform: words[1],
        levels: [
          SpendOverlay.Level(name: words[3], number: words[4]),
          SpendOverlay.Level(name: words[5], number: words[6]),
          SpendOverlay.Level(name: words[10], number: words[11]),
        ],
        geodomain: words[8], medium: words[2], currency: words[9], counts: [Int64(words[7])],
        tells: [words[7] != "?"])
    }
  }

  private static func counted(_ lines: [String]) -> [Int] {
    SpendOverlay.counted(rows(lines)).map(\.id)
  }

  @Test(arguments: [
    // The same row under the same names in any case, under a new name, with a number given later.
    (["1 yandex cpc Wigs - - - 1", "2 yandex cpc wigs - - - 1"], [1]),
    (["1 yandex cpc Spring 7 - - 1", "2 yandex cpc Summer 7 - - 1"], [1]),
    (["1 yandex cpc Spring - - - 1", "2 yandex cpc Spring 7 - - 1"], [1]),
    (["2 yandex cpc Spring - - - 1", "1 yandex cpc Spring 7 - - 1"], [0]),
    (["1 yandex cpc a 7 North 3 1", "2 yandex cpc a 7 South 3 1"], [1]),
    (["1 yandex cpc a - North - 1", "2 yandex cpc a 7 North 3 1"], [1]),
    (["1 yandex - a - - - 1", "2 yandex cpc a - - - 1"], [1]),
    // Another platform, campaign, group or medium is another row.
    (["1 yandex cpc a 7 - - 1", "2 vk cpc a 7 - - 1"], [0, 1]),
    (["1 yandex cpc a 7 - - 1", "2 yandex cpc a 8 - - 1"], [0, 1]),
    (["1 yandex cpc a 7 North - 1", "2 yandex cpc a 7 South - 1"], [0, 1]),
    (["1 yandex cpc a - - - 1", "2 yandex cpm a - - - 1"], [0, 1]),
    // Campaigns of one number have one medium and currency.
    (["1 yandex cpc a 7 - - 1", "2 yandex ppc a 7 - - 1"], [1]),
    (["1 google cpc a 7 - - 1 - EUR", "2 google cpc a 7 - - 1 - USD"], [1]),
    (["1 google cpc a - - - 1 - EUR", "2 google cpc a - - - 1 - USD"], [0, 1]),
    (["1 google cpc a - - - 1 - EUR", "2 google cpc a - - - 1"], [1]),
    // A name without numbers is all the numbers that another file gives it.
    (["1 yandex cpc a - - - 1", "2 yandex cpc a 7 - - 1", "2 yandex cpc a 8 - - 1"], [1, 2]),
    (["2 yandex cpc a - - - 1", "1 yandex cpc a 7 - - 1", "1 yandex cpc a 8 - - 1"], [0]),
    (
      [
        "1 vk cpc a 7 g 3 1 - - wigs -", "2 vk cpc a 7 g 3 1 - - wigs 11",
        "2 vk cpc a 7 g 3 1 - - wigs 12",
      ], [1, 2]
    ),
    // Beside numbers in its own file it is another.
    (
      [
        "1 yandex cpc a - - - 1", "1 yandex cpc a 9 - - 1", "2 yandex cpc a 7 - - 1",
        "2 yandex cpc a 8 - - 1",
      ], [0, 1, 2, 3]
    ),
    // Of an account, its campaigns, their groups and keywords one depth counts, the newest file's.
    (["1 vk cpc - - - - 1", "2 vk cpc a 7 - - 1", "2 vk cpc b - - - 1"], [1, 2]),
    (["2 vk cpc - - - - 1", "1 vk cpc a 7 - - 1", "1 vk cpc b - - - 1"], [0]),
    (["1 vk cpc - - - - 1", "2 ok cpc a 7 - - 1"], [0, 1]),
    (["1 vk social - - - - 1", "2 vk cpc a 7 - - 1"], [0, 1]),
    (["1 bing cpc a 7 - - 1", "2 bing cpc a 7 g - 1", "2 bing cpc a 7 h - 1"], [1, 2]),
    (["2 bing cpc a 7 - - 1", "1 bing cpc a 7 g - 1", "1 bing cpc a 7 h - 1"], [0]),
    (["1 fb cpc a - g 3 1", "2 fb cpc a - g 3 1 - - x -", "2 fb cpc a - g 3 1 - - y -"], [1, 2]),
    (["1 fb cpc a - - - 1 - - x -", "1 fb cpc a - - - 1 - - y -", "2 fb cpc a - g 3 1"], [2]),
    (["1 fb cpc a 7 - - 1 a.example", "1 fb cpc a 7 - - 1 b.example", "2 fb cpc a 7 - - 1"], [2]),
    (
      ["2 fb cpc a 7 - - 1 a.example", "2 fb cpc a 7 - - 1 b.example", "1 fb cpc a 7 - - 1"],
      [0, 1]
    ),
    (["1 fb cpc a 7 - - 1 a.example", "2 fb cpc a 7 - - 1 b.example"], [0, 1]),
    // Depth is told by campaign, and an empty cell beside filled ones is a value.
    (
      [
        "1 google cpc a 7 - - 1", "1 google cpc b 8 - - 1", "2 google cpc a 7 g 3 1 - - x -",
        "2 google cpc a 7 g 3 1",
      ], [1, 2, 3]
    ),
    (
      [
        "1 google cpc a 7 g 3 1 - - x -", "1 google cpc a 7 g 3 1", "2 google cpc a 7 g 3 1",
        "2 google cpc a 7 g 3 1 - - y -",
      ], [0, 2, 3]
    ),
    // What a file that does not count took back counts again.
    (
      [
        "1 ok cpc a 7 - - 1 - - x -", "1 ok cpc a 7 - - 1 - - y -", "2 ok cpc a 7 - - 1",
        "3 ok cpc a 7 - - 1 - - x -",
      ], [1, 3]
    ),
    // A row without a platform is on the only one that has its campaign.
    (["1 tiktok cpc a 7 - - 1", "2 - - b 7 - - 1"], [1]),
    (["2 tiktok cpc a - - - 1", "1 - - a - - - 1"], [0]),
    (["1 tiktok cpc a 7 - - 1", "1 bing cpc a 7 - - 1", "2 - - a 7 - - 1"], [0, 1, 2]),
    // Spelling of names and numbers.
    (["1 vk cpc Wigs__May - - - 1", "2 vk cpc wigs-may - - - 1"], [1]),
    (["1 bing cpc a М-15 - - 1", "2 bing cpc b 15 - - 1"], [1]),
    (["1 bing cpc a 15.0 - - 1", "2 bing cpc b 15 - - 1"], [1]),
    (["1 bing cpc a 12_345 - - 1", "2 bing cpc b 12345,00 - - 1"], [1]),
    (["1 bing cpc a 0 - - 1", "1 bing cpc b 0 - - 1", "2 bing cpc a - - - 1"], [1, 2]),
    // A name of digits is the number where one is so.
    (["1 yandex cpc 15 - - - 1", "2 yandex cpc spring 15 - - 1"], [1]),
    (["1 yandex cpc 2026 - - - 1", "2 yandex cpc spring 15 - - 1"], [0, 1]),
    // The rows of the newest file all count; another file takes nothing of others away.
    (["1 yandex cpc a 7 - - 1", "2 yandex cpc a 7 - - 1", "2 yandex cpc A 7 - - 1"], [1, 2]),
    (["1 yandex cpc a 7 - - 1", "1 yandex cpc b 8 - - 1", "2 yandex cpc a 7 - - 1"], [1, 2]),
  ])
  func `the newest file's rows count`(lines: [String], expected: [Int]) {
    #expect(Self.counted(lines) == expected)
    let order = lines.indices.reversed().map { $0 }
    let turned = Self.counted(order.map { lines[$0] }).map { order[$0] }.sorted()
    #expect(turned == expected)
  }

  @Test func `a count that the newest file lacks is the next one's, and an empty one is none`() {
    func clicks(_ lines: [String]) -> [Int64?] {
      SpendOverlay.counted(Self.rows(lines)).map { $0.counts[0] }
    }
    #expect(clicks(["1 vk cpc a 7 - - 5", "2 vk cpc a 7 - - 6", "3 vk cpc a 7 - - ?"]) == [6])
    #expect(clicks(["1 vk cpc a 7 - - 5", "3 vk cpc a 7 - - -"]) == [nil])
    #expect(clicks(["1 vk cpc a 7 - - ?", "3 vk cpc a 7 - - ?"]) == [nil])
    #expect(
      clicks(["1 vk cpc a 7 - - 5", "1 vk cpc A 7 - - 2", "3 vk cpc a 7 - - ?"]) == [7])
    // Of another depth too, but an account's are no campaign's.
    #expect(
      clicks(["1 vk cpc a 7 g 1 5", "1 vk cpc a 7 h 2 3", "2 vk cpc a 7 - - ?"]) == [8])
    #expect(
      clicks(["1 vk cpc a 7 - - 9", "2 vk cpc a 7 g 1 ?", "2 vk cpc a 7 h 2 ?"]) == [9, nil])
    #expect(
      clicks(["1 vk cpc a 7 g 1 5", "2 vk cpc a 7 - - 4", "3 vk cpc a 7 - - ?"]) == [4])
    #expect(clicks(["1 vk cpc - - - - 9", "2 vk cpc a 7 - - ?"]) == [nil])
  }
}
