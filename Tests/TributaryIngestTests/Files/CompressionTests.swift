import Testing
import TributaryModel

@testable import TributaryIngest

struct CompressionTests {
  private func packed(_ bench: Workbench) throws -> [UInt8] {
    // Enough lines of changing text that the packed file has a middle to damage.
    let text = (0..<4_000).map { Given.line($0 % 60, path: "/\($0 * 7919 % 4001)") }.joined()
    return try bench.bytes(
      bench.pack(bench.write("a.log", text), with: "gzip", suffix: ".gz"))
  }

  @Test func `a gzip file cut short is corrupt`() throws {
    let bench = try Workbench()
    let bytes = try packed(bench)
    let file = try bench.write("cut.gz", Array(bytes.prefix(bytes.count / 2)))
    let error = #expect(throws: IngestError.self) { try ReadLog(file) }
    #expect(error?.kind == .corrupt)
    #expect(error?.path == "cut.gz")
  }

  @Test func `a gzip file with a wrong check sum is corrupt`() throws {
    let bench = try Workbench()
    var bytes = try packed(bench)
    bytes[bytes.count - 6] ^= 0xff
    let file = try bench.write("crc.gz", bytes)
    let error = #expect(throws: IngestError.self) { try ReadLog(file) }
    #expect(error?.kind == .corrupt)
  }

  @Test func `rubbish after a gzip file and several members are read`() throws {
    let bench = try Workbench()
    let bytes = try packed(bench)
    let rubbish = try ReadLog(bench.write("r.gz", bytes + [1, 2, 3])).summary
    #expect(rubbish.counts.read == 4_000)
    #expect(rubbish.notes.contains(FileNote(.ignoredRest)))
    let members = try ReadLog(bench.write("m.gz", bytes + bytes)).summary
    #expect(members.counts.read == 8_000)
    #expect(!members.notes.contains(FileNote(.ignoredRest)))
  }

  @Test func `lines that were added to a bzip2 file as they are, are told`() throws {
    let bench = try Workbench()
    let packed = try bench.bytes(
      bench.pack(bench.write("a", Given.line(1)), with: "bzip2", suffix: ".bz2"))
    let log = try ReadLog(bench.write("a.bz2", packed + Array(Given.line(2).utf8))).summary
    #expect(log.counts.read == 1)
    #expect(log.notes.contains(FileNote(.ignoredRest)))
    let json = #"[{"date":"2026-05-03","cost":1}]"#
    let table = try bench.bytes(
      bench.pack(bench.write("b", json), with: "gzip", suffix: ".gz"))
    var options = Given.tableOptions()
    options.layout = .json(envelopes: [])
    let file = try bench.write("b.gz", table + Array("rest".utf8))
    #expect(try ReadTable(file, .spend, options).summary.notes.contains(FileNote(.ignoredRest)))
  }

  @Test(arguments: ["zip.xlsx", "-dc", "a b\n$(touch x).gz", "--help"])
  func `a name is only a name`(name: String) throws {
    let bench = try Workbench()
    let file = try bench.write(name, packed(bench))
    #expect(try ReadLog(file).summary.counts.read == 4_000)
  }

  @Test func `archives and missing files are refused with advice`() throws {
    let bench = try Workbench()
    let zip = try bench.write("a.log", [0x50, 0x4b, 3, 4, 0, 0])
    let error = #expect(throws: IngestError.self) { try ReadLog(zip) }
    #expect(error?.kind == .unsupported)
    #expect(error?.message.contains("CSV") == true)
    let none = SourceFile(path: bench.folder.path + "/none", relativePath: "none")
    #expect(
      throws: IngestError(
        .missing, path: "none", message: "expected a file, found none; check the path")
    ) { try ReadLog(none) }
    let folder = SourceFile(path: bench.folder.path)
    #expect(#expect(throws: IngestError.self) { try ReadLog(folder) }?.kind == .notAFile)
  }

  @Test func `UTF-16 with a mark is read`() throws {
    let bench = try Workbench()
    let text = "date\tcost\r\n2026-05-03\t7,50\r\n"
    for (mark, isBig) in [([0xff, 0xfe], false), ([0xfe, 0xff], true)] as [([UInt8], Bool)] {
      let units = text.utf16.flatMap { unit in
        let bytes = [UInt8(unit & 0xff), UInt8(unit >> 8)]
        return isBig ? bytes.reversed() : bytes
      }
      let file = try bench.write("t.csv", mark + units)
      let table = try ReadTable(file, .spend, Given.tableOptions())
      #expect(table.cell(0, "cost") == .integer(750))
      #expect(table.rejections.isEmpty)
    }
  }

  /// The header of one file, its lines and two empty blocks.
  private static func archive(_ text: String, mark: String) -> [UInt8] {
    var header = Array("access.log".utf8)
    header += Array(repeating: 0, count: 257 - header.count)
    header += Array(mark.utf8)
    header += Array(repeating: 0, count: 512 - header.count)
    let padding = (512 - text.utf8.count % 512) % 512
    return header + Array(text.utf8) + Array(repeating: 0, count: padding + 1024)
  }

  @Test(arguments: ["ustar\u{0}00", "ustar  \u{0}"])
  func `a tar archive is refused, packed or not, as a log and as a table`(mark: String) throws {
    let bench = try Workbench()
    let log = CompressionTests.archive(Given.line(1) + Given.line(2), mark: mark)
    let table = CompressionTests.archive("date,cost\n2026-05-03,1\n", mark: mark)
    var files = [try bench.write("logs.tar", log)]
    for (tool, suffix) in [("gzip", ".gz"), ("bzip2", ".bz2"), ("xz", ".xz")] {
      files.append(try bench.pack(files[0], with: tool, suffix: suffix))
    }
    for file in files {
      let error = #expect(throws: IngestError.self) { try ReadLog(file) }
      #expect(error?.kind == .unsupported)
      #expect(error?.message.contains("tar -xf") == true)
      #expect(throws: IngestError.self) { try FormatGuess.of(file) }
    }
    for name in ["spend.csv", "spend"] {
      let file = try bench.write(name, table)
      let error = #expect(throws: IngestError.self) {
        try ReadTable(file, .spend, Given.tableOptions())
      }
      #expect(error?.kind == .unsupported)
    }
  }

  @Test func `a log that holds the mark of an archive elsewhere is read`() throws {
    let bench = try Workbench()
    let log = try ReadLog(bench.write("a.log", Given.line(1, path: "/ustar") + Given.line(2)))
    #expect(log.rows.map(\.path) == ["/ustar", "/"])
  }
}
