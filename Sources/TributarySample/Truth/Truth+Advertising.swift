import TributaryModel

extension Truth {
  /// What each campaign truly does; counts are of the logged days.
  static func campaigns(_ sample: Sample) -> JSONText {
    .list(
      Campaign.all.enumerated().map { position, campaign in
        let source = TrafficSource.campaign(position)
        let paths = sample.visitPlan.journeys.map(\.journey)
        let logged = sample.settings.logged
        let spend = sample.spendPlan.rows.filter {
          $0.campaign.id == campaign.id && logged.contains($0.day)
        }
        return .object([
          "campaign_id": .text(campaign.id),
          "city_only": .text(campaign.city ?? ""),
          "months": .text((campaign.months ?? []).sorted().map(String.init).joined(separator: " ")),
          "name": .text(campaign.name),
          "orders_caused": .integer(paths.count { $0.cause == position }),
          "orders_with_first_touch": .integer(paths.count { $0.sources.first == source }),
          "orders_with_last_touch": .integer(paths.count { $0.sources.last == source }),
          "role": .text(campaign.role.rawValue),
          "source": .text(campaign.platform.source),
          "spend_in_log_days": .number(spend.reduce(0) { $0 + $1.cost }.roubles),
          "type": .text(campaign.role.type),
          "utm_campaign": .text(campaign.tag),
          "visits_in_log": .integer(
            (sample.visitPlan.clicks[position] ?? [:]).values.reduce(0, +)),
        ])
      })
  }

  /// The path of each order on the website in the logged days, first visit to last.
  ///
  /// The first visits of a path may lie before the first log.
  static func journeys(_ sample: Sample) -> JSONText {
    .list(
      sample.visitPlan.journeys.map { entry in
        .row([
          ("order", .text(entry.order)),
          ("path", .text(entry.journey.sources.map(\.name).joined(separator: " > "))),
          ("caused_by", .text(entry.journey.cause.map { Campaign.all[$0].name } ?? "")),
        ])
      })
  }

  static var searchQueries: JSONText {
    .object([
      "claimed_conversions_per_click": .number("0.045"),
      "words_that_never_convert": .list(SearchQueryPlan.barrenWords.map(JSONText.text)),
    ])
  }

  static func log(_ sample: Sample) -> JSONText {
    let tallies = sample.log.files.map(\.tally)
    return .object([
      "asset_lines": .integer(tallies.reduce(0) { $0 + $1.assets }),
      "files": .integer(sample.log.files.count),
      "garbled_requests": .integer(tallies.reduce(0) { $0 + $1.garbled }),
      "human_sessions": .integer(sample.visitPlan.visits.count),
      "lines": .integer(sample.log.files.reduce(0) { $0 + $1.lines }),
      "thanks_pages": .integer(sample.visitPlan.journeys.count),
      "unreplaced_macros": .integer(tallies.reduce(0) { $0 + $1.unreplacedMacros }),
      "unparsable_lines": .integer(sample.log.badRows.count),
    ])
  }
}
