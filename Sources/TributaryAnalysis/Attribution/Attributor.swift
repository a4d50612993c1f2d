import TributaryModel

/// Shares the credit for conversions among the touchpoints of the same person before them.
///
/// A touchpoint counts when it began at the conversion's instant or earlier, and no earlier than the
/// lookback. The session in which an order was placed counts however early it began. A call that is a
/// conversion is also a touchpoint of it. A conversion without a touchpoint gets one credit of 1 to
/// nobody, so that for each model the credits add up to the conversions, and their money exactly to
/// the conversions' money.
public struct Attributor: Sendable {
  /// Days before a conversion of that kind within which a touchpoint counts.
  public let lookbackDays: @Sendable (Conversion.Kind) -> Int
  public let rules: [any CreditRule]

  public init(
    lookbackDays: @escaping @Sendable (Conversion.Kind) -> Int = { _ in 30 },
    rules: [any CreditRule] = CreditRules.standard
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
    let order = touchpoints.indices.sorted {
      Touchpoint.precedes(touchpoints[$0], touchpoints[$1])
    }
    var byPerson: [String: [Int]] = [:]
    for index in order { byPerson[touchpoints[index].personID, default: []].append(index) }
    var credits: [AttributionCredit] = []
    for conversion in conversions.sorted(by: Conversion.precedes) where conversion.isCounted {
      let path = (byPerson[conversion.personID] ?? []).filter {
        isEligible(touchpoints[$0], for: conversion)
      }
      let credited = CreditPath(path.map { touchpoints[$0] }, to: conversion.at)
      for rule in rules { credits += share(conversion, path: path, as: credited, by: rule) }
    }
    return credits
  }

  private func isEligible(_ touchpoint: Touchpoint, for conversion: Conversion) -> Bool {
    guard touchpoint.at <= conversion.at else { return false }
    let earliest = conversion.at.adding(seconds: Int64(lookbackDays(conversion.kind)) * -86_400)
    return touchpoint.at >= earliest
      || conversion.kind == .order && touchpoint.orderIDs.contains(conversion.member)
  }

  private func share(
    _ conversion: Conversion, path: [Int], as credited: CreditPath, by rule: any CreditRule
  ) -> [AttributionCredit] {
    let weights = path.isEmpty ? [] : rule.weights(of: credited)
    let total = weights.reduce(0, +)
    guard weights.count == path.count, total > 0 else {
      return [
        AttributionCredit(
          conversionID: conversion.id, touchpoint: nil, model: rule.model, credit: 1,
          value: conversion.value, margin: conversion.margin)
      ]
    }
    let values = Money.split(conversion.value, by: weights)
    let margins = Money.split(conversion.margin, by: weights)
    return path.indices.filter { weights[$0] > 0 }.map { position in
      AttributionCredit(
        conversionID: conversion.id, touchpoint: path[position], model: rule.model,
        credit: weights[position] / total, value: values[position], margin: margins[position])
    }
  }
}

extension CreditPath {
  /// The way of touchpoints in order of time to a conversion at `end`; the players are channels.
  init(_ touchpoints: [Touchpoint], to end: Instant) {
    self.init(
      players: touchpoints.map { Int32(Channel.allCases.firstIndex(of: $0.channel) ?? 0) },
      isDirect: touchpoints.map { $0.channel == .direct },
      daysBefore: touchpoints.map {
        Double(end.milliseconds - $0.at.milliseconds) / 86_400_000
      })
  }
}
