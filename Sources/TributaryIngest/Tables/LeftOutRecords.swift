import TributaryModel

/// What a source leaves out, for the note that tells it: how many, their sum, three of them.
struct LeftOutRecords {
  private var count = 0
  private var sums: [String: Int64] = [:]
  private var samples: [String] = []

  mutating func add(_ row: TableRow, _ shape: TableShape) {
    count += 1
    if samples.count < 3, let key = shape.key.first, case .text(let id) = row.cells[key] {
      samples.append(Redaction.text(id))
    }
    guard let amount = shape.amountColumn.flatMap(shape.position(of:)),
      case .integer(let minor) = row.cells[amount]
    else { return }
    var code = ""
    if let currency = shape.position(of: "currency"), case .text(let text) = row.cells[currency] {
      code = text
    }
    sums[code, default: 0] &+= minor
  }

  var notes: [FileNote] {
    guard count > 0 else { return [] }
    let about = MoneyText.sums(sums) + (samples.isEmpty ? [] : [samples.joined(separator: ", ")])
    return [FileNote(.leftOut, count: count, about: about.joined(separator: "; "))]
  }
}
