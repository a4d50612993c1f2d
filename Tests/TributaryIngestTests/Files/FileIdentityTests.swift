import Foundation
import Testing

@testable import TributaryIngest

struct FileIdentityTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  private func known(_ file: SourceFile, id: Int64 = 1) throws -> KnownFile {
    let summary = try ReadLog(file).summary
    return KnownFile(
      id: id, path: file.name, size: summary.size, modified: summary.modified,
      inode: summary.inode, contentOffset: summary.contentOffset, contentHash: summary.contentHash,
      headHash: summary.headHash)
  }

  private func match(_ file: SourceFile, _ known: [KnownFile]) throws -> FileIdentity.Match {
    try FileIdentity.match(
      file, known: KnownFiles(known), content: .log, in: bench.folder.path
    ).match
  }

  @Test func `a file never seen is new, one not touched unchanged`() throws {
    let file = try bench.write("a.log", Given.line(1) + Given.line(2))
    let ledger = try known(file)
    #expect(try match(file, []) == .new)
    #expect(try match(file, [ledger]) == .unchanged(ledger))
    let other = try bench.write("b.log", Given.line(3))
    #expect(try match(other, [ledger]) == .new)
  }

  @Test(arguments: ["gzip", "xz", "bzip2", "zstd"])
  func `a copy and a packed copy are the same content`(tool: String) throws {
    let file = try bench.write("a.log", Given.line(1) + Given.line(2))
    let ledger = try known(file)
    let copy = try bench.write("b.log", Given.line(1) + Given.line(2))
    #expect(try match(copy, [ledger]) == .sameContent(ledger))
    #expect(try match(bench.pack(file, with: tool, suffix: ".p"), [ledger]) == .sameContent(ledger))
  }

  @Test func `a log that grew is read on, also under another name`() throws {
    let ledger = try known(bench.write("a.log", Given.line(1) + Given.line(2)))
    let grown = try bench.write("a.log.1", Given.line(1) + Given.line(2) + Given.line(3))
    #expect(try match(grown, [ledger]) == .grown(ledger))
    let rest = try ReadLog(grown, from: ledger.contentOffset)
    #expect(rest.rows.map(\.at) == [1_431_849_903_000])
  }

  @Test func `an unfinished line is no growth`() throws {
    let ledger = try known(bench.write("a.log", Given.line(1)))
    let file = try bench.write("a.log", Given.line(1) + "93.180")
    #expect(try match(file, [ledger]) == .sameContent(ledger))
  }

  @Test func `a changed middle is told, a new beginning is another file`() throws {
    let ledger = try known(bench.write("a.log", Given.line(1) + Given.line(2) + Given.line(3)))
    let changed = try bench.write("a.log", Given.line(1) + Given.line(4) + Given.line(3))
    #expect(try match(changed, [ledger]) == .contentChanged(ledger))
    let rotated = try bench.write("a.log", Given.line(5))
    #expect(try match(rotated, [ledger]) == .new)
  }

  @Test func `a log cut short is told`() throws {
    let ledger = try known(bench.write("a.log", Given.line(1) + Given.line(2)))
    let cut = try bench.write("a.log", Given.line(1))
    #expect(try match(cut, [ledger]) == .contentChanged(ledger))
  }

  @Test func `the start of a known log under another name is nothing new`() throws {
    let file = try bench.write("a.log", Given.line(1) + Given.line(2))
    let ledger = try known(file)
    let part = try bench.write("b.log", Given.line(1))
    #expect(try match(part, [ledger]) == .sameContent(ledger))
  }

  @Test func `among known files the longest that fits is taken`() throws {
    let short = try known(bench.write("a.log", Given.line(1)), id: 1)
    let long = try known(bench.write("b.log", Given.line(1) + Given.line(2)), id: 2)
    let file = try bench.write("c.log", Given.line(1) + Given.line(2) + Given.line(3))
    #expect(try match(file, [short, long]) == .grown(long))
  }

  @Test func `a table with other bytes under its name has changed`() throws {
    let file = try bench.write("t.csv", "a,b\n1,2\n")
    let summary = try RecordPrinter(.cells(delimiter: nil)).read(file) { _, _ in }
    let ledger = KnownFile(
      id: 1, path: "t.csv", size: 0, modified: 0, inode: 0, contentOffset: summary.contentOffset,
      contentHash: summary.contentHash, headHash: summary.headHash)
    func found(_ file: SourceFile) throws -> FileIdentity.Match {
      try FileIdentity.match(
        file, known: KnownFiles([ledger]), content: .table, in: bench.folder.path
      ).match
    }
    #expect(try found(file) == .sameContent(ledger))
    #expect(try found(bench.write("u.csv", "a,b\n1,2\n")) == .sameContent(ledger))
    #expect(try found(bench.write("t.csv", "a,b\n1,3\n")) == .changed(ledger))
    #expect(try found(bench.write("u.csv", "a,b\n1,4\n")) == .new)
  }
}
