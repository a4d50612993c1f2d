import Foundation
import Testing

@testable import TributaryAnalysis
@testable import TributaryReports

@Suite struct PageTests {
  enum Edition: String, CaseIterable, Sendable {
    case english, russian, empty, emptyRussian, hostile, hostileRussian

    var report: RunReport {
      switch self {
      case .english: CarnivalShop(.english).report
      case .russian: CarnivalShop(.russian).report
      case .empty: CarnivalShop(.english).empty
      case .emptyRussian: CarnivalShop(.russian).empty
      case .hostile: CarnivalShop(.english, spell: CarnivalShop.hostile).report
      case .hostileRussian: CarnivalShop(.russian, spell: CarnivalShop.hostile).report
      }
    }

    var files: [ReportFile] { Edition.rendered[self] ?? [] }

    private static let rendered = Dictionary(
      uniqueKeysWithValues: allCases.map { ($0, ReportPages(report: $0.report).files()) })

    var pages: [(name: String, text: String)] {
      files.filter { $0.name.hasSuffix(".html") }
        .map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) }
    }
  }

  static let tags: Set<String> = [
    "html", "head", "meta", "title", "style", "script", "body", "a", "header", "div", "p", "span",
    "nav", "ul", "ol", "li", "b", "bdi", "main", "h1", "h2", "h3", "section", "aside", "figure",
    "figcaption", "table", "thead", "tbody", "tfoot", "tr", "th", "td", "small", "details",
    "summary", "pre", "code", "br", "footer", "svg", "desc", "text", "path", "rect", "circle",
    "polyline", "polygon",
  ]

  static let attributes: Set<String> = [
    "lang", "charset", "http-equiv", "content", "name", "class", "id", "href", "role", "scope",
    "tabindex", "width", "height", "viewBox", "d", "points", "x", "y", "cx", "cy", "r",
    "transform", "data-s", "data-sort", "data-filter", "data-no", "data-l", "data-r", "data-x",
    "aria-label", "aria-labelledby", "aria-hidden", "aria-current",
  ]

  @Test(arguments: Edition.allCases)
  func `a page holds only tags and attributes of the allow-list`(night: Edition) {
    for (name, text) in night.pages {
      let scan = PageScan(text)
      #expect(scan.faults.isEmpty, "\(name): \(scan.faults.prefix(3))")
      for tag in scan.tags {
        #expect(PageTests.tags.contains(tag.name), "\(name): <\(tag.name)>")
        for attribute in tag.attributes {
          #expect(PageTests.attributes.contains(attribute.name), "\(name): \(attribute.name)")
        }
      }
      #expect(scan.tags.filter { $0.name == "script" }.count == 1)
      #expect(scan.tags.filter { $0.name == "h1" }.count == 1)
    }
  }

  @Test(arguments: Edition.allCases)
  func `links lead to files of the same night`(night: Edition) {
    let names = Set(night.files.map(\.name))
    for (name, text) in night.pages {
      for tag in PageScan(text).tags {
        for attribute in tag.attributes where attribute.name == "href" {
          let isKnown = names.contains(attribute.value) || attribute.value == "#main"
          #expect(isKnown, "\(name): \(attribute.value)")
        }
      }
    }
  }

  @Test(arguments: Edition.allCases)
  func `ids are unique and every label points at one`(night: Edition) {
    for (name, text) in night.pages {
      let attributes = PageScan(text).tags.flatMap(\.attributes)
      let ids = attributes.filter { $0.name == "id" }.map(\.value)
      #expect(Set(ids).count == ids.count, "\(name)")
      for label in attributes where label.name == "aria-labelledby" {
        for id in label.value.split(separator: " ") {
          #expect(ids.contains(String(id)), "\(name): \(id)")
        }
      }
    }
  }

  @Test(arguments: [Edition.hostile, .hostileRussian])
  func `hostile texts show as text, without hidden characters`(night: Edition) {
    for (name, text) in night.pages {
      #expect(!text.contains("<script>alert"), "\(name)")
      #expect(!text.contains("<img"), "\(name)")
      let hidden = text.unicodeScalars.filter { VisibleText.isHidden($0) && $0 != "\n" }
      #expect(hidden.isEmpty, "\(name)")
    }
    #expect(night.pages[0].text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
  }

  @Test(arguments: Edition.allCases)
  func `two renders are equal to the byte and names are unique`(night: Edition) {
    let files = night.files
    #expect(files == ReportPages(report: night.report).files())
    #expect(Set(files.map(\.name)).count == files.count)
    for file in files {
      let isPlain = file.name.allSatisfy {
        $0.isASCII && ($0.isLetter || $0.isNumber || "-.".contains($0))
      }
      #expect(isPlain, "\(file.name)")
    }
    #expect(files[0].name == "index.html")
  }

  @Test(arguments: Edition.allCases)
  func `a page stays within its budget`(night: Edition) {
    for (name, text) in night.pages {
      #expect(text.utf8.count < 150_000, "\(name)")
      #expect(PageScan(text).tags.count < 2_500, "\(name)")
    }
  }

  @Test(arguments: [Edition.russian, .emptyRussian])
  func `a Russian page has no English words of ours`(night: Edition) {
    // File names, the zone, keys of the pipeline file, currency and technical names stay Latin.
    let known: Set<String> = [
      "csv", "RUB", "Europe", "Moscow", "sources", "utm", "campaign", "spend", "orders", "order",
      "statuses", "tributary", "query", "id", "ratings", "incrementality",
    ]
    for (name, text) in night.pages {
      let words = PageScan(text).ownText.split { !($0.isASCII && $0.isLetter) }.map(String.init)
      let foreign = words.filter { word in
        word.count > 2 && !known.contains(word) && !PageTests.fixtureWords.contains(word)
          && !PageTests.entities.contains(word) && !PageTests.fileWords.contains(word)
      }
      #expect(foreign.isEmpty, "\(name): \(Set(foreign).sorted().prefix(12))")
    }
  }

  static let entities: Set<String> = ["lt", "gt", "amp", "quot"]

  /// Words of the shop's own texts, which stay as the shop wrote them.
  static let fixtureWords: Set<String> = {
    var words = Set<String>()
    let report = CarnivalShop(.russian).report
    var texts = report.campaigns.ratings.map(\.facts.name)
    texts += report.orders.statuses.waiting.map(\.status)
    texts += report.orders.statuses.transitions.flatMap { [$0.from, $0.to] }
    texts += report.orders.breakdowns.flatMap { $0.rows.map(\.name) }
    texts += report.geodomains.ratings.flatMap { [$0.facts.city, $0.facts.domain] }
    texts += report.tops.flatMap { $0.rows.map(\.label) }
    for text in texts {
      words.formUnion(text.split { !($0.isASCII && $0.isLetter) }.map(String.init))
    }
    return words
  }()

  /// Parts of our own file names.
  static let fileWords: Set<String> = {
    let names = Edition.russian.files.map(\.name)
    return Set(names.flatMap { $0.split { !$0.isLetter }.map(String.init) })
  }()
}
