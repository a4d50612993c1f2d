import Testing

@testable import TributaryAnalysis

struct AdPlatformsTests {
  @Test(arguments: [
    ("fb", "facebook"), ("Instagram", "facebook"), ("META", "facebook"), ("ig", "facebook"),
    ("direct", "yandex"), (" ya ", "yandex"), ("Яндекс.Директ", "yandex"),
    ("adwords", "google"), ("www.google.com", "google"), ("mytarget", "vk"), ("vk.com", "vk"),
    ("an", "facebook"), ("th", "facebook"), ("Facebook_Mobile_Feed", "facebook"),
    ("ydirect", "yandex"), ("direct_yandex", "yandex"), ("yandex_search", "yandex"),
    ("google_search", "google"), ("vk_target", "vk"), ("VK-Reklama", "vk"),
    ("newsletter", "newsletter"), ("", ""), ("RSYA-Msk", "rsya-msk"),
  ])
  func `sources of one family are one platform`(source: String, expected: String) {
    #expect(AdPlatforms().platform(of: source) == expected)
  }

  @Test func `a shop may name more of them`() {
    let platforms = AdPlatforms(other: ["RSYA-Msk": "direct", "bloggers": "Bloggers", "ig": "ig"])
    #expect(platforms.platform(of: "rsya-msk") == "yandex")
    #expect(platforms.platform(of: "bloggers") == "bloggers")
    #expect(platforms.platform(of: "Ig") == "facebook")
    #expect(platforms.lines != AdPlatforms().lines)
  }
}
