import Testing
import TributaryModel

@testable import TributaryAnalysis

struct ClickIDTests {
  private func classify(_ query: String, from host: String? = nil) -> (TrafficSource, Channel) {
    let classifier = SourceClassifier()
    let traffic = classifier.source(query: query, referrerHost: host)
    return (traffic, classifier.channel(of: traffic, referrerHost: host, landingPath: "/"))
  }

  /// Source: the platforms' pages on their click ids.
  @Test(arguments: [
    ("gclid", Channel.paidSearch), ("gbraid", .paidSearch), ("wbraid", .paidSearch),
    ("gclsrc", .paidSearch), ("gad_source", .paidSearch), ("msclkid", .paidSearch),
    ("yclid", .paidSearch), ("vmcid", .paidSearch), ("bd_vid", .paidSearch),
    ("qhclickid", .paidSearch), ("ymclid", .paidShopping), ("rdt_cid", .paidSocial),
    ("ScCid", .paidSocial), ("qclid", .paidSocial), ("twclid", .paidSocial),
    ("ttclid", .paidSocial), ("li_fat_id", .paidSocial), ("vkclid", .paidSocial),
    ("rb_clickid", .paidSocial), ("ldtag_cl", .paidSocial), ("gdt_vid", .paidSocial),
    ("oppref", .paidOther), ("ef_id", .paidOther), ("dclid", .display), ("dicbo", .display),
    ("tblci", .display), ("cto_pld", .display), ("awc", .affiliates), ("irclickid", .affiliates),
    ("cjevent", .affiliates), ("sscid", .affiliates), ("ranSiteID", .affiliates),
    ("admitad_uid", .affiliates), ("tduid", .affiliates), ("mc_cid", .email), ("_kx", .email),
    ("_hsmi", .email), ("mkt_tok", .email), ("fbclid", .organicSocial), ("igshid", .organicSocial),
    ("igsh", .organicSocial), ("epik", .organicSocial), ("ysclid", .organicSearch),
    ("srsltid", .organicSearch),
  ])
  func `a click id tells who was paid, in any case of its name`(
    _ name: String, _ channel: Channel
  ) {
    for name in [name, name.uppercased(), name.lowercased()] {
      for host in [nil, "www.reddit.com", "chatgpt.com", "igry.example"] {
        let (traffic, found) = classify("a=1&\(name)=Ab-1_2", from: host)
        let isSocialReferrer = channel == .organicSocial && host == "www.reddit.com"
        #expect(found == channel, "\(name) from \(host ?? "nowhere")")
        #expect(traffic.clickID?.value == "Ab-1_2" || isSocialReferrer)
      }
    }
  }

  @Test(arguments: [
    "clickid=7", "cid=3", "click_id=1", "rdtcid=1", "sc_cid=1", "gclidx=1", "xgclid=1", "clid=5",
    "q=gclid", "awcx=1", "ref=awc", "pp=0",
  ])
  func `a parameter that merely looks like one is none`(query: String) {
    #expect(classify(query).1 == .direct)
  }

  static let nothings = [
    "__CLICKID__", "{clickid}", "{{click.id}}", "%7Bgclid%7D", "%CLICKID%", "%%CLICK_ID%%",
    "[CLICK_ID]", "$%7BCLICK_ID%7D", "null", "undefined", "None", "NaN", "(not%20set)", "",
  ]

  @Test(arguments: nothings)
  func `a placeholder is no click id`(value: String) {
    for name in ["ttclid", "gclid", "yclid", "rdt_cid", "awc"] {
      let (traffic, channel) = classify("\(name)=\(value)")
      #expect(traffic.clickID == nil, "\(name)")
      #expect(channel == .direct, "\(name)")
    }
  }

  @Test(arguments: nothings)
  func `it is none either behind a click id that was read before`(value: String) {
    let log = ["ttclid=E.C.P.abc", "ttclid=Eabc", "ttclid=\(value)"]
    var views = PageViews(texts: ["shop.example", "/"] + log)
    for (index, query) in log.enumerated() {
      views.append(
        at: Int64(index) * 1_000, visitor: Int64(index), host: 0, path: 1, query: query,
        referrer: -1, userAgent: -1, status: 200)
    }
    let sessions = SessionBuilder().sessions(of: views)
    let last = sessions.first { $0.visitor == 2 }
    #expect(sessions.count == 3)
    #expect(last?.traffic.clickID == nil)
    #expect(last?.channel == .direct)
  }
}
