import Testing

@testable import TributaryAnalysis

struct SpendOverlayTests {
  /// A row as `rank platform medium campaign number group group-number clicks`; `-` for none, clicks
  /// `?` where the file does not have the column.
  private static func rows(_ lines: [String]) -> [SpendOverlay.Row] {
    lines.enumerated().map { id, line in
      let words = line.split(separator: " ").map { $0 == "-" ? "" : String($0) }
      return SpendOverlay.Row(
        id: id, file: Int64(words[0]) ?? 0, rank: Int(words[0]) ?? 0, platform: words[1],
        medium: words[2],
        levels: [
          SpendOverlay.Level(name: words[3], number: words[4]),
          SpendOverlay.Level(name: words[5], number: words[6]),
        ],
        rest: ["RUB"], counts: [Int64(words[7])], tells: [words[7] != "?"])
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
    (["1 yandex cpc a 7 - - 1", "2 yandex cpm a 7 - - 1"], [0, 1]),
    // A name that two numbers bear on the day is neither's.
    (["1 yandex cpc a - - - 1", "2 yandex cpc a 7 - - 1", "2 yandex cpc a 8 - - 1"], [0, 1, 2]),
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
  }
}
