import Testing

@testable import TributaryAnalysis

struct HashNumbersTests {
  @Test func `each hash keeps its number while the table grows`() {
    var table = HashNumbers()
    let hashes = (0..<20_000).map { Int64($0) &* 0x2545_f491_4f6c_dd1d - 9 } + [0, .min, .max]
    for round in 0..<2 {
      for (number, hash) in hashes.enumerated() {
        let place = table.place(of: hash)
        #expect(table.number(at: place) == (round == 0 ? -1 : Int32(number)))
        table.set(Int32(number), of: hash, at: place)
      }
    }
  }
}
