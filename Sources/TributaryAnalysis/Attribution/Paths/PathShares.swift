/// What part of each path's credit each of its players gets by a rule that looks at one path at a
/// time.
///
/// Shape: the players and parts of all paths end to end; the parts of a path add up to 1.
struct PathShares: PathCrediting {
  private let playerCount: Int
  private var players: [Int32] = []
  private var parts: [Double] = []
  private var ends: [Int] = []

  init(_ table: PathTable, by rule: any CreditRule) {
    playerCount = table.names.count
    let isDirect = table.names.indices.map(table.isDirect)
    for path in 0..<table.count {
      let steps = Array(table.paths.steps[table.paths.place(path)])
      let weights = rule.weights(
        of: CreditPath(
          players: steps, isDirect: steps.map { isDirect[Int($0)] },
          daysBefore: steps.indices.map { Double(steps.count - 1 - $0) }))
      let total = weights.reduce(0, +)
      for (step, weight) in zip(steps, weights) where weight > 0 {
        players.append(step)
        parts.append(weight / total)
      }
      ends.append(players.count)
    }
  }

  func credit(_ weights: PathWeights, accuracy: Double) -> PlayerCredit {
    var credit = PlayerCredit(players: playerCount)
    var place = 0
    for path in 0..<ends.count {
      let (conversions, value) = (weights.conversions[path], weights.value[path])
      let margin = weights.margin[path]
      while place < ends[path] {
        let (player, part) = (Int(players[place]), parts[place])
        credit.conversions[player] += conversions * part
        credit.value[player] += value * part
        credit.margin[player] += margin * part
        place += 1
      }
    }
    return credit
  }
}
