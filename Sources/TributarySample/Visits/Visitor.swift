/// A browser: the address and the agent that the log shows.
struct Visitor {
  let address: String
  let agent: String

  /// The visitor of that number; the same number is the same browser.
  ///
  /// Addresses come from ranges that no public host has (RFC 2544, RFC 6598).
  init(number: Int, settings: SampleSettings) {
    var random = settings.random("visitor", number)
    let isMobile = random.chance(0.64)
    address =
      isMobile
      ? "100.\(64 + random.below(64)).\(random.below(256)).\(1 + random.below(254))"
      : "198.\(18 + random.below(2)).\(random.below(256)).\(1 + random.below(254))"
    agent = isMobile ? Visitor.mobile(&random) : Visitor.desktop(&random)
  }

  private static func mobile(_ random: inout SeededRandom) -> String {
    let chrome = "(KHTML, like Gecko) Chrome/\(random.integer(in: 138...147)).0.0.0"
    switch random.position(weights: [40, 32, 20, 8]) {
    case 0:
      return "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 \(chrome) "
        + "Mobile Safari/537.36"
    case 1:
      let version = random.pick(["17_6", "18_5", "18_7", "26_0", "26_1"])
      return "Mozilla/5.0 (iPhone; CPU iPhone OS \(version) like Mac OS X) AppleWebKit/605.1.15 "
        + "(KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1"
    case 2:
      return "Mozilla/5.0 (Linux; arm_64; Android \(random.integer(in: 12...16))) "
        + "AppleWebKit/537.36 \(chrome) YaBrowser/25.\(random.integer(in: 8...12)).0 "
        + "Mobile Safari/537.36"
    default:
      return "Mozilla/5.0 (Linux; Android \(random.integer(in: 12...16)); SAMSUNG SM-A546E) "
        + "AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 "
        + "Mobile Safari/537.36"
    }
  }

  private static func desktop(_ random: inout SeededRandom) -> String {
    let chrome = "(KHTML, like Gecko) Chrome/\(random.integer(in: 138...147)).0.0.0"
    switch random.position(weights: [42, 34, 12, 12]) {
    case 0:
      return "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 \(chrome) "
        + "Safari/537.36"
    case 1:
      return "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 \(chrome) "
        + "YaBrowser/25.\(random.integer(in: 8...12)).0.0 Safari/537.36"
    case 2:
      return "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 "
        + "(KHTML, like Gecko) Version/18.\(random.integer(in: 3...6)) Safari/605.1.15"
    default:
      let version = random.integer(in: 140...149)
      return "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:\(version).0) Gecko/20100101 "
        + "Firefox/\(version).0"
    }
  }
}
