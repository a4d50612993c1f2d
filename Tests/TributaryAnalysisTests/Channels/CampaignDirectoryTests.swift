import Testing
import TributaryModel

@testable import TributaryAnalysis

struct CampaignDirectoryTests {
  /// Of spend as `source medium campaign number`, `-` for none; `?` before a medium that the format
  /// stands for.
  private static func directory(
    _ spend: [String], platforms: AdPlatforms = AdPlatforms()
  ) -> CampaignDirectory {
    CampaignDirectory(spend.map(tag), platforms: platforms)
  }

  private static func tag(_ line: String) -> SpendTag {
    let words = line.split(separator: " ").map { $0 == "-" ? "" : String($0) }
    let days = words.dropFirst(4).compactMap { Day("2026-05-" + $0) }
    return SpendTag(
      source: words[0], medium: words[1].replacing("?", with: ""), campaign: words[2],
      campaignID: words[3], statesMedium: !words[1].hasPrefix("?"), days: Set(days))
  }

  private static func key(
    _ visit: String, _ directory: CampaignDirectory, on day: String = "01"
  ) throws -> String? {
    let words = visit.split(separator: " ").map { $0 == "-" ? nil : String($0) }
    return directory.keys(
      source: words[0], medium: words[1], campaign: words[2], campaignID: words[3], isPaid: true
    ).key(on: try #require(Day("2026-05-" + day)))
  }

  @Test(arguments: [
    ("z cpc - 11", "id:z/11"),
    ("yandex cpc brand_msk -", "id:yandex/11"),
    ("ya cpc BRAND_MSK -", "id:yandex/11"),
    ("google cpc brand-msk -", "id:google/22"),
    ("other cpc brand_msk -", "name:other/brand msk"),
    ("- - promo -", "id:vk/33"),
    ("vkontakte cpc Promo -", "id:vk/33"),
    ("yandex cpc - -", "tag:yandex/cpc"),
    ("yandex cpc {campaign_id} -", "tag:yandex/cpc"),
    ("- - brand_msk -", "name:brand msk"),
  ])
  func `number, name and tag lead to one key on their platform`(
    visit: String, expected: String
  ) throws {
    let directory = Self.directory([
      "yandex cpc Brand_MSK 11", "google cpc brand-msk 22", "vk cpc Promo 33",
    ])
    #expect(try Self.key(visit, directory) == expected)
  }

  @Test(arguments: [
    // Without a medium, or with the format's: every medium but visits' own.
    ("vk - may -", "vk social may -", "name:vk/may"),
    ("vk ?cpc may -", "vk post may -", "name:vk/may"),
    ("vk ?cpc may -", "vk cpc may -", "name:vk/may"),
    ("vk ?cpc may -", "vk email may -", "name:vk/may/email"),
    ("vk ?cpc may -", "vk referral may -", "name:vk/may/referral"),
    ("google ?cpc may -", "google organic may -", "name:google/may/organic"),
    ("vk ?cpc may -", "newsletter email may -", "name:newsletter/may"),
    // A medium that the export states is met by itself, one of clicks by all such.
    ("vk cpc may -", "vk ppc may -", "name:vk/may"),
    ("vk cpc may -", "vk - may -", "name:vk/may"),
    ("vk cpc may -", "vk social may -", "name:vk/may/social"),
    ("vk social may -", "vk SOCIAL may -", "name:vk/may"),
    // Spend of no source belongs to every platform.
    ("- - may -", "vk cpc may -", "name:may"),
  ])
  func `spend meets the media that it may have brought`(
    spend: String, visit: String, expected: String
  ) throws {
    #expect(try Self.key(visit, Self.directory([spend])) == expected)
  }

  @Test(arguments: [
    // Of spend that has no number, by its name, whatever number an address has.
    ("facebook cpc Wigs -", "fb paid wigs 120015", "name:facebook/wigs"),
    ("google cpc wigs -", "google cpc wigs 15", "name:google/wigs"),
    ("vk cpc 2026 -", "vk cpc 2026 2026", "name:vk/2026"),
    ("bing cpc spring|2026 -", "bing cpc spring|2026 2026", "name:bing/spring|2026"),
    ("ok cpc wigs -", "- cpc wigs 15", "name:ok/wigs"),
    // A name that bears other numbers was made anew, and a known number is the number.
    ("google cpc wigs 14", "google cpc wigs 15", "id:google/15"),
    ("google cpc wigs 15", "google cpc hats 15", "id:google/15"),
    ("google cpc wigs -", "google cpc hats 15", "id:google/15"),
    ("google cpc wigs -", "vk cpc wigs 15", "id:vk/15"),
    // A name of digits that an address gives as number too, and one that is a number.
    ("yandex cpc 2026 15", "yandex cpc 2026 2026", "id:yandex/15"),
    ("yandex cpc spring 15", "yandex cpc 15 -", "id:yandex/15"),
    ("yandex cpc spring М-15", "yandex cpc 15 15", "id:yandex/15"),
    ("yandex cpc spring 0", "yandex cpc spring -", "name:yandex/spring"),
  ])
  func `a number that spend does not know hides no name`(
    spend: String, visit: String, expected: String
  ) throws {
    #expect(try Self.key(visit, Self.directory([spend])) == expected)
  }

  @Test func `a visit without a source meets the only platform of its name`() throws {
    let one = Self.directory(["vk cpc may -", "ok cpc june 7"])
    #expect(try Self.key("(not_set) cpc june -", one) == "name:(not_set)/june")
    for source in ["(not set)", nil] {
      func key(_ name: String?, _ number: String? = nil) -> String? {
        one.keys(
          source: source, medium: "(not set)", campaign: name, campaignID: number, isPaid: true
        ).spans.first?.key
      }
      #expect(key("may") == "name:vk/may")
      #expect(key("june") == "id:ok/7")
      #expect(key(nil, "7") == "id:ok/7")
    }
    let two = Self.directory(["vk cpc may -", "ok cpc may 7"])
    #expect(
      two.keys(
        source: "(not set)", medium: "cpc", campaign: "may", campaignID: nil, isPaid: true
      ).spans.map(\.key) == ["name:(not set)/may"])
  }

