import TributaryModel

/// Builds calls of their legs, which stand anywhere in one file.
///
/// Legs belong together by the call's number (`linkedid`, `entry_id`), else the leg's (`uniqueid`);
/// a leg without either is a call of its own. The first leg, by time, says whether the call came
/// from outside: calls that the shop made are left out. The shop's number is what a leg names, else
/// what the first leg dialled; a call without one is refused. An open call takes some 500 bytes,
/// each leg 50 of them: a year of 200 calls a day 40 MB.
struct CallBuilder: RowBuilding {
  static let workColumns = CallColumns.work
  static let contactColumns = CallColumns.workNames
  static func columns(of shape: TableShape) -> [Column] { CallColumns.all(of: shape) }

  private let columns: CallColumns
  private let key: ContactKey
  private var positions: [String: Int] = [:]
  private var calls: [OpenCall] = []
  private(set) var leftover = Leftover()

  init(_ columns: [Column], _ options: TableOptions) {
    self.columns = CallColumns(columns)
    key = options.key
  }

  mutating func take(_ row: TableRow, of record: Record) -> BuiltRow {
    let leg = CallLeg(row, columns, key)
    if case .unknown(let word) = leg.direction { return .refused(direction: word) }
    let place = OpenCall.Place(leg, record)
    if let position = positions[leg.callID] {
      calls[position].add(leg, place)
    } else {
      positions[leg.callID] = calls.count
      calls.append(OpenCall(leg, place))
    }
    return .held
  }

  /// The calls, in the order of their first records.
  mutating func finish() -> [TableRow] {
    let names = positions.sorted { $0.value < $1.value }.map(\.key)
    positions = [:]
    var rows: [TableRow] = []
    for (name, call) in zip(names, calls) {
      if !call.isInbound {
        leftover.filtered += call.places.count
      } else if let number = call.dialledNumber {
        rows.append(call.row(id: key.maskedID(name), number: number, columns))
      } else {
        leftover.rejections += call.places.map(CallBuilder.rejection)
      }
    }
    calls = []
    leftover.rejections.sort { $0.line < $1.line }
    return rows
  }

  private static func rejection(_ place: OpenCall.Place) -> Rejection {
    Rejection(
      line: place.line, byteOffset: place.byteOffset, reason: .missingValue,
      column: "dialled_number", message: noNumber, sample: place.sample)
  }

  fileprivate static let noNumber =
    "expected the shop's number that was dialled, found none in the records of this call; say "
    + "where it stands, such as columns: {dialled_number: 'userfield'}"
}

/// Makes a call of each record, for services that write one a call.
struct WholeCallBuilder: RowBuilding {
  static let workColumns = CallColumns.work
  static let contactColumns = CallColumns.workNames
  static func columns(of shape: TableShape) -> [Column] { CallColumns.all(of: shape) }

  private let columns: CallColumns
  private let key: ContactKey

  init(_ columns: [Column], _ options: TableOptions) {
    self.columns = CallColumns(columns)
    key = options.key
  }

  mutating func take(_ row: TableRow, of record: Record) -> BuiltRow {
    let leg = CallLeg(row, columns, key)
    if case .unknown(let word) = leg.direction { return .refused(direction: word) }
    let call = OpenCall(leg, OpenCall.Place(leg, record))
    guard call.isInbound else { return .filtered }
    guard let number = call.dialledNumber else {
      return .refused(.missingValue, column: "dialled_number", message: CallBuilder.noNumber)
    }
    return .rows([call.row(id: key.maskedID(leg.callID), number: number, columns)])
  }
}

extension OpenCall.Place {
  fileprivate init(_ leg: CallLeg, _ record: Record) {
    let isClear = leg.number != nil || leg.destination != nil
    self.init(
      line: record.line, byteOffset: record.byteOffset,
      sample: isClear ? "" : Redaction.sample(record.start, strictly: true))
  }
}

extension BuiltRow {
  fileprivate static func refused(direction word: String) -> BuiltRow {
    .refused(
      .unknownValue, column: "direction",
      message: "expected in or out, found '\(Redaction.text(word))'")
  }
}
