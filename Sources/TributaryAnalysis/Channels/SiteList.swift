/// Public lists of sites as they were published: a line is one service with all its hosts, a line
/// that is indented goes on with the one before.
///
/// `{}` at the end of a host stands for a country's ending (`google.{}`: `google.de`,
/// `google.co.uk`), at its start for a country (`{}.ask.com`: `uk.ask.com`).
enum SiteList {
  /// The services of a list, each with its hosts.
  static func services(of list: String) -> [[String]] {
    var services: [[String]] = []
    for line in list.split(separator: "\n") {
      let hosts = line.split(separator: " ").map { HostName.normalized(String($0)) }
      if line.hasPrefix(" "), let last = services.indices.last {
        services[last] += hosts
      } else {
        services.append(hosts)
      }
    }
    return services
  }

  /// Lines that are out of date or say something else than this house does.
  static let leftOut: Set<String> = [
    // A newspaper; the engine behind its search is another by now.
    "cnn.com",
    // Where one signs in with Microsoft, since Windows Live Spaces closed in 2011.
    "login.live.com",
  ]
}
