import Foundation
import TributaryModel

/// One large access log of the sample shop, for measuring.
///
/// The mix is that of `SampleShop`: people with their assets, robots, tags and click ids. The lines
/// are in the order of time and all parsable. One visitor in five has been there before.
public struct SampleLog: Sendable {
  private let settings: SampleSettings

  package init(settings: SampleSettings) {
    self.settings = settings
  }

  /// Writes exactly that many lines, uncompressed, spread over the settings' log days.
  ///
  /// Errors: `badSettings`, or `cannotWrite` with the system's words.
  public func write(lines: Int, to file: URL) throws(SampleError) {
    try settings.validate()
    let perDay = (lines + settings.logDays - 1) / settings.logDays
    do {
      try Data().write(to: file)
      let handle = try FileHandle(forWritingTo: file)
      defer { try? handle.close() }
      var missing = lines
      var day = settings.logged.first
      while missing > 0 {
        let written = Array(self.lines(of: day, about: perDay).prefix(missing))
        try handle.write(contentsOf: Data(written.joined()))
        missing -= written.count
        day = day.adding(1)
      }
    } catch {
      throw .cannotWrite(path: file.path, reason: error.localizedDescription)
    }
  }

  private func lines(of day: Day, about count: Int) -> [ArraySlice<UInt8>] {
    var log = LogDay(day: day)
    Robot.visit(&log, settings: settings)
    var random = settings.random("benchmark", day.number)
    var number = day.number * 1_000_000
    while log.count < count {
      number += 1
      let isKnown = random.chance(0.2)
      let visit = visit(by: isKnown ? random.below(100_000) : number, on: day, &random)
      let visitor = Visitor(number: visit.visitor, settings: settings)
      let walk = PageWalk(of: visit, random: settings.random("benchmark walk", number))
      for request in walk.requests { log.append(request, from: visitor) }
    }
    return log.ordered()
  }

  private func visit(by visitor: Int, on day: Day, _ random: inout SeededRandom) -> Visit {
    let city = City.all[random.position(weights: City.all.map(\.weight))]
    let host = city.host(on: day, asOf: settings.asOf)
    let buys = random.chance(0.03)
    let product = random.pick(Product.catalogue).path
    return Visit(
      visitor: visitor, at: OpeningHours.moment(on: day, OpeningHours.site, &random), host: host,
      source: TrafficSource.drawn(
        for: buys ? .buyingAtOnce : .opening, host: host, on: day, &random),
      goal: buys
        ? .order(
          id: "W\(random.integer(in: 100_000...999_999))", product: product, isOneClick: false)
        : .browse)
  }
}
