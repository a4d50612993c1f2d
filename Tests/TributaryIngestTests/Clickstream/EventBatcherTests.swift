import Testing
import TributaryModel

@testable import TributaryIngest

struct EventBatcherTests {
  /// Numbers that come again with every run (SplitMix64).
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var mixed = state
      mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
      mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
      return mixed ^ mixed >> 31
    }
  }

  @Test(arguments: FormatRegistry.all.filter(\.isLog).map(\.name))
  func `spoiled lines are loaded, filtered or refused, and all are counted`(
    name: String
  ) throws {
    let example = try FormatRegistry.format(named: name).example
    let lines = example.split(separator: "\n").map { Array($0.utf8) }
    let signs = Array("\"\\{}[]:,-/?#%+@= \t\u{0}x019Z;".utf8) + [0xd0, 0xff]
    var dice = Dice(state: 7)
    var options = Given.logOptions
    options.visitorCookie = "cid"
    options.usesForwardedFor = true
    var batcher = EventBatcher(try ClickstreamFormat(name), options)
    // Where the first line of a file names the columns, it is whole.
    let top = lines[0]
    batcher.pass(top.span, Line(start: 0, end: top.count, terminator: 1, number: 0, offset: 0))
    var loaded = 0
    var headers = 0
    for number in 1...2000 {
      var bytes = lines[number % lines.count]
      for _ in 0..<Int.random(in: 1...4, using: &dice) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &dice)
        switch Int.random(in: 0..<4, using: &dice) {
        case 0: bytes[place] = signs.randomElement(using: &dice) ?? 0
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(signs.randomElement(using: &dice) ?? 0, at: place)
        default: bytes.removeSubrange(max(place, 1)...)
        }
      }
      let before = batcher.counts.read
      let line = Line(
        start: 0, end: bytes.count, terminator: 1, number: number, offset: Int64(number))
      batcher.add(bytes.span, line)
      headers += batcher.counts.read == before ? 1 : 0
      if batcher.isFull { loaded += batcher.take().0.count }
    }
    loaded += batcher.take().0.count
    let counts = batcher.counts
    #expect(counts.read + headers == 2000)
    #expect(counts.read == loaded + counts.filtered + counts.rejected)
    #expect(counts.rejected > 0)
    #expect(loaded > 0)
  }
}
