/// Rows that count, by what they say.
struct SpendIndex {
  private typealias Telling = SpendPlace.Telling
  /// Rows of each platform that tell the same dimensions.
  private var groups: [String: [Group]] = [:]

  private struct Group {
    let tells: [Telling]
    var rows: [Int] = []
    var places: [SpendPlace] = []
    /// Rows by their keys, for each set of dimensions that was asked for.
    var keys: [[Telling]: [[String]: [Int]]] = [:]
  }

  mutating func insert(_ row: Int, _ place: SpendPlace) {
    var groups = self.groups.removeValue(forKey: place.platform) ?? []
    let known = groups.firstIndex { $0.tells == place.tells }
    if known == nil { groups.append(Group(tells: place.tells)) }
    let index = known ?? groups.count - 1
    groups[index].rows.append(row)
    groups[index].places.append(place)
    for shared in Array(groups[index].keys.keys) {
      groups[index].keys[shared]?[place.key(shared), default: []].append(row)
    }
    self.groups[place.platform] = groups
  }

  /// The rows that say the same in all that both files tell, of those that a test lets through.
  mutating func rows(
    sayingTheSameAs place: SpendPlace, where isWanted: (Int) -> Bool
  ) -> [Int] {
    var found: [Int] = []
    for index in groups[place.platform, default: []].indices {
      found += rows(place, index).filter(isWanted)
    }
    return found
  }

  private mutating func rows(_ place: SpendPlace, _ index: Int) -> [Int] {
    guard let group = groups[place.platform]?[index] else { return [] }
    let shared = SpendPlace.shared(group.tells, place.tells)
    if group.keys[shared] == nil {
      var keys: [[String]: [Int]] = [:]
      for (row, place) in zip(group.rows, group.places) {
        keys[place.key(shared), default: []].append(row)
      }
      groups[place.platform]?[index].keys[shared] = keys
    }
    return groups[place.platform]?[index].keys[shared]?[place.key(shared)] ?? []
  }
}
