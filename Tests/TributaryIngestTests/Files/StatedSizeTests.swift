import Foundation
import Testing

@testable import TributaryIngest

/// Programs that unpack less than the file says, and end as if all were well.
struct StatedSizeTests {
  private static let tools = [("gzip", ".gz"), ("xz", ".xz"), ("zstd", ".zst"), ("bzip2", ".bz2")]

  /// A program of that name that writes these words.
  private func stub(_ tool: String, in bench: Workbench, _ script: String) throws {
    // Written by another process: a child of another test that holds it open would keep it busy.
    let writer = Process()
    writer.executableURL = URL(fileURLWithPath: "/bin/sh")
    writer.arguments = [
      "-c", #"rm -f "$1"; printf '#!/bin/sh\n%s\n' "$2" > "$1"; chmod 755 "$1""#, "sh",
      bench.folder.path + "/" + tool, script,
    ]
    try writer.run()
    writer.waitUntilExit()
    #expect(writer.terminationStatus == 0)
  }

  /// Bytes that come out.
  private func unpacked(_ file: SourceFile, programsIn folder: String) throws -> Int {
    var stream = try ByteStream(file, programsIn: [folder])
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var all = 0
    while true {
      let count = try stream.read(into: &buffer, from: 0)
      if count == 0 { return all }
      all += count
    }
  }

  @Test(arguments: tools, ["a", "one line\n", String(repeating: "a line of many\n", count: 9_000)])
  func `nothing out of a packed file that holds something is refused`(
    tool: (name: String, suffix: String), text: String
  ) throws {
    let bench = try Workbench()
    let file = try bench.pack(bench.write("f", text), with: tool.name, suffix: tool.suffix)
    #expect(try unpacked(file, programsIn: "/usr/bin") == text.utf8.count)
    // Words of gzip may mean that the file's end is none of its own.
    for script in tool.name == "gzip" ? ["exit 0"] : ["exit 0", "echo all is well >&2"] {
      try stub(tool.name, in: bench, script)
      let error = #expect(throws: IngestError.self) {
        try unpacked(file, programsIn: bench.folder.path)
      }
      #expect(error?.kind == .unreadable)
      #expect(error?.message.contains("it gave 0 and ended") == true, "\(error?.message ?? "")")
    }
  }

  @Test(arguments: tools)
  func `a packed file of nothing is an empty file`(name: String, suffix: String) throws {
    let bench = try Workbench()
    let file = try bench.pack(bench.write("f", ""), with: name, suffix: suffix)
    #expect(try unpacked(file, programsIn: "/usr/bin") == 0)
    let twice = try bench.write("twice", bench.bytes(file) + bench.bytes(file))
    #expect(try unpacked(twice, programsIn: "/usr/bin") == 0)
    try stub(name, in: bench, "exit 0")
    #expect(try unpacked(file, programsIn: bench.folder.path) == 0)
  }

  @Test func `gzip's own size is held against what came out`() throws {
    let bench = try Workbench()
    let text = String(repeating: "a line\n", count: 1000)
    let whole = try bench.bytes(bench.pack(bench.write("f", text), with: "gzip", suffix: ".gz"))
    let other = try bench.bytes(bench.pack(bench.write("g", "g\n"), with: "gzip", suffix: ".gz"))
    let none = try bench.bytes(bench.pack(bench.write("h", ""), with: "gzip", suffix: ".gz"))
    for (members, count) in [(whole + other, 7002), (other + whole, 7002), (whole + none, 7000)] {
      let file = try bench.write("m.gz", members)
      #expect(try unpacked(file, programsIn: "/usr/bin") == count)
    }
    let padded = try bench.write("p.gz", whole + [UInt8](repeating: 0, count: 512))
    #expect(try unpacked(padded, programsIn: "/usr/bin") == 7000)
    try stub("gzip", in: bench, "head -c 6999 /dev/zero")
    let file = try bench.write("f.gz", whole)
    let error = #expect(throws: IngestError.self) {
      try unpacked(file, programsIn: bench.folder.path)
    }
    #expect(error?.message.contains("7000 bytes or more") == true)
  }

  @Test(arguments: [["--no-check"], ["--content-size", "-19"], ["--format=zstd", "--long=27"]])
  func `zstd's frames say whether they hold anything`(options: [String]) throws {
    let bench = try Workbench()
    for text in ["", "a", String(repeating: "b", count: 300_000)] {
      let plain = try bench.write("f", text)
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/zstd")
      process.arguments = options + ["-q", "-f", plain.path, "-o", plain.path + ".zst"]
      try process.run()
      process.waitUntilExit()
      let bytes = try bench.bytes(SourceFile(path: plain.path + ".zst"))
      let stated = Compression.zstd.leastUnpacked(
        head: Array(bytes.prefix(32)), tail: Array(bytes.suffix(32)))
      #expect(stated == (text.isEmpty ? 0 : 1))
    }
  }
}
