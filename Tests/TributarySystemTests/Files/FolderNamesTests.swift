import Foundation
import Testing

@testable import TributarySystem

@Suite struct FolderNamesTests {
  private func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "tributary-system-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  @Test func `names come back byte by byte`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let base = Array(folder.path.utf8)
    var names: [[UInt8]] = ["-rf", " a ", "a\nb", "\u{439}.log", ".hidden"].map { Array($0.utf8) }
    #if os(Linux)
      // Elsewhere a file system may want names in Unicode, in one normal form.
      names += [Array("\u{438}\u{306}.log".utf8), [0x61, 0xff], [0xc3]]
    #endif
    for name in names {
      let path = (base + [47] + name).cPath
      let file = unsafe open(path, O_CREAT | O_WRONLY | O_CLOEXEC, 0o600)
      #expect(file >= 0)
      close(file)
    }
    let found = try FolderNames.of(base)
    #expect(found == names.sorted { $0.lexicographicallyPrecedes($1) })
    for name in names {
      #expect(try FileStatus(of: base + [47] + name).kind == .file)
      #expect(try Descriptor(reading: base + [47] + name).status().size == 0)
    }
  }

  @Test func `what is not there is told`() throws {
    let missing = try #require(throws: SystemError.self) {
      try FolderNames.of(Array("/no/such".utf8))
    }
    #expect(missing.isMissing)
    #expect(missing.description == "could not list the folder: No such file or directory")
    #expect(throws: SystemError.self) { _ = try Descriptor(reading: Array("/no/such".utf8)) }
    #expect(try !FileStatus.isNamed(Array("/no/such".utf8)))
  }
}
