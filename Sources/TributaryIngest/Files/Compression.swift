import Foundation

/// How a file is packed, told by its first bytes and never by its name.
enum Compression: Sendable {
  case none, gzip, zstd, xz, bzip2

  /// Errors: `unsupported` for archives that no program turns into one stream.
  init(firstBytes head: [UInt8], name: String) throws(IngestError) {
    func starts(_ magic: [UInt8]) -> Bool { head.starts(with: magic) }
    if starts([0x50, 0x4b, 0x03, 0x04]) || starts([0x50, 0x4b, 0x05, 0x06]) {
      throw IngestError(
        .unsupported, path: name,
        message: "expected a log or table, found a zip archive or spreadsheet; "
          + "unpack it, or save the sheet as CSV")
    }
    if starts([0xd0, 0xcf, 0x11, 0xe0]) {
      throw IngestError(
        .unsupported, path: name,
        message: "expected a log or table, found an old Excel workbook; save the sheet as CSV")
    }
    if starts([0x1f, 0x8b]) {
      self = .gzip
    } else if starts([0x28, 0xb5, 0x2f, 0xfd]) {
      self = .zstd
    } else if starts([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]) {
      self = .xz
    } else if starts([0x42, 0x5a, 0x68]), head.count > 3, (0x31...0x39).contains(head[3]) {
      self = .bzip2
    } else {
      self = .none
    }
  }

  /// The program that unpacks it.
  var tool: String? {
    switch self {
    case .none: nil
    case .gzip: "gzip"
    case .zstd: "zstd"
    case .xz: "xz"
    case .bzip2: "bzip2"
    }
  }
}

/// A running `gzip -dc` or its like, fed with an open file and read through a pipe.
///
/// The file is handed over as an open descriptor: no shell and no file name takes part, so that a
/// hostile name is only a name.
final class Decompressor {
  private let process = Process()
  private let output = Pipe()
  private let complaints = Pipe()
  private let ended = DispatchSemaphore(value: 0)
  private let tool: String
  private let name: String

  /// Errors: `toolMissing`.
  init(_ tool: String, input descriptor: Int32, name: String) throws(IngestError) {
    self.tool = tool
    self.name = name
    let folders = ["/usr/bin", "/bin", "/usr/local/bin", "/opt/homebrew/bin"]
    let places = folders.map { $0 + "/" + tool }
    let missing = IngestError(
      .toolMissing, path: name,
      message: "expected the program `\(tool)` to unpack this file, found none; install `\(tool)`"
    )
    guard let place = places.first(where: FileManager.default.isExecutableFile(atPath:)) else {
      throw missing
    }
    process.executableURL = URL(fileURLWithPath: place)
    process.arguments = ["-dc"]
    process.environment = ["LC_ALL": "C", "PATH": "/usr/bin:/bin"]
    process.standardInput = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
    process.standardOutput = output
    process.standardError = complaints
    let ended = ended
    process.terminationHandler = { _ in ended.signal() }
    do { try process.run() } catch { throw missing }
  }

  deinit {
    if process.isRunning { process.terminate() }
  }

  var descriptor: Int32 { output.fileHandleForReading.fileDescriptor }

  /// Waits for the end. Errors: `corrupt` unless all was unpacked.
  func finish() throws(IngestError) {
    // `waitUntilExit` polls its run loop: some 50 ms a file.
    ended.wait()
    let status = process.terminationStatus
    // gzip exits 2 for rubbish after good data: a warning.
    let isGood = status == 0 || (status == 2 && tool == "gzip")
    guard process.terminationReason == .exit, isGood else {
      let said = (try? complaints.fileHandleForReading.read(upToCount: 400)) ?? nil
      let words = String(decoding: said ?? Foundation.Data(), as: UTF8.self)
        .trimmingCharacters(in: .whitespacesAndNewlines).prefix { !$0.isNewline }
      throw IngestError(
        .corrupt, path: name,
        message: "expected a whole \(tool) file, found it damaged or cut short (\(words)); "
          + "copy it again; nothing of it was loaded")
    }
  }
}