  @Test func `letters to subscribers are nobody's advertisements`() throws {
    let directory = Self.directory(["vk ?cpc may -"])
    for medium in ["newsletter", "senler", "rassylka", "messages", "рассылка"] {
      #expect(try Self.key("vk \(medium) may -", directory) == "name:vk/may/" + medium)
    }
    #expect(try Self.key("vk story may -", directory) == "name:vk/may")
    // Unless they were paid for as such.
    let paid = Self.directory(["vk senler may -"])
    #expect(try Self.key("vk senler may -", paid) == "name:vk/may")
  }

  @Test func `spend that states a medium takes its visits out of the others'`() throws {
    let directory = Self.directory(["vk - may 1", "vk cpm may 2"])
    #expect(try Self.key("vk cpm may -", directory) == "id:vk/2")
    #expect(try Self.key("vk cpc may -", directory) == "id:vk/1")
    // The medium of a format is no other than the same one stated.
    let one = Self.directory(["vk ?cpc may 1", "vk cpc may 1"])
    #expect(try Self.key("vk cpc may -", one) == "id:vk/1")
    #expect(try Self.key("vk target may -", one) == "id:vk/1")
    let named = Self.directory(["vk - may -", "vk cpm may -"])
    #expect(try Self.key("vk cpm may -", named) == "name:vk/may/cpm")
    #expect(try Self.key("vk cpc may -", named) == "name:vk/may")
  }

  @Test func `a name made anew is the number that spent on the day, else before, else after`()
    throws
  {
    let directory = Self.directory(["google cpc wigs 111 02 03", "google cpc wigs 222 06 07"])
    let keys = try ["01", "02", "04", "05", "06", "30"].map {
      try Self.key("google cpc wigs -", directory, on: $0)
    }
    let (old, new) = ("id:google/111", "id:google/222")
    #expect(keys == [old, old, old, old, new, new])
    #expect(directory.sharedNames.isEmpty)
    // Its number outranks its name.
    #expect(try Self.key("google cpc wigs 111", directory, on: "30") == old)
  }

  @Test func `a name that two numbers spent under on one day stands apart on it`() throws {
    let directory = Self.directory([
      "google cpc wigs 111 02 03 09", "google cpc wigs 222 03 04", "google cpc Wigs -",
    ])
    let keys = try ["01", "03", "04", "08", "09"].map {
      try Self.key("google cpc wigs -", directory, on: $0)
    }
    let (old, new) = ("id:google/111", "id:google/222")
    #expect(keys == [old, "name:google/wigs", new, new, old])
    #expect(directory.sharedNames == ["name:google/wigs": [old, new]])
  }

  @Test func `only names of several numbers on one platform ask for their days`() {
    let tags = [
      "google cpc wigs 1", "yandex cpc wigs 2", "yandex cpc hats 3", "direct - HATS 4", "vk - - 5",
    ].map(Self.tag)
    #expect(
      CampaignDirectory.needsDays(tags, platforms: AdPlatforms()) == Set(tags[2...3]))
  }

  @Test func `what is learned tells directories apart and not the order of spend`() {
    let lines = ["google cpc wigs 111 02", "google cpc wigs 222 06", "vk ?cpc may -", "ok cpc - -"]
    let learned = Self.directory(lines).learned
    #expect(Self.directory(lines.reversed()).learned == learned)
    for line in lines { #expect(Self.directory(lines.filter { $0 != line }).learned != learned) }
    #expect(
      Self.directory(lines, platforms: AdPlatforms(other: ["shop": "vk"])).learned != learned)
  }
}
