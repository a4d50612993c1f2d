import TributaryModel

/// The columns that a call's legs are read into, and where each stands in their rows.
struct CallColumns {
  /// Behind those of `calls`, whose own number of the call and of the shop a leg may lack.
  static let work = [
    Column("leg_id", .text, "The exchange's number of the leg."),
    Column("sequence", .integer, "The exchange's count of its records."),
    Column("source_number", .text, "Who called, in digits."),
    Column("caller_number", .text, "Who called, as the exchange cleaned it."),
    Column("caller_text", .text, "Who called, as `\"Name\" <number>`."),
    Column("destination", .text, "What was dialled, inside or outside."),
    Column("inbound_number", .text, "The shop's number, on calls from outside only."),
    Column("outbound_caller", .text, "Who of the shop called, or the number shown; on its calls."),
    Column("direction", .text, "in or out."),
    Column("context", .text, "The context of Asterisk's dial plan."),
    Column("channel_name", .text, "The caller's channel in Asterisk."),
    Column("other_channel", .text, "The channel that it was joined to."),
    Column("application", .text, "What Asterisk did last."),
    Column("answered_at", .instant, "When it was answered."),
    Column("ended_at", .instant, "When it ended."),
    Column("duration_seconds", .integer, "From start to end."),
  ]

  static let workNames = Set(work.map(\.name))

  /// The columns of `calls` that building may fill, then `work`.
  static func all(of shape: TableShape) -> [Column] {
    shape.columns.map {
      Column($0.name, $0.type, required: $0.name == "started_at", key: $0.isKey, $0.summary)
    } + work
  }

  private let positions: [String: Int]
  /// Columns of `calls` that legs hand on as they are.
  let passed: [Int]

  private static let made: Set<String> = [
    "call_id", "started_at", "dialled_number", "caller", "talk_seconds", "wait_seconds", "answered",
  ]

  init(_ columns: [Column]) {
    positions = Dictionary(
      zip(columns.map(\.name), columns.indices), uniquingKeysWith: { first, _ in first })
    passed = TableShape.calls.columns.indices.filter {
      !CallColumns.made.contains(TableShape.calls.columns[$0].name)
    }
  }

  func text(_ name: String, _ row: TableRow) -> String? {
    guard let position = positions[name], case .text(let text) = row.cells[position] else {
      return nil
    }
    return text
  }

  func integer(_ name: String, _ row: TableRow) -> Int64? {
    guard let position = positions[name], case .integer(let value) = row.cells[position] else {
      return nil
    }
    return value
  }
}
