extension KeyMatch {
  /// Counts every pair of key and member that occurs, in the order of keys, then members.
  static func count(
    members: [PersonMember], sharers: [IdentityKey: [Int]], capped: Set<IdentityKey>
  ) -> [KeyMatch] {
    struct Pair: Hashable {
      let key: IdentityKey.Kind
      let member: String
    }
    struct Tally {
      var withKey = 0
      var joined = 0
      var capped: Set<IdentityKey> = []
    }
    var totals: [String: Int] = [:]
    var tallies: [Pair: Tally] = [:]
    for member in members {
      totals[member.identity.kind, default: 0] += 1
      for (kind, keys) in Dictionary(grouping: member.keys, by: \.kind) {
        let pair = Pair(key: kind, member: member.identity.kind)
        let isJoined = keys.contains { !capped.contains($0) && (sharers[$0]?.count ?? 0) > 1 }
        tallies[pair, default: Tally()].withKey += 1
        tallies[pair, default: Tally()].joined += isJoined ? 1 : 0
        tallies[pair, default: Tally()].capped.formUnion(keys.filter(capped.contains))
      }
    }
    var matches: [KeyMatch] = []
    for key in IdentityKey.Kind.allCases {
      for member in ["visitor", "order", "call", "letter", "invoice"] {
        guard let tally = tallies[Pair(key: key, member: member)] else { continue }
        matches.append(
          KeyMatch(
            key: key, member: member, members: totals[member] ?? 0, withKey: tally.withKey,
            joined: tally.joined, cappedKeys: tally.capped.count))
      }
    }
    return matches
  }
}
