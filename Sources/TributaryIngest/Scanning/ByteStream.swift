import TributaryModel
import TributarySystem

/// The decompressed bytes of a file, in order.
struct ByteStream: ~Copyable {
  let file: OpenFile
  let isCompressed: Bool
  /// The first bytes of an unpacked file, already read to see whether it is packed.
  private var head: [UInt8] = []
  private let decompressor: Decompressor?
  private var isFinished = false
  private var hasLookedAtStart = false
  private var transcoder: UTF16Transcoder?
  /// Whether lines end in a carriage return alone, as old Macs wrote them; nil before it is known.
  private var endsInReturns: Bool?

  /// Bytes looked through for the end of a line.
  private static let lookedThrough = 65_536

  /// - Parameter folders: where the programs that unpack are looked for.
  /// Errors: those of opening, `unsupported`, `toolMissing`.
  init(_ source: SourceFile, programsIn folders: [String] = Program.folders) throws(IngestError) {
    try self.init(try OpenFile(source), of: source, programsIn: folders)
  }

  /// The bytes of a file that is open already and was not read from.
  ///
  /// Errors: `unsupported`, `toolMissing`.
  init(
    _ opened: consuming OpenFile, of source: SourceFile,
    programsIn folders: [String] = Program.folders
  ) throws(IngestError) {
    var first = [UInt8](repeating: 0, count: 8)
    var filled = 0
    while filled < first.count {
      let count = try opened.read(into: &first, from: filled)
      if count == 0 { break }
      filled += count
    }
    first.removeLast(first.count - filled)
    let compression = try Compression(firstBytes: first, name: source.relativePath)
    guard let tool = compression.tool else {
      decompressor = nil
      isCompressed = false
      head = first
      file = opened
      return
    }
    guard !source.isStandardInput else {
      throw IngestError(
        .unsupported, path: source.relativePath,
        message: "expected plain text, found \(tool) data; pipe it through `\(tool) -dc`")
    }
    decompressor = try Decompressor(compression, tool, input: opened, programsIn: folders)
    isCompressed = true
    file = opened
  }

  /// What was odd about the file as a whole; known once it is read to its end.
  var notes: [FileNote] {
    decompressor?.ignoresRest == true ? [FileNote(.ignoredRest)] : []
  }

  /// Reads into `buffer[start...]`; the number of bytes, 0 at the end. UTF-16 with a byte order
  /// mark arrives as UTF-8, and lines that end in carriage returns alone with line feeds.
  ///
  /// Errors: `unreadable`; of a compressed file `tooLarge`, `timedOut`, and `corrupt` at the end of
  /// a damaged one; `unsupported` for an archive.
  mutating func read(into buffer: inout [UInt8], from start: Int) throws(IngestError) -> Int {
    if endsInReturns == false { return try readText(into: &buffer, from: start) }
    let isHead = endsInReturns == nil
    var end = start
    repeat {
      let count = try readText(into: &buffer, from: end)
      end += count
      if count == 0 || !isHead { break }
    } while end < buffer.count && end - start < ByteStream.lookedThrough
      && ByteScan.first(10, in: buffer.span, from: start, to: end) < 0
    if isHead {
      endsInReturns =
        ByteScan.first(10, in: buffer.span, from: start, to: end) < 0
        && ByteScan.first(13, in: buffer.span, from: start, to: end) >= 0
    }
    if endsInReturns == true {
      for index in start..<end where buffer[index] == 13 { buffer[index] = 10 }
    }
    return end - start
  }

  private mutating func readText(into buffer: inout [UInt8], from start: Int) throws(IngestError)
    -> Int
  {
    if !hasLookedAtStart { try lookAtStart() }
    guard var transcoder else { return try readRaw(into: &buffer, from: start) }
    defer { self.transcoder = transcoder }
    var raw = [UInt8](repeating: 0, count: min(65_536, max(4, (buffer.count - start) / 2)))
    while true {
      let count = try readRaw(into: &raw, from: 0)
      let text = transcoder.utf8(raw.prefix(count), isLast: count == 0)
      for (offset, byte) in text.enumerated() { buffer[start + offset] = byte }
      if count == 0 || !text.isEmpty { return text.count }
    }
  }

  /// Tells what the bytes are by the first of them.
  private mutating func lookAtStart() throws(IngestError) {
    hasLookedAtStart = true
    var start = [UInt8](repeating: 0, count: Compression.archiveHeader)
    var filled = 0
    while filled < start.count {
      let count = try readRaw(into: &start, from: filled)
      if count == 0 { break }
      filled += count
    }
    start.removeLast(start.count - filled)
    try Compression.refuseArchive(start, name: file.name)
    transcoder = UTF16Transcoder(mark: Array(start.prefix(2)))
    head = transcoder == nil ? start : Array(start.dropFirst(2))
  }

  private mutating func readRaw(
    into buffer: inout [UInt8], from start: Int
  ) throws(IngestError) -> Int {
    if !head.isEmpty {
      let count = min(head.count, buffer.count - start)
      for index in 0..<count { buffer[start + index] = head[index] }
      head.removeFirst(count)
      return count
    }
    guard let decompressor else { return try file.read(into: &buffer, from: start) }
    guard !isFinished else { return 0 }
    let count = try decompressor.read(into: &buffer, from: start)
    isFinished = count == 0
    try decompressor.checkLimits(of: file)
    if isFinished { try decompressor.checkWhole(file) }
    return count
  }
}
