import TributaryModel

/// A call of which some legs have been read. Adding the legs in another order gives the same call.
struct OpenCall {
  /// Where a leg stands in the file.
  struct Place {
    let line: Int
    let byteOffset: Int64
    /// Empty when the leg says by itself which number was dialled.
    let sample: String
  }

  /// What the call takes from its first leg.
  private struct Opening {
    let order: CallLeg.Order
    let isInbound: Bool
    let destination: String?
    let caller: String?
    let waitSeconds: Int64?
    let passed: [Cell]

    init(_ leg: CallLeg) {
      order = leg.order
      isInbound = leg.direction == .inbound
      destination = leg.destination
      caller = leg.caller
      waitSeconds = leg.waitSeconds
      passed = leg.passed
    }
  }

  private var opening: Opening
  private var number: (order: CallLeg.Order, digits: String)?
  private var talks: [Range<Int64>] = []
  private var isAnswered: Bool?
  /// Whether a leg was answered for nobody knows how long.
  private var hasUnknownTalk = false
  private var answeredAt: Int64?
  private var endedAt: Int64?
  private(set) var places: [Place] = []

  init(_ leg: CallLeg, _ place: Place) {
    opening = Opening(leg)
    add(leg, place)
  }

  mutating func add(_ leg: CallLeg, _ place: Place) {
    places.append(place)
    if leg.order < opening.order { opening = Opening(leg) }
    if let digits = leg.number, number.map({ leg.order < $0.order }) ?? true {
      number = (leg.order, digits)
    }
    if let talk = leg.talk { talks.append(talk) }
    if leg.isAnswered == true, leg.talk == nil { hasUnknownTalk = true }
    if let answered = leg.isAnswered { isAnswered = answered || isAnswered == true }
    if let at = leg.answeredAt { answeredAt = min(at, answeredAt ?? at) }
    if let end = leg.endedAt { endedAt = max(end, endedAt ?? end) }
  }

  /// Whether somebody from outside called.
  var isInbound: Bool { opening.isInbound }

  /// The shop's number: what a leg names, else what the first leg dialled.
  var dialledNumber: String? { number?.digits ?? opening.destination }

  /// The row of `calls`.
  func row(id: String, number: String, _ columns: CallColumns) -> TableRow {
    let shape = TableShape.calls
    var cells = [Cell](repeating: .null, count: shape.columns.count)
    for (position, cell) in zip(columns.passed, opening.passed) { cells[position] = cell }
    func put(_ name: String, _ cell: Cell?) {
      if let position = shape.position(of: name) { cells[position] = cell ?? .null }
    }
    put("call_id", .text(id))
    put("started_at", .integer(opening.order.startedAt))
    put("dialled_number", .text(number))
    put("caller", opening.caller.map(Cell.text))
    put("talk_seconds", talkSeconds.map(Cell.integer))
    put("wait_seconds", waitSeconds.map(Cell.integer))
    put("answered", isAnswered.map { .integer($0 ? 1 : 0) })
    return TableRow(line: places.map(\.line).min() ?? 0, cells: cells, records: places.count)
  }

  /// Seconds in which at least one leg was talked: two channels of one talk count once.
  private var talkSeconds: Int64? {
    guard let isAnswered, !hasUnknownTalk else { return nil }
    guard isAnswered else { return 0 }
    var sum: Int64 = 0
    var end = Int64.min
    for talk in talks.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    )
    where talk.upperBound > end {
      sum += talk.upperBound - max(talk.lowerBound, end)
      end = talk.upperBound
    }
    return sum / 1000
  }

  /// Until the first talk, or until the caller gave up.
  private var waitSeconds: Int64? {
    if let known = opening.waitSeconds { return known }
    let until = answeredAt ?? (isAnswered == true ? nil : endedAt)
    return until.map { max(0, $0 - opening.order.startedAt) / 1000 }
  }
}
