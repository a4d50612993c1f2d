import Foundation
import TributaryModel

/// A fact about the campaign that led to a page, by its parameter of a query.
enum CampaignTag: String, CaseIterable, Hashable, Sendable {
  case source = "utm_source"
  case medium = "utm_medium"
  case campaign = "utm_campaign"
  case campaignID = "utm_id"
  case content = "utm_content"
  case term = "utm_term"
  case click = "gclid"

  var slot: LogSlot {
    switch self {
    case .source: .tagSource
    case .medium: .tagMedium
    case .campaign: .tagCampaign
    case .campaignID: .tagCampaignID
    case .content: .tagContent
    case .term: .tagTerm
    case .click: .tagClick
    }
  }

  /// The query with the facts that a record tells beside the page's address.
  ///
  /// A query that has a `utm_` parameter is explicit and stays as it is. Source and medium alone
  /// with the medium `referral` are what the collector made of the referrer, which is at hand.
  static func adding(_ tags: [CampaignTag: String], to query: String?) -> String? {
    var tags = tags.filter { !NullText.isNull($0.value) }
    guard !tags.isEmpty else { return query }
    let names = (query ?? "").split(separator: "&").map {
      $0.prefix { $0 != "=" }.lowercased()
    }
    guard !names.contains(where: { $0.hasPrefix("utm_") }) else { return query }
    if tags[.medium]?.lowercased() == "referral", tags.count <= (tags[.source] == nil ? 1 : 2) {
      return query
    }
    tags = tags.filter { !names.contains($0.key.rawValue) }
    let allowed = CharacterSet.urlQueryAllowed.subtracting(CharacterSet(charactersIn: "&=+;"))
    let added = allCases.compactMap { tag in
      tags[tag].map {
        tag.rawValue + "=" + ($0.addingPercentEncoding(withAllowedCharacters: allowed) ?? $0)
      }
    }
    let text = ContactMask.masked(added.joined(separator: "&"))
    return [query, text].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "&")
  }
}

/// Words with which collectors say that there is nothing.
enum NullText {
  private static let words: Set<String> = [
    "", "-", "(not set)", "(none)", "(direct)", "null", "undefined", "none", "nil", "nan",
  ]

  static func isNull(_ text: String) -> Bool {
    words.contains(text.trimmingCharacters(in: .whitespaces).lowercased())
  }
}
