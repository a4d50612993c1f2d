import TributaryModel

/// Shares the credit for conversions among the touchpoints of the same person before them.
///
/// A touchpoint counts when it began at the conversion's instant or earlier, and no earlier than the
/// lookback; where a clock is behind or a day has no time, see `OrderMoment`. The session in which an
/// order was placed counts however early it began, a contact made again where any of its times does.
/// A call that is a conversion is also a touchpoint of it. A conversion without a touchpoint gets one
/// credit of 1 to nobody, so that for each model the credits add up to the conversions, and their
/// money exactly to the conversions' money.
///
/// A call may have several touchpoints: the ways that it may have come, each with a probability. It
/// is one contact of the path, seen by the models as its most probable way; its credit is shared
/// among its ways by their probabilities.
public struct Attributor: Sendable {
  /// Days before a conversion of that kind within which a touchpoint counts.
  public let lookbackDays: @Sendable (Conversion.Kind) -> Int
  public let rules: [any CreditRule]

  package init(
    lookbackDays: @escaping @Sendable (Conversion.Kind) -> Int = { _ in 30 },
    rules: [any CreditRule] = CreditRules.all()
  ) {
    self.lookbackDays = lookbackDays
    self.rules = rules
  }

  /// Credits of the counted conversions, in order of conversion (time, id), model, touchpoint (time).
  ///
  /// Touchpoints and conversions may come in any order; credits without a share are left out.
  public func credits(
    for conversions: [Conversion], touchpoints: [Touchpoint]
  ) -> [AttributionCredit] {
    let contacts = Contact.byPerson(touchpoints)
    var credits: [AttributionCredit] = []
    for conversion in conversions.sorted(by: Conversion.precedes) where conversion.isCounted {
      let path = (contacts[conversion.personID] ?? []).filter {
        isEligible(touchpoints[$0.likeliest], for: conversion)
      }
      let credited = CreditPath(path.map { touchpoints[$0.likeliest] }, to: conversion.at)
      for rule in rules {
        let weights = path.isEmpty ? [] : rule.weights(of: credited)
        credits += share(conversion, by: rule.model, path, weights, touchpoints)
      }
    }
    return credits
  }

  private func isEligible(_ touchpoint: Touchpoint, for conversion: Conversion) -> Bool {
    guard touchpoint.at <= conversion.creditedUntil else { return false }
    let earliest = conversion.at.adding(seconds: Int64(lookbackDays(conversion.kind)) * -86_400)
    return touchpoint.at >= earliest
      || touchpoint.repeats.contains { $0 >= earliest && $0 <= conversion.creditedUntil }
      || conversion.kind == .order && touchpoint.orderIDs.contains(conversion.member)
  }

  private func share(
    _ conversion: Conversion, by model: AttributionModel, _ path: [Contact],
    _ contactWeights: [Double], _ touchpoints: [Touchpoint]
  ) -> [AttributionCredit] {
    var ways: [Int] = []
    var weights: [Double] = []
    for (contact, weight) in zip(path, contactWeights) where weight > 0 {
      for way in contact.ways where touchpoints[way].probability > 0 {
        ways.append(way)
        weights.append(weight * touchpoints[way].probability)
      }
    }
    let total = weights.reduce(0, +)
    guard total > 0 else {
      return [
        AttributionCredit(
          conversionID: conversion.id, touchpoint: nil, model: model, credit: 1,
          value: conversion.value, margin: conversion.margin)
      ]
    }
    let values = Money.split(conversion.value, by: weights)
    let margins = Money.split(conversion.margin, by: weights)
    return ways.indices.map { position in
      AttributionCredit(
        conversionID: conversion.id, touchpoint: ways[position], model: model,
        credit: weights[position] / total, value: values[position], margin: margins[position])
    }
  }
}

extension CreditPath {
  /// The way of touchpoints in order of time to a conversion at `end`; the dimensions are channels.
  init(_ touchpoints: [Touchpoint], to end: Instant) {
    self.init(
      dimensions: touchpoints.map { Int32(Channel.allCases.firstIndex(of: $0.channel) ?? 0) },
      isDirect: touchpoints.map { $0.channel == .direct && $0.kind == .session },
      daysBefore: touchpoints.map {
        Double(max(0, end.milliseconds - $0.at.milliseconds)) / 86_400_000
      })
  }
}
