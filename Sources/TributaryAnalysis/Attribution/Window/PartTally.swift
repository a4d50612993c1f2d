import TributaryModel

/// Adds up conversions by one grain, and works out their models.
struct PartTally {
  let grain: AttributionGrain
  private var sums: [AttributionModel: [String: Sum]] = [:]
  private var paths = PathTable()
  private var attributed = Sum()
  private var unattributed = Sum()
  private(set) var nulls = 0.0

  /// More ways of one path than these are not told apart: the likeliest stands for all.
  private static let mostWays = 32
  /// More dimensions than these make a chain too large to draw again; the rest is one dimension.
  static let mostDimensions = 120

  private struct Sum {
    var conversions = 0.0
    /// Of each conversion's credit: the variance when conversions come by chance.
    var squares = 0.0
    var value: Int64 = 0
    var margin: Int64 = 0

    mutating func add(_ conversion: CreditedConversion) {
      conversions += 1
      value += conversion.value
      margin += conversion.margin
    }

    mutating func add(_ other: Sum) {
      conversions += other.conversions
      squares += other.squares
      value += other.value
      margin += other.margin
    }

    var credit: Credit {
      Credit(conversions: Estimate(conversions), value: value, margin: margin)
    }
  }

  init(grain: AttributionGrain) { self.grain = grain }

  /// Adds what another of the same grain has added up.
  mutating func add(_ other: PartTally) {
    for (model, dimensions) in other.sums {
      for (dimension, sum) in dimensions {
        sums[model, default: [:]][dimension, default: Sum()].add(sum)
      }
    }
    paths.add(other.paths)
    attributed.add(other.attributed)
    unattributed.add(other.unattributed)
    nulls += other.nulls
  }

  mutating func add(_ conversion: CreditedConversion) {
    guard !conversion.touchpoints.isEmpty else {
      unattributed.add(conversion)
      return
    }
    attributed.add(conversion)
    var shares: [AttributionModel: [String: Double]] = [:]
    for credit in conversion.credits {
      guard let touchpoint = credit.touchpoint else { continue }
      let dimension = grain.dimension(of: conversion.touchpoints[touchpoint])
      shares[credit.model, default: [:]][dimension, default: 0] += credit.credit
      sums[credit.model, default: [:]][dimension, default: Sum()].value += credit.value
      sums[credit.model, default: [:]][dimension, default: Sum()].margin += credit.margin
    }
    for (model, dimensions) in shares {
      for (dimension, credit) in dimensions {
        sums[model, default: [:]][dimension, default: Sum()].conversions += credit
        sums[model, default: [:]][dimension, default: Sum()].squares += credit * credit
      }
    }
    let contacts = Contact.byPerson(conversion.touchpoints).values.first ?? []
    for way in ways(contacts, conversion.touchpoints) {
      paths.add(
        path: way.dimensions, conversions: way.weight, value: Double(conversion.value) * way.weight,
        margin: Double(conversion.margin) * way.weight)
    }
  }

  /// Adds a way that was closed without a conversion.
  mutating func addNull(_ contacts: ArraySlice<Contact>, _ touchpoints: [Touchpoint]) {
    nulls += 1
    for way in ways(Array(contacts), touchpoints) {
      paths.add(path: way.dimensions, conversions: 0, nulls: way.weight)
    }
  }

  /// What the models say of conversions of one kind; nil without a conversion.
  func part(_ kind: Conversion.Kind, markovOrder: Int) -> AttributionReport.Part? {
    guard attributed.conversions + unattributed.conversions > 0 else { return nil }
    let rows = credits(markovOrder: markovOrder).map {
      AttributionReport.Row(dimension: $0.key, credits: $0.value)
    }
    return AttributionReport.Part(
      kind: kind, grain: grain, rows: rows.sorted(by: AttributionReport.Row.leads),
      unattributed: unattributed.credit,
      total: attributed.credit + unattributed.credit, nulls: nulls)
  }

  /// What the rules, which need no chain, give to each dimension; without ranges.
  var rules: [String: [AttributionModel: Credit]] {
    sums.reduce(into: [:]) { credits, own in
      for (dimension, sum) in own.value { credits[dimension, default: [:]][own.key] = sum.credit }
    }
  }

