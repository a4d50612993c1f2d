import Testing
import TributaryModel

@testable import TributaryIngest

struct ByteStreamTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  private func lines(_ text: String, chunk: Int = 1 << 20) throws -> [String] {
    var reader = LineReader(
      try ByteStream(try bench.write("f", text)), leavesUnterminated: false, chunk: chunk)
    var lines: [String] = []
    while let line = try reader.next() {
      lines.append(String(decoding: reader.buffer[line.start..<line.end], as: UTF8.self))
    }
    return lines
  }

  @Test func `lines may end in carriage returns alone`() throws {
    #expect(try lines("a\rb\r") == ["a", "b"])
    #expect(try lines("a;b\r\rc") == ["a;b", "", "c"])
    let long = (0..<40_000).map { "line \($0)" }
    #expect(try lines(long.joined(separator: "\r")) == long)
  }

  @Test func `a carriage return inside a line of another file stays`() throws {
    #expect(try lines("a\rb\nc") == ["a\rb", "c"])
    #expect(try lines("a\r\nb\r\n") == ["a", "b"])
    #expect(try lines("a") == ["a"])
    #expect(try lines("") == [])
  }

  @Test(arguments: [
    "1CClientBankExchange\rВерсияФормата=1.03\rКонецФайла\r",
    "order_id;placed_at;total\r1;2026-05-03;5\r",
  ])
  func `tables of such lines are read`(text: String) throws {
    let isBank = text.hasPrefix("1C")
    let format = try FormatRegistry.format(named: isBank ? "1c-bank" : "csv")
    let options = format.applied(to: Given.tableOptions())
    let table = try ReadTable(bench.write("t", text), isBank ? .payments : .orders, options)
    #expect(table.rows.count == (isBank ? 0 : 1))
  }
}
