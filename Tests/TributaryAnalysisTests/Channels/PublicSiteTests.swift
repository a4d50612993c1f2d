import Foundation
import Testing
import TributaryModel

@testable import TributaryAnalysis

/// Every host of Matomo's lists (see `Tests/PublicLists`), by the channel of a visit from it.
struct PublicSiteTests {
  /// The hosts of a list as they are published, `{}` and paths included.
  private static func hosts(_ list: String) throws -> [String] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = folder.appending(path: "PublicLists/matomo_\(list).yml")
    let text = try String(contentsOf: file, encoding: .utf8)
    var hosts: [String] = []
    var isHosts = true
    for line in text.split(separator: "\n") {
      let words = line.split { " '\"".contains($0) }
      guard let first = words.first, let last = words.last else { continue }
      if !line.hasPrefix(" ") || last == "urls:" || line == "  -" {
        isHosts = true
      } else if first != "-" {
        isHosts = false
      } else if isHosts {
        hosts.append(String(last))
      }
    }
    return hosts
  }

  private static func channel(ofHost host: String) -> Channel {
    let classifier = SourceClassifier()
    let host = classifier.referrerHost("https://\(host)/", landingHost: "shop.example")
    let traffic = classifier.source(query: nil, referrerHost: host)
    return classifier.channel(of: traffic, referrerHost: host, landingPath: "/")
  }

  /// Hosts that `{}` stands for: a country's ending behind a name, a country before one.
  private static func spellings(_ host: String) -> [String] {
    if !host.hasSuffix(".{}") { return ["de", "fr", "uk"].map { host.replacing("{}", with: $0) } }
    return ["de", "fr", "co.uk", "com.tr"].map { host.replacing("{}", with: $0) }
  }

  /// Where this house says otherwise than Matomo, and why.
  static let deviations: [String: Channel] = [
    // Assistants, networks and forums that Matomo has among its engines too.
    "chat.openai.com": .aiAssistant, "chatgpt.com": .aiAssistant, "www.perplexity.ai": .aiAssistant,
    "you.com": .aiAssistant, "www.facebook.com": .organicSocial, "digg.com": .organicSocial,
    "tieba.baidu.com": .organicSocial,
    // The way of every click on an advertisement of Yandex.
    "yabs.yandex.{}": .paidSearch,
    // A newspaper, and a portal whose engine only a path tells: the host alone says nothing.
    "www.cnn.com": .referral, "apollo.lv/portal/search/": .referral,
    // Google counts these as video.
    "youtube.com": .organicVideo, "youtu.be": .organicVideo, "vimeo.com": .organicVideo,
    // Where one signs in with Microsoft: it brings nobody.
    "login.live.com": .direct,
    // An assistant at a path of X.
    "x.com/i/grok": .organicSocial,
  ]

  @Test(arguments: [
    ("SearchEngines", Channel.organicSearch, 664), ("Socials", .organicSocial, 218),
    ("AIAssistants", .aiAssistant, 25),
  ])
  func `every host of a public list has its channel`(
    _ list: String, _ channel: Channel, _ count: Int
  ) throws {
    let hosts = try PublicSiteTests.hosts(list)
    #expect(hosts.count == count)
    for host in hosts {
      let expected = PublicSiteTests.deviations[host] ?? channel
      for spelling in PublicSiteTests.spellings(host) {
        // How Matomo writes an app's address.
        let name = spelling.replacing("android-app//", with: "")
        #expect(PublicSiteTests.channel(ofHost: name) == expected, "\(spelling)")
      }
    }
  }
}
