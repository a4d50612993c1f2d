import Testing

@testable import TributaryIngest

struct JSONArrayLinesTests {
  private func lines(_ text: String) throws -> [String] {
    let bench = try Workbench()
    let file = try bench.write("a.json", text)
    var reader = LineReader(
      try ByteStream(file), leavesUnterminated: true, opensArrays: true)
    var lines: [String] = []
    while let line = try reader.next() {
      let bytes = reader.buffer[line.start..<line.end]
      lines.append(
        String(decoding: bytes, as: UTF8.self).split(separator: " ").joined(separator: " "))
    }
    #expect(reader.pending == 0)
    return lines.filter { !$0.isEmpty }
  }

  @Test(arguments: [
    #"[{"a":1},{"a":2}]"#, #"[{"a":1},{"a":2}]"# + "\n", "\u{feff} [\n" + #" {"a":1} , {"a":2} ]"#,
    "[\r\n  {\r\n" + #""a":1}"# + "\r\n,\r\n" + #"{"a":2}"# + "\r\n]\r\n",
    #"[{"a":1}][{"a":2}]"#,
  ])
  func `each record of an array is a line`(text: String) throws {
    let found = try lines(text).map { $0.filter { $0 != " " && $0 != "\u{feff}" } }
    #expect(found == [#"{"a":1}"#, #"{"a":2}"#])
  }

  @Test func `signs in texts and arrays in records end nothing`() throws {
    #expect(
      try lines(#"[{"a":"],[{\"}{\\","b":[1,{"c":[]}]},{"d":","}]"#)
        == [#"{"a":"],[{\"}{\\","b":[1,{"c":[]}]}"#, #"{"d":","}"#])
  }

  @Test(arguments: ["[pod/web] 1\n", "[03/May/2026] 2\n", "{\"a\":1}\n", "[1]\n", "\n[\n"])
  func `other files are read as they are`(text: String) throws {
    #expect(try lines(text) == text.split(separator: "\n").map(String.init))
  }

  @Test func `an empty array has no records`() throws { #expect(try lines("[ ]") == []) }
}
