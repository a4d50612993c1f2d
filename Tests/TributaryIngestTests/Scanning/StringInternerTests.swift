import Testing

@testable import TributaryIngest

struct StringInternerTests {
  @Test func `equal bytes have one number, under another tag another`() {
    var interner = StringInterner()
    let bytes = Array("/cart/cart/cast".utf8)
    let seen = [
      interner.number(bytes.span, 0..<5, tag: 1), interner.number(bytes.span, 5..<10, tag: 1),
      interner.number(bytes.span, 10..<15, tag: 1), interner.number(bytes.span, 5..<10, tag: 2),
      interner.number(bytes.span, 0..<5, tag: 2),
    ]
    #expect(seen.map(\.number) == [0, 0, 1, 2, 2])
    #expect(seen.map(\.isNew) == [true, false, true, true, false])
  }

  @Test func `texts of every length keep apart`() {
    var interner = StringInterner()
    let bytes = [UInt8](repeating: 0x61, count: 70)
    for count in 0..<70 {
      #expect(interner.number(bytes.span, 0..<count, tag: 3) == (Int32(count), true))
    }
    #expect(interner.number(bytes.span, 70 - 33..<70, tag: 3) == (33, false))
    interner.clear()
    #expect(interner.number(bytes.span, 0..<33, tag: 3) == (0, true))
  }
}
