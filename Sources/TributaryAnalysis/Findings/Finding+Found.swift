import TributaryModel

/// What a run finds. Each bar stands once: here, or where the verdict that is read was made.
extension Finding {
  /// The probability that a range of 90% and what leaves it stand for.
  static let rangeCertainty = 0.9
  /// A peak that starts no later than this asks for goods now. Units: days.
  static let peakLead = 60
  /// A status that surely loses this share of its orders has a cause that can be mended.
  static let leakShare = 0.1
  /// Orders that stand in a status for a week wait for somebody. Units: days.
  static let longWait = 7

  /// All findings, in the order of their subjects.
  public static func all(_ report: RunReport) -> [Finding] {
    sources(report) + indicators(report) + campaigns(report) + orders(report) + cities(report)
      + tops(report) + peaks(report) + ledger(report)
  }

  private static func sources(_ report: RunReport) -> [Finding] {
    report.sources.compactMap { source in
      let state = SourceState(source, asOf: report.asOf)
      switch state {
      case .whole, .part: return nil
      case .stops(let day): return Finding(.source(source.kind, state), since: day.adding(1))
      case .missing, .refused, .gaps, .parts: return Finding(.source(source.kind, state))
      }
    }
  }

  private static func indicators(_ report: RunReport) -> [Finding] {
    report.indicators.filter { $0.value != nil && [.below, .above].contains($0.verdict) }.map {
      Finding(.indicator($0), certainty: rangeCertainty, since: report.asOf.adding(-6))
    }
  }

  /// At stake is what is lost of the spend, or won beside it, in a window like this.
  private static func campaigns(_ report: RunReport) -> [Finding] {
    let ratings = CampaignSummary(report.campaigns.ratings)
    let judged = ratings.stops + ratings.cuts + ratings.raises
    return watched(report) + words(report)
      + judged.map { rating in
        Finding(
          .campaign(rating), certainty: Grade.certainty, stake: rating.profit,
          since: report.campaigns.covered?.first)
      }
      + ratings.unrecognised.map {
        Finding(.campaign($0), stake: Estimate(Double($0.facts.spend)))
      }
      + report.campaigns.audit.rows.map { row in
        Finding(.audit(row), stake: row.atRisk > 0 ? Estimate(Double(row.atRisk)) : nil)
      }
  }

  private static func watched(_ report: RunReport) -> [Finding] {
    report.campaigns.watches.filter { $0.verdict == .lost }.map {
      Finding(.cutLost($0), certainty: rangeCertainty, since: $0.change.on)
    }
  }

  private static func words(_ report: RunReport) -> [Finding] {
    guard let queries = report.queries, queries.blocked.cost > 0 else { return [] }
    let words = queries.rows.filter { $0.advice?.isNegative == true }
    guard let first = words.first else { return [] }
    return [
      Finding(
        .words(words.count, queries.blocked, first: first),
        certainty: words.compactMap(\.chance).min(),
        stake: Estimate(Double(queries.blocked.cost)), since: queries.window.first)
    ]
  }

  private static func orders(_ report: RunReport) -> [Finding] {
    let statuses = report.orders.statuses
    var found: [Finding] = []
    if OrderContrast(report.orders).leak.status != nil, let first = statuses.cancellations.first,
      let range = first.share.interval, range.lower >= leakShare
    {
      let all = statuses.cancellations.reduce(0) { $0 + $1.cancelled }
      found.append(Finding(.statusLoses(first, all: all), certainty: rangeCertainty))
    }
    found += statuses.waiting.filter { $0.oldestDays >= longWait }
      .sorted { ($1.oldestDays, $1.money) < ($0.oldestDays, $0.money) }
      .map {
        Finding(
          .ordersWait($0), stake: Estimate(Double($0.money)),
          since: report.asOf.adding(-$0.oldestDays))
      }
    for breakdown in report.orders.breakdowns {
      for standing in [OrderBreakdown.Standing.more, .fewer] {
        found += (breakdown.contrast(standing)?.rows ?? []).map {
          Finding(.breakdown(breakdown.dimension, $0, standing), certainty: rangeCertainty)
        }
      }
    }
    return found
  }

  private static func cities(_ report: RunReport) -> [Finding] {
    let ratings = report.geodomains.ratings.flatMap { rating in
      [CityMeasure.perVisit, .perHead].filter { rating.verdict(by: $0) != .cannotTell }.map {
        Finding(.city(rating, $0), certainty: 1 - GeodomainComparison.falseFindings)
      }
    }
    let launches = report.geodomains.launches.compactMap { launch -> Finding? in
      switch launch.verdict {
      case .more, .fewer: Finding(.launch(launch), certainty: 0.95, since: launch.on)
      case .noEffect: Finding(.launch(launch), certainty: rangeCertainty, since: launch.on)
      case .cannotTell, .tooLittle: nil
      }
    }
    return ratings + launches
  }

  private static func tops(_ report: RunReport) -> [Finding] {
    report.tops.filter { $0.name != .categories }.flatMap { list in
      list.rows.prefix(TopList.leaders).compactMap { row in
        let standing = list.standing(of: row)
        guard standing != .cannotTell else { return nil }
        return Finding(
          .top(list.name, row, standing), certainty: rangeCertainty,
          stake: list.name == .searchQueries ? Estimate(Double(row.money)) : nil)
      }
    }
  }

  private static func peaks(_ report: RunReport) -> [Finding] {
    guard let season = report.season, let next = season.next, next.daysToTop >= 0,
      next.daysToStart <= peakLead
    else { return [] }
    let censored = SeasonSummary(season, asOf: report.asOf).censored
    return [
      Finding(.peakComes(next, outOfStock: censored), certainty: rangeCertainty, since: next.start)
    ]
  }

  private static func ledger(_ report: RunReport) -> [Finding] {
    let restatement = report.ledger.restatement
    let changes = restatement.material.compactMap { measure -> Finding? in
      guard let since = restatement.since else { return nil }
      let days = Set(restatement.days.filter { $0.measure == measure }.map(\.day))
      let change = restatement.sum(of: measure)
      return Finding(
        .pastChanged(measure, change: change, days: days.count, since: since),
        stake: Estimate(Double(change)), since: days.min())
    }
    return report.ledger.astray.map { Finding(.moneyAstray($0)) } + changes
      + report.ledger.accounts.filter { $0.verdict != .fine }.map { Finding(.account($0)) }
  }
}

extension CampaignRating {
  /// Margin brought less spend, minor units; negative where it loses. Nil without a ratio.
  var profit: Estimate? {
    incrementalReturn.map { ratio in
      func profit(_ ratio: Double) -> Double { Double(facts.spend) * (ratio - 1) }
      return Estimate(
        profit(ratio.value),
        ratio.interval.map { Interval(lower: profit($0.lower), upper: profit($0.upper)) })
    }
  }
}
