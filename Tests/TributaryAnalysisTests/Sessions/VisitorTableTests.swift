import Testing

@testable import TributaryAnalysis

struct VisitorTableTests {
  @Test func `each visitor keeps the newest session while the table grows`() {
    var table = VisitorTable()
    let visitors = (0..<20_000).map { Int64($0) &* 0x2545_f491_4f6c_dd1d - 9 } + [0, .min, .max]
    for round in 0..<2 {
      for (number, visitor) in visitors.enumerated() {
        let place = table.place(of: visitor)
        #expect(table.session(at: place) == (round == 0 ? -1 : Int32(number)))
        table.set(Int32(number), of: visitor, at: place)
      }
    }
  }
}
