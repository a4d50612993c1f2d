import Testing
import TributaryModel

@testable import TributaryIngest

struct PathReaderTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  /// All batches as one, and the rejections.
  private func read(_ bytes: [UInt8]) throws -> (PathBatch, [Rejection], FileSummary) {
    var whole = PathBatch()
    var rejections: [Rejection] = []
    let summary = try PathReader().read(try bench.write("paths.csv", bytes)) { batch, refused in
      whole.newNames += batch.newNames
      whole.ends += batch.ends.map { $0 + whole.steps.count }
      whole.steps += batch.steps
      whole.conversions += batch.conversions
      whole.value += batch.value
      whole.nulls += batch.nulls
      rejections += refused
    }
    #expect(summary.emitted == whole.count)
    return (whole, rejections, summary)
  }

  private func read(_ text: String) throws -> (PathBatch, [Rejection], FileSummary) {
    try read(Array(text.utf8))
  }

  private func check(_ batch: PathBatch) {
    #expect(batch.newNames == ["email", "paid search", "direct"])
    #expect(batch.steps == [0, 1, 1, 2, 0])
    #expect(batch.ends == [3, 4, 5])
    #expect(batch.conversions == [1, 0, 2.5])
    #expect(batch.value == [10.5, 0, -3])
    #expect(batch.nulls == [0, 7, 0])
  }

  @Test func `a file as it is described`() throws {
    let text = """
      path,conversions,value,nulls
      email > paid search > paid search,1,10.5,0
      direct,0,0,7
      email,2.5,-3,0

      """
    let (batch, rejections, summary) = try read(text)
    check(batch)
    #expect(rejections.isEmpty)
    #expect(summary.counts.read == 3)
  }

  @Test func `the same with a mark, returns, quotes, semicolons and no spaces`() throws {
    let text =
      "\u{FEFF}NULLS;Path;Conversions;Value\r\n"
      + "0;\"email>paid search>  paid search \";1;10,5\r\n" + "7; direct ;0;\r\n\r\n"
      + "\"0\";email;2,5;\"-3\"\r\n"
    let (batch, rejections, summary) = try read(text)
    check(batch)
    #expect(rejections.isEmpty)
    #expect(summary.counts.read == 4 && summary.counts.filtered == 1)
  }

  @Test func `the columns of ChannelAttribution are known`() throws {
    let (batch, _, _) = try read(
      "path,total_conversions,total_conversion_value,total_null\na > b,1,0.244,3\n")
    #expect(batch.value == [0.244] && batch.nulls == [3])
  }

  @Test func `value and nulls may be missing, in a file and in a row`() throws {
    let (none, _, _) = try read("path,conversions\na,1\n")
    #expect(none.value == [0] && none.nulls == [0])
    let (blank, _, _) = try read("path,conversions,value,nulls\na,1,,\n")
    #expect(blank.value == [0] && blank.nulls == [0])
  }

  @Test func `letters of windows-1251 and both forms of a letter are one name`() throws {
    let cyrillic: [UInt8] = [0xcf, 0xee, 0xf7, 0xf2, 0xe0]
    let (batch, _, _) = try read(Array("path,conversions\n".utf8) + cyrillic + Array(",1\n".utf8))
    #expect(batch.newNames == ["Почта"])
    let (forms, _, _) = try read("path,conversions\nцве\u{438}\u{306},1\nцве\u{439},1\n")
    #expect(forms.newNames == ["цве\u{439}"] && forms.steps == [0, 0])
  }

  /// Line, reason and column of each; the good row is kept.
  @Test func `a bad row is told with its line and reason`() throws {
    let text = """
      path,conversions,value,nulls
      ,1,1,1
      a > > b,1,1,1
      > a,1,1,1
      a,,1,1
      a,-1,1,1
      a,x,1,1
      a,1,"1,234",1
      a,1,1,nan
      a,1
      a,1,1,1,1
      good,1,1,1
      "a,1,1,1
      """
    let (batch, rejections, summary) = try read(text)
    #expect(batch.newNames == ["good"] && batch.steps == [0] && batch.ends == [1])
    #expect(summary.counts.rejected == 11)
    #expect(rejections.map(\.line) == [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13])
    #expect(
      rejections.map(\.reason) == [
        .missingValue, .malformed, .malformed, .missingValue, .badNumber, .badNumber, .badNumber,
        .badNumber, .raggedRow, .raggedRow, .unclosedQuote,
      ])
    #expect(
      rejections.map { $0.column ?? "" } == [
        "path", "path", "path", "conversions", "conversions", "conversions", "value", "nulls", "",
        "", "",
      ])
  }

  /// More names than the interner holds at once: the last and the first are met again.
  @Test func `names keep their codes however many there are`() throws {
    var text = "path,conversions\n"
    for name in 0..<70_000 { text += "n\(name) > n\(name / 2),1\n" }
    let (batch, _, _) = try read(text)
    #expect(batch.newNames.count == 70_000)
    let steps: [Int32] = (0..<140_000).map { $0 % 2 == 0 ? $0 / 2 : $0 / 4 }
    #expect(batch.steps == steps)
  }

  @Test(arguments: [
    ("path,value\na,1\n", IngestError.Kind.missingColumn),
    ("a > b,1,1\n", .missingColumn),
    ("path,conversions,total_conversions\na,1,1\n", .duplicateColumn),
  ])
  func `a header that does not say what is what is refused`(
    text: String, kind: IngestError.Kind
  ) throws {
    let error = try #require(throws: IngestError.self) { _ = try read(text) }
    #expect(error.kind == kind && error.line == 1)
  }

  @Test func `an empty file has no rows`() throws {
    #expect(try read("").0.count == 0)
    #expect(try read("path,conversions\n").0.count == 0)
  }
}