  /// What the models give to each dimension.
  ///
  /// - Parameter hasRanges: whether each credit has the range that chance explains.
  func credits(
    markovOrder: Int, hasRanges: Bool = true
  ) -> [String: [AttributionModel: Credit]] {
    var credits: [String: [AttributionModel: Credit]] = [:]
    for (model, dimensions) in sums {
      for (dimension, sum) in dimensions {
        credits[dimension, default: [:]][model] = hasRanges ? PartTally.credit(sum) : sum.credit
      }
    }
    for (dimension, credit) in chain(order: markovOrder, hasRanges: hasRanges) {
      credits[dimension, default: [:]][.markov] = credit
    }
    return credits
  }

  /// The Markov chain's credit, its money in whole minor units that add up to what is attributed.
  private func chain(
    order: Int, hasRanges: Bool
  ) -> [(dimension: String, credit: Credit)] {
    guard attributed.conversions > 0 else { return [] }
    let draws = hasRanges && grain != .keyword && paths.names.count <= PartTally.mostDimensions
    let credits = PathAttribution(paths.sorted())
      .credit(by: .markov(order: order), ranges: draws ? PathRanges() : nil)
    let conversions = credits.map(\.conversions.value)
    let values = PartTally.split(
      attributed.value, by: credits.map(\.value.value), else: conversions)
    let margins = PartTally.split(
      attributed.margin, by: credits.map(\.margin.value), else: conversions)
    return credits.indices.filter { conversions[$0] > 0 || values[$0] != 0 || margins[$0] != 0 }
      .map { index in
        (
          credits[index].dimension,
          Credit(
            conversions: credits[index].conversions, value: values[index], margin: margins[index])
        )
      }
  }

  /// The range of a sum of credits when conversions come by chance: the Poisson bootstrap's own
  /// variance, the sum of squares, as a gamma distribution.
  private static func credit(_ sum: Sum) -> Credit {
    let range =
      sum.squares > 0
      ? Interval.gamma(
        shape: sum.conversions * sum.conversions / sum.squares,
        rate: sum.conversions / sum.squares) : nil
    return Credit(
      conversions: Estimate(sum.conversions, range), value: sum.value, margin: sum.margin)
  }

  /// An amount in parts of the same sign; by the conversions where the parts say nothing.
  private static func split(
    _ amount: Int64, by parts: [Double], else conversions: [Double]
  ) -> [Int64] {
    let signed = parts.map { amount < 0 ? -$0 : $0 }
    let isUseful = signed.allSatisfy { $0 >= 0 } && signed.contains { $0 > 0 }
    return Money.split(amount, by: isUseful ? signed : conversions)
  }

  /// The dimensions of a path, once for each combination of the ways that its calls may have come.
  private func ways(
    _ contacts: [Contact], _ touchpoints: [Touchpoint]
  ) -> [(dimensions: [String], weight: Double)] {
    let combinations = contacts.reduce(1) { min($0 * $1.ways.count, PartTally.mostWays + 1) }
    var ways: [(dimensions: [String], weight: Double)] = [([], 1)]
    for contact in contacts {
      let choices: [(way: Int, probability: Double)] =
        combinations > PartTally.mostWays
        ? [(contact.likeliest, 1)]
        : contact.ways.count == 1
          ? [(contact.likeliest, 1)]
          : contact.ways.map { ($0, touchpoints[$0].probability) }
      ways = ways.flatMap { way in
        choices.filter { $0.probability > 0 }.map { choice in
          (
            way.dimensions + [grain.dimension(of: touchpoints[choice.way])],
            way.weight * choice.probability
          )
        }
      }
    }
    return ways
  }
}

extension AttributionReport.Row {
  /// Most conversions by equal shares first, then by dimension.
  static func leads(_ left: Self, _ right: Self) -> Bool {
    let (a, b) = (left.equal, right.equal)
    return a == b ? left.dimension < right.dimension : a > b
  }

  private var equal: Double { credits[.linear]?.conversions.value ?? 0 }
}
