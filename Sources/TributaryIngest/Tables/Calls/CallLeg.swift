import TributaryModel

/// One record of a telephone exchange: a part of a call, or the whole of it.
struct CallLeg {
  /// What orders the legs of a call whatever their order in the file: the first one is where the
  /// call came in.
  struct Order: Comparable {
    /// Milliseconds.
    let startedAt: Int64
    /// 0 for the channel that the call is named after.
    let rank: Int
    let sequence: Int64
    /// Of what is left to tell apart two legs of one moment.
    let hash: Int64

    static func < (left: Order, right: Order) -> Bool {
      (left.startedAt, left.rank, left.sequence, left.hash)
        < (right.startedAt, right.rank, right.sequence, right.hash)
    }
  }

  let callID: String
  let order: Order
  let direction: CallDirection
  /// The shop's number, where the record names it.
  let number: String?
  /// The number that was dialled, where it is one of the public network.
  let destination: String?
  /// Hash of who called.
  let caller: String?
  /// Whether a person answered; nil when the record does not say.
  let isAnswered: Bool?
  /// When a person and the caller talked, in milliseconds; nil when they did not, or nobody knows.
  let talk: Range<Int64>?
  let answeredAt: Int64?
  let endedAt: Int64?
  let waitSeconds: Int64?
  /// Values of the columns that are handed on; empty when there is none.
  let passed: [Cell]

  init(_ row: TableRow, _ columns: CallColumns, _ key: ContactKey) {
    let start = columns.integer("started_at", row) ?? 0
    let legID = columns.text("leg_id", row)
    let named = columns.text("call_id", row) ?? legID
    let source = columns.text("source_number", row)
    let dialled = columns.text("destination", row)
    let channel = columns.text("channel_name", row)
    number = columns.text("dialled_number", row)
    let known = columns.text("caller", row)
    let content = [source, dialled, channel, number, known, columns.text("other_channel", row)]
      .map { $0 ?? "" }.joined(separator: "|")
    callID = named ?? CallLeg.identity([String(start), content].joined(separator: "|"), key)
    order = Order(
      startedAt: start, rank: legID == named ? 0 : 1,
      sequence: columns.integer("sequence", row) ?? .max,
      hash: key.visitor(id: (legID ?? "") + "|" + content))
    direction = CallDirection(row, columns)
    destination = dialled.flatMap { PhoneNumber.normalized($0, at: key.country) }
    caller =
      known
      ?? [
        columns.text("caller_number", row), source,
        columns.text("caller_text", row).map(CallLeg.bracketed),
      ].lazy.compactMap { $0.flatMap(key.phone) }.first
    let times = CallTimes(row, columns)
    isAnswered = times.isAnswered
    talk = times.talk
    answeredAt = times.answeredAt
    endedAt = times.endedAt
    waitSeconds = columns.integer("wait_seconds", row)
    let cells = columns.passed.map { row.cells[$0] }
    passed = cells.allSatisfy { $0 == .null } ? [] : cells
  }

  /// `"Ivan 007" <79161234567>` without the name.
  private static func bracketed(_ text: String) -> String {
    guard let open = text.lastIndex(of: "<"), let close = text.lastIndex(of: ">"), open < close
    else { return text }
    return String(text[text.index(after: open)..<close])
  }

  /// A number for a call that its exchange does not number: hashed, as it is made of phone numbers.
  private static func identity(_ content: String, _ key: ContactKey) -> String {
    let hash = String(UInt64(bitPattern: key.visitor(id: content)), radix: 16)
    return "unnumbered-" + String(repeating: "0", count: 16 - hash.count) + hash
  }
}
