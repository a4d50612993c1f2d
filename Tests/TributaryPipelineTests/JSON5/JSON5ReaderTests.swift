import Testing

@testable import TributaryPipeline

@Suite struct JSON5ReaderTests {
  @Test func `comments, bare keys, single quotes and trailing commas are read`() throws {
    let text = """
      // line
      {
        name: 'it''s', /* block */
        "on": true, list: [1, -2.5, +3, .5, 5., 0x1F, 1e3,],
        ключ: null,
      }
      """.replacing("it''s", with: "it\\'s")
    let value = try JSON5Reader.read(Array(text.utf8))
    #expect(value.member("name")?.content == .text("it's"))
    #expect(value.member("on")?.content == .boolean(true))
    #expect(value.member("ключ")?.content == .null)
    guard case .list(let numbers)? = value.member("list")?.content else {
      Issue.record("list is no list")
      return
    }
    #expect(
      numbers.map(\.content) == [1, -2.5, 3, 0.5, 5, 31, 1000].map(JSON5Value.Content.number))
  }

  @Test func `every value knows its line and column`() throws {
    let value = try JSON5Reader.read(Array("{\r\n  a: 1,\n  'é': [\n    2]}".utf8))
    #expect(value.position == TextPosition(line: 1, column: 1))
    #expect(value.member("a")?.position == TextPosition(line: 2, column: 6))
    let list = try #require(value.member("é"))
    #expect(list.position == TextPosition(line: 3, column: 8))
    guard case .list(let values) = list.content else {
      Issue.record("é is no list")
      return
    }
    #expect(values.first?.position == TextPosition(line: 4, column: 5))
  }

  @Test(arguments: [
    (#"'a\tb'"#, "a\tb"), (#"'\x41\u0416'"#, "AЖ"), (#"'\uD83D\uDE00'"#, "😀"),
    ("'one\\\ntwo'", "onetwo"), (#"'\q\"'"#, "q\""), ("\u{FEFF}'bom'", "bom"),
  ])
  func `escapes stand for their characters`(text: String, expected: String) throws {
    #expect(try JSON5Reader.read(Array(text.utf8)).content == .text(expected))
  }

  /// Text, then line:column and a part of the message.
  @Test(arguments: [
    ("", "1:1", "found the end of the file"),
    ("{a: 1} x", "1:8", "expected the end of the file, found 'x'"),
    ("{a: 1 b: 2}", "1:7", "expected ',' or '}', found 'b'"),
    ("[1 2]", "1:4", "expected ',' or ']', found '2'"),
    ("{a 1}", "1:4", "expected ':' after the key a"),
    ("{,}", "1:2", "expected a key"),
    ("[,]", "1:2", "expected a value"),
    ("{a: yes}", "1:5", "found yes; put text into quotes"),
    ("{a: Infinity}", "1:5", "expected a finite number"),
    ("{a: -Infinity}", "1:5", "expected a finite number"),
    ("{a: NaN}", "1:5", "expected a finite number"),
    ("{a: 1e999}", "1:5", "expected a finite number"),
    ("{a: 010}", "1:5", "expected a finite number, found 010"),
    ("{a: 0x}", "1:5", "found 0x"),
    ("{a: 1.2.3}", "1:5", "found 1.2.3"),
    ("{a: 2026-11-14}", "1:5", "found 2026-11-14; put it into quotes"),
    ("{a: .}", "1:5", "found ."),
    ("{a: 'x\n'}", "1:7", "expected the closing '"),
    ("{a: 'x", "1:5", "expected the closing ', found the end of the file"),
    (#"{a: '\xZZ'}"#, "1:8", "2 hexadecimal digits"),
    (#"{a: '\1'}"#, "1:6", "expected an escape"),
    (#"{a: '\uD800'}"#, "1:6", "half of a pair"),
    (#"{a: '\uDE00'}"#, "1:6", "half of a pair"),
    ("{a: '\u{1}'}", "1:6", "found U+1"),
    ("{a: 1 /* b", "1:7", "expected the comment to be closed"),
    ("{\n  a: 1,\n  a: 2}", "3:3", "found a again (first in line 2)"),
    ("{a: 1, 'a': 2}", "1:8", "found a again"),
  ])
  func `rot is refused at its place`(text: String, place: String, part: String) throws {
    let failure = try #require(throws: JSON5Failure.self) {
      try JSON5Reader.read(Array(text.utf8))
    }
    let problem = try #require(failure.problems.first)
    #expect("\(problem.position.line):\(problem.position.column)" == place)
    #expect(problem.message.contains(part), "\(problem.message)")
  }

  @Test func `all repeated keys are told at once`() throws {
    let failure = try #require(throws: JSON5Failure.self) {
      try JSON5Reader.read(Array("{a: 1, a: 2, b: {c: 1, c: 2}}".utf8))
    }
    #expect(failure.problems.map(\.position.column) == [8, 24])
  }

  @Test func `thirty-two levels are read and one more is refused`() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    _ = try JSON5Reader.read(nested(32))
    let failure = try #require(throws: JSON5Failure.self) {
      try JSON5Reader.read(nested(100_000))
    }
    #expect(failure.problems.first?.message.contains("at most 32 levels") == true)
  }

  @Test func `a huge file and broken UTF-8 are refused`() {
    #expect(throws: JSON5Failure.self) {
      try JSON5Reader.read([UInt8](repeating: UInt8(ascii: " "), count: (1 << 20) + 1))
    }
    #expect(throws: JSON5Failure.self) { try JSON5Reader.read([0x7B, 0xFF, 0x7D]) }
  }
}
