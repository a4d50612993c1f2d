import Testing

@testable import TributaryIngest

struct CSVReaderTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  /// The cells of all records, each read in the place of the one before it.
  private func records(_ text: String, delimiter: UInt8 = 44) throws -> [[String]] {
    var csv = try CSVReader(
      try ByteStream(bench.write("t.csv", text)), delimiter: delimiter)
    var found: [[String]] = []
    var record = Record()
    while try csv.next(into: &record) {
      #expect(record.problem == nil)
      found.append(record.texts)
    }
    return found
  }

  @Test func `cells come out as they were quoted and put in`() throws {
    var cells = SeededCells(seed: 4)
    let parts = ["a", "Я", ",", "\"", "\n", "\r\n", " ", "слово", "longer than eight bytes", ""]
    for _ in 0..<60 {
      var text = ""
      var wanted: [[String]] = []
      for _ in 0..<40 {
        let row = (0...cells.next(below: 6)).map { _ in cells.text(of: parts, most: 4) }
        // A line with nothing in it and a cell with nothing in it look the same.
        text += row.map { cell in
          let needsQuotes = cell.contains { ",\"\n\r\r\n".contains($0) }
          return needsQuotes || cells.next(below: 4) == 0
            ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
        }.joined(separator: ",")
        text += cells.pick(["\n", "\r\n"])
        wanted.append(row)
      }
      #expect(try records(text) == wanted)
    }
  }

  @Test(arguments: ["a,b\"c,d", "a,\"b\"c,d", "a,b,", ",,", "ab,cd,e\"f,ghijklmnop"])
  func `a line is cut alike with and without a quote behind it`(line: String) throws {
    // The state machine, a byte at a time: the reference for what the quick way does.
    var reference = Record()
    let bytes = Array(line.utf8)
    var state = CSVState.cellStart
    for index in bytes.indices {
      state.take(
        bytes.span, from: index, to: index + 1, delimiter: 44, isFirst: false, into: &reference)
    }
    reference.endCell()
    #expect(try records(line + "\n") == [reference.texts])
  }

  @Test func `a record read in the place of another has nothing of it`() throws {
    #expect(
      try records("first,\"a,b\",c\n\n\"x\ny\",z\nlast\n")
        == [["first", "a,b", "c"], [""], ["x\ny", "z"], ["last"]])
  }
}
