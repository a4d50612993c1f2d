import Foundation
import Testing

@testable import TributaryIngest

struct ByteScanCellsTests {
  @Test func `cells end at each delimiter and at the end of the line`() {
    var cells = SeededCells(seed: 6)
    for _ in 0..<5000 {
      let bytes: [UInt8] = (0..<cells.next(below: 40)).map { _ in
        cells.pick([0x3b, 0x3a, 0x3c, 0xbb, 0x00, 0x41, 0x21])
      }
      var ends: [Int] = []
      let isCut = ByteScan.cellEnds(
        bytes.span, from: 0, to: bytes.count, delimiter: 0x3b, into: &ends)
      #expect(isCut)
      #expect(ends == bytes.indices.filter { bytes[$0] == 0x3b } + [bytes.count])
    }
  }

  @Test func `a quote anywhere stops it`() {
    for place in 0..<20 {
      var bytes = [UInt8](repeating: 0x41, count: 20)
      bytes[place] = 0x22
      var ends: [Int] = []
      let isCut = ByteScan.cellEnds(bytes.span, from: 0, to: 20, delimiter: 0x3b, into: &ends)
      #expect(!isCut)
    }
  }

  @Test func `what passes as composed is composed`() {
    for value in UInt32(0x20)...0xffff {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for text in [String(scalar), "е" + String(scalar), "A" + String(scalar) + "\u{430}"] {
        let bytes = Array(text.utf8)
        guard ByteScan.isComposed(bytes.span, from: 0, to: bytes.count) else { continue }
        #expect(
          Array(text.precomposedStringWithCanonicalMapping.utf8) == bytes, "U+\(value)")
      }
    }
    let usual = Array("Ёлка № 5 — «маска», 10 ₽, café".utf8)
    let isComposed = ByteScan.isComposed(usual.span, from: 0, to: usual.count)
    #expect(isComposed)
  }
}
