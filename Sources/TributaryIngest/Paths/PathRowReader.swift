import Foundation
import TributaryModel

/// Turns the records of a file of paths into rows of codes and numbers.
struct PathRowReader {
  private let header: PathHeader
  private(set) var batch = PathBatch()
  /// Bytes of a name to a number that holds until the interner is full, and that to the code.
  private var interner = StringInterner()
  private var codesByNumber: [Int32] = []
  private var codes: [String: Int32] = [:]
  /// Where the names of one path lie.
  private var places: [Range<Int>] = []

  enum Outcome {
    case taken
    case filtered
    case rejected(Rejection)
  }

  /// The ceilings keep the totals of a million rows exact enough to add up.
  private static let most = 1e12

  init(_ header: PathHeader) { self.header = header }

  /// The rows so far; the next ones begin anew.
  mutating func takeBatch() -> PathBatch {
    let taken = batch
    batch = PathBatch()
    return taken
  }

  /// Takes in a record whose cells are UTF-8, or says why not.
  mutating func take(_ record: Record) -> Outcome {
    if let problem = record.problem {
      return .rejected(
        refusal(record, problem, nil, "expected cells that can be read, found none"))
    }
    if record.isBlank { return .filtered }
    guard record.count >= header.count,
      (header.count..<record.count).allSatisfy({ record.place($0).isEmpty })
    else {
      return .rejected(
        refusal(
          record, .raggedRow, nil,
          "expected \(header.count) cells as in the header, found \(record.count); "
            + "look for a delimiter inside an unquoted cell"))
    }
    let numbers: (conversions: Double, value: Double, nulls: Double)
    do throws(Refusal) {
      numbers = (
        try number(record, header.conversions, "conversions", least: 0, isRequired: true),
        try number(record, header.value, "value", least: -PathRowReader.most),
        try number(record, header.nulls, "nulls", least: 0)
      )
      try takePath(record)
    } catch {
      return .rejected(refusal(record, error.reason, error.column, error.message))
    }
    batch.ends.append(batch.steps.count)
    batch.conversions.append(numbers.conversions)
    batch.value.append(numbers.value)
    batch.nulls.append(numbers.nulls)
    return .taken
  }

  /// Adds the steps of the path; none when it is refused.
  private mutating func takePath(_ record: Record) throws(Refusal) {
    let place = record.place(header.path)
    guard !CellBytes.trimmed(record.bytes.span, place).isEmpty else {
      throw Refusal(.missingValue, "path", "expected a path such as 'email > direct', found none")
    }
    places.removeAll(keepingCapacity: true)
    var start = place.lowerBound
    while start <= place.upperBound {
      let found = ByteScan.first(
        UInt8(ascii: ">"), in: record.bytes.span, from: start, to: place.upperBound)
      let end = found < 0 ? place.upperBound : found
      let name = CellBytes.trimmed(record.bytes.span, start..<end)
      guard !name.isEmpty else {
        throw Refusal(
          .malformed, "path",
          "expected a name before and after each '>', found none; "
            + "write it as in 'email > direct'")
      }
      places.append(name)
      start = end + 1
    }
    for name in places { batch.steps.append(code(record, name)) }
  }

  private mutating func code(_ record: Record, _ name: Range<Int>) -> Int32 {
    if interner.isFull {
      interner.clear()
      codesByNumber.removeAll(keepingCapacity: true)
    }
    let (number, isNew) = interner.number(record.bytes.span, name, tag: 0)
    guard isNew else { return codesByNumber[Int(number)] }
    let text = record.text(name).precomposedStringWithCanonicalMapping
    let code = codes[text] ?? Int32(codes.count)
    if codes.updateValue(code, forKey: text) == nil { batch.newNames.append(text) }
    codesByNumber.append(code)
    return code
  }

  private func number(
    _ record: Record, _ position: Int?, _ column: String, least: Double, isRequired: Bool = false
  ) throws(Refusal) -> Double {
    guard let position else { return 0 }
    let place = CellBytes.trimmed(record.bytes.span, record.place(position))
    guard !CellBytes.isNull(record.bytes.span, place) else {
      guard isRequired else { return 0 }
      throw Refusal(.missingValue, column, "expected a number of \(column), found none")
    }
    guard let value = DecimalText.value(record.bytes.span, place), value >= least,
      value <= PathRowReader.most
    else {
      throw Refusal(
        .badNumber, column,
        "expected a number\(least == 0 ? " from 0 up" : "") such as 12.5, found '"
          + "\(Redaction.text(record.text(place)))'; write it with a decimal point")
    }
    return value
  }

  private struct Refusal: Error {
    let reason: Rejection.Reason
    let column: String?
    let message: String

    init(_ reason: Rejection.Reason, _ column: String?, _ message: String) {
      self.reason = reason
      self.column = column
      self.message = message
    }
  }

  private func refusal(
    _ record: Record, _ reason: Rejection.Reason, _ column: String?, _ message: String
  ) -> Rejection {
    Rejection(
      line: record.line, byteOffset: record.byteOffset, reason: reason, column: column,
      message: message, sample: Redaction.sample(record.start))
  }
}
