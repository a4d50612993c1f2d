import TributaryModel

extension SessionRules {
  /// A hash of everything that the cutting of sessions depends on; another one means that sessions
  /// cut before may look different now.
  ///
  /// Shape: 64 hexadecimal digits, SHA-256. Lists whose order says nothing are sorted.
  public var fingerprint: String {
    // Every part tells its length, so that no two lists of parts read alike.
    let text = parts.map { "\($0.utf8.count):\($0)\n" }.joined()
    return SHA256.hash(Array(text.utf8)).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  /// To be raised with every change of the code that cuts other sessions out of the same events.
  private static let version = "2"

  private var parts: [String] {
    func list(_ name: String, _ texts: [String]) -> [String] {
      ["\(name) \(texts.count)"] + texts
    }
    func globs(_ name: String, _ globs: [Glob]) -> [String] {
      list(name, globs.map(\.pattern).sorted())
    }
    let rules = sources.channelRules.flatMap { rule in
      [
        rule.channel.rawValue, rule.source.text, rule.medium.text, rule.campaign.text,
        rule.referrer.text, rule.landing.text,
      ]
    }
    return [
      "sessions \(SessionRules.version)", "gap \(gapSeconds)",
      "pages a minute \(maxPagesPerMinute)",
    ]
      + list("own hosts", sources.ownHosts.sorted()) + list("gateways", sources.gateways.sorted())
      + list("channel rules", rules)
      + list("campaign parameters", sources.campaignIDParameters)
      + list("packed keys", sources.packedCampaignKeys.sorted())
      + globs("product", funnel.product) + globs("cart", funnel.cart)
      + globs("checkout", funnel.checkout) + globs("order", funnel.order)
      + list("order parameters", orderIDParameters)
      + list("bot agents", botAgents.sorted()) + list("human agents", humanAgents.sorted())
  }
}

extension Optional where Wrapped == Glob {
  fileprivate var text: String { map { "=" + $0.pattern } ?? "" }
}
