import TributaryModel

/// Finds out which visitors, orders, calls, letters and invoices are one person's.
///
/// Members that share a key are one person, and so are members joined through others. Which keys join
/// nobody (the phone of a pick-up point, a value that stands for not known) the warehouse judges.
public struct PersonResolver: Sendable {
  package init() {}

  /// The persons, but for visitors of whom nothing else is known; the order of `members` and the
  /// values of the hashes do not matter.
  ///
  /// A member given twice counts once: its earliest time, all its keys.
  /// `nobody` are keys, as `IdentityKey.text`, that join nobody; a visitor whose hash is one of them
  /// joins nobody by any key.
  public func resolve(_ members: [PersonMember], nobody: Set<String> = []) -> Identities {
    let members = PersonMember.merged(members)
    var sharers: [IdentityKey: [Int]] = [:]
    for (index, member) in members.enumerated() {
      if case .visitor(let hash) = member.identity,
        nobody.contains(IdentityKey.visitor(hash).text)
      {
        continue
      }
      for key in member.keys { sharers[key, default: []].append(index) }
    }
    var groups = UnionFind(count: members.count)
    for (key, indices) in sharers where indices.count > 1 && !nobody.contains(key.text) {
      for other in indices.dropFirst() { groups.join(indices[0], other) }
    }
    return Identities(persons: persons(members, &groups))
  }

  /// `members` stand in order of time and content, so a group's first is its earliest.
  private func persons(_ members: [PersonMember], _ groups: inout UnionFind) -> [Person] {
    var memberLists: [Int: [Int]] = [:]
    for index in members.indices { memberLists[groups.root(of: index), default: []].append(index) }
    return memberLists.values.compactMap { indices in
      let named = indices.map { members[$0].identity }.first { !$0.isVisitor }
      guard let named, let first = indices.first else { return nil }
      return Person(
        id: named.kind + ":" + named.member, firstSeenAt: members[first].at,
        members: indices.map { members[$0].identity })
    }.sorted { $0.firstSeenAt == $1.firstSeenAt ? $0.id < $1.id : $0.firstSeenAt < $1.firstSeenAt }
  }
}

extension PersonMember {
  /// Each member once, in order of time, kind and content; the visitor hash decides last.
  static func merged(_ members: [PersonMember]) -> [PersonMember] {
    let ordered = members.sorted(by: precedes)
    var positions: [Identity: Int] = [:]
    var merged: [PersonMember] = []
    for member in ordered {
      guard let position = positions[member.identity] else {
        positions[member.identity] = merged.count
        merged.append(
          PersonMember(
            identity: member.identity, at: member.at, keys: unique(member.keys),
            entrance: member.entrance))
        continue
      }
      let known = merged[position]
      merged[position] = PersonMember(
        identity: known.identity, at: known.at, keys: unique(known.keys + member.keys),
        entrance: known.entrance)
    }
    return merged
  }

  /// Without repeats and blanks: an empty text in a table is no key.
  private static func unique(_ keys: [IdentityKey]) -> [IdentityKey] {
    var seen: Set<IdentityKey> = []
    return keys.filter { !$0.isBlank && seen.insert($0).inserted }
  }

  private static let rank = ["order": 0, "call": 1, "letter": 2, "invoice": 3, "visitor": 4]

  private static func precedes(_ left: PersonMember, _ right: PersonMember) -> Bool {
    if left.at != right.at { return left.at < right.at }
    let a = rank[left.identity.kind] ?? 5
    let b = rank[right.identity.kind] ?? 5
    if a != b { return a < b }
    if case .visitor(let first) = left.identity, case .visitor(let second) = right.identity {
      return left.entrance == right.entrance
        ? first < second : left.entrance.lexicographicallyPrecedes(right.entrance)
    }
    return left.identity.member < right.identity.member
  }
}
