/// Finds the platform's number of a campaign among the tags of an address.
enum CampaignNumber {
  /// A parameter of its own first, then a numeric `utm_campaign`, then a packed tag, then Google's.
  ///
  /// Only digits count, so that a macro that was not replaced is never taken for a number.
  static func find(in query: QueryParameters, rules: SourceRules) -> String? {
    for name in rules.campaignIDParameters {
      if let value = query[name], isNumber(value) { return value }
    }
    if let campaign = query["utm_campaign"], isNumber(campaign) { return campaign }
    for name in ["utm_content", "utm_campaign", "utm_term"] {
      if let value = query[name], let number = packed(value, keys: rules.packedCampaignKeys) {
        return number
      }
    }
    if let campaign = query["utm_campaign"], campaign.utf8.contains(UInt8(ascii: "|")),
      let last = campaign.split(separator: "|").last, isNumber(String(last))
    {
      return String(last)
    }
    return query["gad_campaignid"].flatMap { isNumber($0) ? $0 : nil }
  }

  /// The number in `c:123|g:45`, `cid=123;gid=45` or `cid|123|gid|45`.
  static func packed(_ tag: String, keys: [String]) -> String? {
    guard tag.utf8.contains(where: { $0 == 0x3A || $0 == 0x3D || $0 == 0x7C }) else { return nil }
    let parts = tag.split { "|;,".contains($0) }.map { $0.trimmingPrefix(" ") }
    for (index, part) in parts.enumerated() {
      let pair = part.split(maxSplits: 1, omittingEmptySubsequences: false) { ":=".contains($0) }
      guard let key = pair.first, keys.contains(key.lowercased()) else { continue }
      let value = pair.count == 2 ? pair[1] : index + 1 < parts.count ? parts[index + 1] : ""
      if isNumber(String(value)) { return String(value) }
    }
    return nil
  }

  /// A number as exports and spreadsheets write it, in one spelling; '' for none and for zero.
  ///
  /// Example: `М-12 345`, `12345.0` and `12345` are one. What is no number is lower case.
  static func plain(_ text: String) -> String {
    let word = text.trimmingBlanks().lowercased()
    var digits = word.filter { !$0.isWhitespace && $0 != "'" }
    for mark in ["m-", "м-"] where digits.hasPrefix(mark) { digits.removeFirst(mark.count) }
    if let point = digits.firstIndex(where: { $0 == "." || $0 == "," }) {
      let rest = digits[digits.index(after: point)...]
      if !rest.isEmpty, rest.count < 3, rest.allSatisfy({ $0 == "0" }) {
        digits.removeSubrange(point...)
      }
    }
    guard isNumber(digits) else { return word }
    return digits.allSatisfy { $0 == "0" } ? "" : digits
  }

  static func isNumber(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 20
      && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
