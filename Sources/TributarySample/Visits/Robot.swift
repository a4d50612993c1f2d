import TributaryModel

/// Programs that fetch pages: crawlers, scanners and one garbled handshake now and then.
struct Robot {
  let agent: String
  let address: String
  let targets: [String]
  let status: Int
  let weight: Double

  /// Requests of robots for each human session of an ordinary day.
  static let requestsPerVisit = 0.55

  static let all: [Robot] = [
    Robot(
      agent: "Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)",
      address: "203.0.113.17", targets: pages, status: 200, weight: 40),
    Robot(
      agent: "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
      address: "203.0.113.44", targets: pages, status: 200, weight: 22),
    Robot(
      agent: "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; "
        + "+https://openai.com/gptbot)",
      address: "203.0.113.90", targets: pages, status: 200, weight: 18),
    Robot(
      agent: "curl/8.5.0", address: "192.0.2.8", targets: ["/", "/robots.txt"], status: 200,
      weight: 8),
    Robot(
      agent: "python-requests/2.32.3", address: "192.0.2.61",
      targets: ["/.env", "/wp-login.php", "/admin/", "/phpmyadmin/", "/.git/config"],
      status: 404, weight: 10),
    Robot(agent: "-", address: "192.0.2.133", targets: ["/wp-login.php"], status: 404, weight: 2),
  ]

  private static let pages =
    ["/", "/robots.txt", "/sitemap.xml"] + Product.Category.allCases.map(\.path)
    + Product.catalogue.map(\.path)

  /// Adds the robots' requests of a day, and what a scanner without HTTP leaves in the log.
  static func visit(_ log: inout LogDay, settings: SampleSettings) {
    var random = settings.random("robots", log.day.number)
    let hosts = City.withDomain.filter { $0.isOpen(on: log.day, asOf: settings.asOf) }
      .compactMap(\.host)
    let count = random.poisson(Double(settings.visitsPerDay) * requestsPerVisit)
    for _ in 0..<count {
      let robot = all[random.position(weights: all.map(\.weight))]
      let target = random.pick(robot.targets)
      let request = Request(
        at: LocalTime(log.day, second: random.below(86_400)), host: random.pick(hosts),
        target: target, status: robot.status,
        bytes: robot.status == 200 ? SiteAssets.page(target) : 548)
      log.append(request, from: Visitor(address: robot.address, agent: robot.agent))
    }
    for _ in 0..<random.poisson(2) {
      let request = Request(
        at: LocalTime(log.day, second: random.below(86_400)), host: City.mainHost, method: "",
        target: "\\x16\\x03\\x01\\x02\\x00\\x01\\x00\\x01\\xFC\\x03\\x03", status: 400, bytes: 157)
      log.append(request, from: Visitor(address: "192.0.2.200", agent: "-"))
    }
  }
}

extension Visitor {
  init(address: String, agent: String) {
    self.address = address
    self.agent = agent
  }
}
