import TributaryModel

/// One contact of a person with the shop: a session, a letter, or a call with the ways that it may
/// have come.
public struct Contact: Sendable, Hashable {
  /// Positions of its touchpoints, in order of content.
  public let ways: [Int]
  /// The most probable of them; of several the first.
  public let likeliest: Int

  /// The contacts of each person in order of time, whatever the order of the touchpoints.
  public static func byPerson(_ touchpoints: [Touchpoint]) -> [String: [Contact]] {
    let order = touchpoints.indices.sorted {
      Touchpoint.precedes(touchpoints[$0], touchpoints[$1])
    }
    let persons = Dictionary(grouping: order) { touchpoints[$0].personID }
    return persons.mapValues { contacts(of: $0, touchpoints) }
  }

  private static func contacts(of order: [Int], _ touchpoints: [Touchpoint]) -> [Contact] {
    var positions: [String: Int] = [:]
    var ways: [[Int]] = []
    for index in order {
      let touchpoint = touchpoints[index]
      guard touchpoint.kind == .call else {
        ways.append([index])
        continue
      }
      if let position = positions[touchpoint.member] {
        ways[position].append(index)
      } else {
        positions[touchpoint.member] = ways.count
        ways.append([index])
      }
    }
    return ways.map { ways in
      let likeliest = ways.reduce(ways[0]) { best, way in
        touchpoints[way].probability > touchpoints[best].probability ? way : best
      }
      return Contact(ways: ways, likeliest: likeliest)
    }
  }
}
