import Foundation
import TributarySystem

/// A running `gzip -dc` or its like, fed with an open file and read through a pipe.
///
/// The file is handed over as an open descriptor: no shell and no file name takes part, so that a
/// hostile name is only a name.
final class Decompressor {
  private let child: ChildProcess
  private let tool: String
  private let name: String
  private let limits: UnpackingLimits
  private let compression: Compression
  private var unpacked: Int64 = 0
  /// Whether bytes behind the compressed part were left out; known at the end.
  private(set) var ignoresRest = false

  /// - Parameter folders: where the program is looked for.
  /// Errors: `toolMissing`, `unreadable`.
  init(
    _ compression: Compression, _ tool: String, input file: borrowing OpenFile,
    programsIn folders: [String]
  ) throws(IngestError) {
    self.compression = compression
    self.tool = tool
    name = file.name
    limits = file.unpacking
    guard let program = Program(tool, in: folders) else {
      throw IngestError(
        .toolMissing, path: name,
        message:
          "expected the program `\(tool)` to unpack this file, found none; install `\(tool)`")
    }
    do throws(SystemError) {
      child = try file.start(
        program, Decompressor.arguments(of: tool), silence: limits.silenceSeconds)
    } catch {
      throw IngestError(
        .unreadable, path: name,
        message: "expected \(program.path) to start and unpack this file, found "
          + "\"\(error.reason)\"; try again")
    }
  }

  /// Reads into `buffer[start...]`; the number of bytes, 0 at the end.
  ///
  /// Errors: `timedOut`, `unreadable`; at the end `corrupt` unless all was unpacked.
  func read(into buffer: inout [UInt8], from start: Int) throws(IngestError) -> Int {
    let count: Int
    do { count = try child.read(into: &buffer, from: start) } catch { throw refusal(error) }
    if count == 0 { try finish() }
    unpacked += Int64(count)
    return count
  }

  /// Holds what came out against what was read of the file so far, which tells a bomb long before
  /// its end.
  ///
  /// Errors: `tooLarge`.
  func checkLimits(of file: borrowing OpenFile) throws(IngestError) {
    guard unpacked > min(limits.maxBytes, UnpackingLimits.ratioFreeBytes) else { return }
    try limits.check(unpacked: unpacked, packed: file.position, name: name)
  }

  /// Holds what came out in all against what the file says: a program may end well and give nothing.
  ///
  /// Errors: `unreadable`.
  func checkWhole(_ file: borrowing OpenFile) throws(IngestError) {
    // Behind a rest gzip's word is not the last.
    if ignoresRest, case .gzip = compression { return }
    let ends = try file.ends(Compression.statingBytes)
    let stated = compression.leastUnpacked(head: ends.head, tail: ends.tail)
    guard unpacked < stated else { return }
    throw IngestError(
      .unreadable, path: name,
      message: "expected `\(tool)` to unpack \(stated) bytes or more, as the file says, found that "
        + "it gave \(unpacked) and ended as if all were well; nothing of it was loaded; look whether "
        + "`\(tool)` is the real program, and run again")
  }

  private func finish() throws(IngestError) {
    let ending: ChildProcess.Ending
    do { ending = try child.finish() } catch { throw refusal(error) }
    // Rubbish after good data is a warning: gzip says so by exit 2, bzip2 by words alone.
    let isGood = ending == .exited(0) || (ending == .exited(2) && tool == "gzip")
    guard !isGood else {
      ignoresRest = ending != .exited(0) || !child.complaint.isEmpty
      return
    }
    if case .killed(let signal) = ending {
      throw IngestError(
        .unreadable, path: name,
        message: "expected `\(tool)` to unpack this file, found it ended by signal \(signal); "
          + "nothing of it was loaded; look whether memory was short, and run again")
    }
    let words = String(decoding: child.complaint, as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines).prefix { !$0.isNewline }
    throw IngestError(
      .corrupt, path: name,
      message: "expected a whole \(tool) file, found it damaged or cut short "
        + "(\(words.isEmpty ? "`\(tool)` says nothing" : String(words))); "
        + "copy it again; nothing of it was loaded")
  }

  private func refusal(_ failure: ChildProcess.Failure) -> IngestError {
    switch failure {
    case .silent(let seconds):
      IngestError(
        .timedOut, path: name,
        message:
          "expected `\(tool)` to unpack this file, found that it gave nothing for \(seconds) "
          + "s, and ended it; nothing of it was loaded; check the disk, or raise "
          + "unpacking.silence_seconds")
    case .system(let error):
      IngestError(
        .unreadable, path: name,
        message: "expected to read on, found \"\(error.reason)\"; check the disk and try again")
    }
  }

  /// A file may declare a dictionary of gigabytes: xz is told how much it may take, the others
  /// refuse by themselves.
  private static func arguments(of tool: String) -> [String] {
    tool == "xz" ? ["-dc", "--memlimit-decompress=256MiB"] : ["-dc"]
  }
}
