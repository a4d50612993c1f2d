import Testing
import TributaryModel

@testable import TributaryPipeline

@Suite struct RecordParsingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func parse(
    _ text: String, _ format: String, _ output: RecordParsing.Output = .json
  ) throws -> (lines: [String], counts: FileCounts, rejections: [Rejection]) {
    try folder.write(text, to: "file")
    var bytes: [UInt8] = []
    var rejections: [Rejection] = []
    let path = folder.url.appending(path: "file").path(percentEncoded: false)
    let counts = try RecordParsing(format: format, output: output).parse(path) {
      bytes += $0
    } reject: {
      rejections.append($0)
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    return (lines, counts, rejections)
  }

  @Test func `any table comes out under its own header`() throws {
    let json = try parse("Имя;n\nа;1\nб\n", "csv")
    #expect(json.lines == [#"{"Имя":"а","n":"1"}"#])
    #expect(json.counts.read == 2 && json.counts.loaded == 1 && json.counts.rejected == 1)
    #expect(json.rejections.map(\.reason) == [.raggedRow])
    #expect(try parse("a,b\n1,2\n", "csv", .tsv).lines == ["a\tb", "1\t2"])
  }

  @Test func `a named table comes out under canonical names`() throws {
    let text = "Дата;Кампания;Расход (руб.)\n03.05.2026;Весна;1020,50\nИтого;;1020,50\n"
    let result = try parse(text, "yandex-direct")
    #expect(result.counts.loaded == 1 && result.counts.filtered == 1)
    let line = try #require(result.lines.first)
    #expect(line.contains(#""date":"2026-05-03","#))
    #expect(line.contains(#""cost":102050"#))
    #expect(line.contains(#""source":"yandex""#))
  }

  @Test func `a log format string is a format`() throws {
    let line = #"203.0.113.7 [03/May/2026:10:15:00 +0300] "GET /cart?a=1 HTTP/1.1" 200"#
    let result = try parse(line + "\n", #"$remote_addr [$time_local] "$request" $status"#)
    let printed = try #require(result.lines.first)
    #expect(printed.hasPrefix(#"{"at":"2026-05-03T07:15:00.000Z","method":"GET","#))
    #expect(printed.contains(#""path":"/cart","query":"a=1","status":200"#))
  }

  @Test(arguments: [("nothing-such", RunError.Code.usage), ("csv", .noInput)])
  func `a format or a file that is not there is told by its exit code`(
    format: String, code: RunError.Code
  ) throws {
    let error = try #require(throws: RunError.self) {
      _ = try RecordParsing(format: format).parse("/nothing/such") { _ in
      } reject: { _ in
      }
    }
    #expect(error.code == code)
  }
}
