import Testing
import TributaryModel

@testable import TributaryWarehouse

/// The ledger's equations over random files in random order, against a model of what must remain.
@Suite struct RandomLedgerTests {
  /// One order as one line of one file tells it.
  private struct Version: Hashable {
    let id: Int
    let total: Int64
    let currency: String
    let updatedAt: Int64?

    var cells: [String: Cell] {
      [
        "order_id": .text("O\(id)"), "placed_at": .integer(Int64(id % 5) * 86_400_000),
        "total": .integer(total), "currency": .text(currency),
        "updated_at": updatedAt.map { .integer($0) } ?? .null,
      ]
    }

    var text: String {
      "O\(id)|\(total)|\(currency)|\(updatedAt.map { "\($0)" } ?? "null")"
    }
  }

  private struct File {
    let number: Int
    var rows: [Version]
    let refused: [Money?]

    /// The greater the number, the newer; the names say the opposite.
    var path: String { "orders\(99 - number).csv" }
    var modified: Int64
  }

  private var random: SplitMix
  private var files: [File] = []

  init() { random = SplitMix(state: 0) }

  private mutating func version(_ id: Int) -> Version {
    Version(
      id: id, total: Int64.random(in: -50...500, using: &random),
      currency: Bool.random(using: &random) ? "RUB" : "USD",
      updatedAt: Bool.random(using: &random) ? Int64.random(in: 1...4, using: &random) : nil)
  }

  private mutating func generate(_ seed: UInt64) {
    random = SplitMix(state: seed)
    for number in [1, 2, 3, 9, 10, 11] {
      var rows: [Version] = []
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        let new = version(Int.random(in: 0..<10, using: &random))
        // A third repeats what some file said before.
        let known = files.flatMap(\.rows).randomElement(using: &random)
        rows.append(Int.random(in: 0..<3, using: &random) == 0 ? known ?? new : new)
      }
      let refused = (0..<Int.random(in: 0...3, using: &random)).map { _ -> Money? in
        Bool.random(using: &random)
          ? Money(minor: Int64.random(in: 0...99, using: &random), currency: .rub) : nil
      }
      files.append(
        File(number: number, rows: rows, refused: refused, modified: Int64(number)))
    }
  }

  /// The highest version of each order: `updated_at`, unknown ones lowest, then file, then line.
  private func remaining() -> [Version] {
    var best: [Int: (rank: [Int64], version: Version)] = [:]
    for file in files {
      for (line, row) in file.rows.enumerated() {
        let rank = [row.updatedAt ?? .min, Int64(file.number), Int64(line)]
        if let known = best[row.id], rank.lexicographicallyPrecedes(known.rank) { continue }
        best[row.id] = (rank, row)
      }
    }
    return best.values.map(\.version)
  }

  private func load(_ file: File, into warehouse: Warehouse) throws -> LoadOutcome {
    var batch = TableBatch()
    for (index, row) in file.rows.enumerated() {
      let cells = row.cells
      batch.rows.append(
        TableRow(
          line: index + 2, cells: TableShape.orders.columns.map { cells[$0.name] ?? .null }))
    }
    return try warehouse.load(.table(.orders, file.path, modified: file.modified)) { loader in
      try loader.append(batch, shape: .orders)
      loader.reject(
        file.refused.map {
          Rejection(
            line: 90, byteOffset: 9, reason: .badDate, message: "m", sample: "s", money: $0)
        })
      return .of(file.rows.count + file.refused.count)
    }
  }

  private func sums(_ rows: [Version], _ currency: String) -> Int64 {
    rows.filter { $0.currency == currency }.reduce(0) { $0 + $1.total }
  }

  /// What a file has read and refused follows from the file alone, whatever came before it.
  private func check(_ file: File, _ money: [LedgerMoney]) {
    let mine = money.filter { $0.path.spelling == file.path }
    for currency in ["RUB", "USD"] {
      let refused = file.refused.compactMap { $0 }.filter { $0.currency.code == currency }
        .reduce(Int64(0)) { $0 + $1.minor }
      let found = mine.first { $0.currency == currency }?.money ?? MoneyCounts()
      #expect(found.read == sums(file.rows, currency) + refused)
      #expect(found.rejected == refused)
      #expect(found.read == found.loaded + found.duplicate + found.rejected)
    }
    let unknown = mine.reduce(0) { $0 + $1.money.unknownAmounts }
    #expect(unknown == file.refused.count { $0 == nil })
  }

  @Test(arguments: 1..<41 as Range<UInt64>)
  func `money and records reconcile, and the order of arrival leaves no trace`(
    seed: UInt64
  ) throws {
    var world = RandomLedgerTests()
    world.generate(seed)
    let expected = world.remaining().map(\.text).sorted()
    for _ in 0..<3 {
      let shop = try TestShop()
      let warehouse = try shop.open()
      for file in world.files.shuffled(using: &world.random) {
        let outcome = try world.load(file, into: warehouse)
        #expect(outcome.counts.reconciles)
        #expect(try warehouse.moneyMismatches().isEmpty)
      }
      let money = try warehouse.fileMoney()
      for file in world.files { world.check(file, money) }
      let sql = "select order_id, total, currency, updated_at from orders order by order_id"
      #expect(try warehouse.dump(sql) == expected)
      #expect(
        try warehouse.dump(
          "select currency, total from table_money where total <> 0 order by 1")
          == ["RUB", "USD"].compactMap { currency in
            let sum = world.sums(world.remaining(), currency)
            return sum == 0 ? nil : "\(currency)|\(sum)"
          })
    }
  }

  @Test(arguments: 41..<61 as Range<UInt64>)
  func `a file that changes and is read again keeps the equations`(seed: UInt64) throws {
    var world = RandomLedgerTests()
    world.generate(seed)
    let shop = try TestShop()
    let warehouse = try shop.open()
    for file in world.files { _ = try world.load(file, into: warehouse) }
    for position in world.files.indices.shuffled(using: &world.random) {
      for row in world.files[position].rows.indices {
        world.files[position].rows[row] = world.version(world.files[position].rows[row].id)
      }
      world.files[position].modified += 100
      let outcome = try world.load(world.files[position], into: warehouse)
      #expect(outcome.counts.reconciles)
      #expect(try warehouse.moneyMismatches().isEmpty)
    }
    #expect(try warehouse.fileMoney().allSatisfy { $0.money.reconciles })
    // What was refused is judged anew, never added up.
    for file in world.files {
      let entries = try warehouse.fileMoney().filter { $0.path.spelling == file.path }
      #expect(
        entries.reduce(0) { $0 + $1.money.unknownAmounts } == file.refused.count { $0 == nil })
      #expect(
        entries.reduce(0) { $0 + $1.money.rejected }
          == file.refused.reduce(0) { $0 + ($1?.minor ?? 0) })
    }
  }
}

/// SplitMix64: the same numbers from the same seed on every machine.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
