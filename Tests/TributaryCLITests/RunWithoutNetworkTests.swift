import Foundation
import Testing
import TributarySystem

/// The built program in a namespace of its own without any network, not even `lo`, as the printed
/// service runs it.
@Suite struct RunWithoutNetworkTests {
  /// `unshare` with the options by which this user may take the network away; nil where none may.
  private static let alone: [String]? = ["-n", "-rn"].map { [$0] }.first { options in
    guard let unshare = Program("unshare") else { return false }
    return (try? end(of: unshare, options + ["/bin/true"])) == .exited(0)
  }

  /// The program that was built along with these tests.
  private static let program = URL(filePath: CommandLine.arguments[0])
    .deletingLastPathComponent().appending(path: "tributary").path(percentEncoded: false)

  private static func end(
    of program: Program, _ arguments: [String]
  ) throws -> ChildProcess.Ending {
    let child = try ChildProcess(
      program, arguments, environment: ["PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no"],
      input: try Descriptor(reading: Array("/dev/null".utf8)), silence: 60)
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while try child.read(into: &buffer, from: 0) > 0 {}
    return try child.finish()
  }

  @Test(
    .enabled(if: alone != nil, "this user may not make a namespace without a network"),
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: program),
      "the program is not beside the tests"))
  func `a night with a compressed file ends`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "tributary-alone-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "in"), withIntermediateDirectories: true)
    let file = folder.appending(path: "in/a.csv").path(percentEncoded: false)
    try "order_id,placed_at,total\nA1,2026-11-10T12:00:00Z,7.00\n".write(
      toFile: file, atomically: true, encoding: .utf8)
    let gzip = try #require(Program("gzip"))
    #expect(try Self.end(of: gzip, [file]) == .exited(0))
    try "{name: 'shop', sources: [{kind: 'orders', paths: ['in/*.gz']}]}".write(
      to: folder.appending(path: "pipeline.json5"), atomically: true, encoding: .utf8)
    let unshare = try #require(Program("unshare"))
    let options = try #require(Self.alone)
    for _ in 1...3 {
      for made in ["warehouse", "reports"] {
        try? FileManager.default.removeItem(at: folder.appending(path: made))
      }
      let words = [
        Self.program, "run", folder.path(percentEncoded: false), "--quiet", "--as-of", "2026-11-14",
      ]
      #expect(try Self.end(of: unshare, options + words) == .exited(0))
    }
  }
}
