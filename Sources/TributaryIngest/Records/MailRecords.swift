import TributaryModel

/// The messages of a mailbox, or the one message of a file; bodies are passed over.
///
/// ```
///  From ann@example.com Sun May  3 10:15:04 2026    starts a message of a mailbox
///  From: Ann Lee <ann@example.com>                  headers, folded over lines
///                                                   blank line: the record is whole
///  >From the body …                                 passed over up to a blank line and `From `
/// ```
/// Source: RFC 4155 and RFC 5322.
final class MailRecords: RecordSource {
  let names: CellNames
  private var lines: LineReader
  private let cutter: MailCutter
  private let path: String
  private var state = State.start
  private var isMailbox = false
  private var message = MailHeaders()

  private enum State: Equatable {
    case start
    case headers
    case body(isAfterBlank: Bool)
  }

  init(
    _ stream: consuming ByteStream, _ options: TableOptions, _ columns: [Column]
  ) throws(IngestError) {
    path = stream.file.name
    lines = LineReader(stream, leavesUnterminated: false)
    cutter = MailCutter(columns, options)
    names = .wanted(cutter.positions)
  }

  func next() throws(IngestError) -> Record? {
    while let line = try lines.next() {
      if state == .start {
        guard line.isTooLong || line.start < line.end else { continue }
        try begin(line)
      } else if try take(line) {
        return try record()
      }
    }
    guard state == .headers else { return nil }
    state = .body(isAfterBlank: false)
    return try record()
  }

  func finish(_ summary: inout FileSummary) throws(IngestError) { summary.close(&lines) }

  private func begin(_ line: Line) throws(IngestError) {
    let bytes = lines.buffer[line.start..<line.end]
    isMailbox = !line.isTooLong && MailRecords.isSeparator(bytes)
    let name = bytes.prefix { $0 != UInt8(ascii: ":") }
    let isHeader =
      !line.isTooLong && name.count < bytes.count && !name.isEmpty
      && name.allSatisfy { ByteText.isWordByte($0) }
    guard isMailbox || isHeader else {
      throw IngestError(
        .unsupported, path: path, line: line.number,
        message: "expected a mailbox (a line `From …`) or a message's headers, found another file; "
          + "check `format`")
    }
    open(line)
    if !isMailbox { message.take(bytes) }
  }

  private func open(_ line: Line) {
    message = MailHeaders()
    message.line = line.number
    message.byteOffset = line.offset
    message.start = Array(lines.buffer[line.start..<min(line.end, line.start + 256)])
    state = .headers
  }

  /// Takes in a line; true when it ends a message's headers.
  private func take(_ line: Line) throws(IngestError) -> Bool {
    let isBlank = !line.isTooLong && line.start == line.end
    switch state {
    case .start: break
    case .headers:
      if isBlank {
        state = .body(isAfterBlank: true)
        return true
      }
      if line.isTooLong {
        message.isTooLong = true
      } else {
        message.take(lines.buffer[line.start..<line.end])
      }
    case .body(let isAfterBlank):
      if isMailbox, isAfterBlank, !line.isTooLong,
        MailRecords.isSeparator(lines.buffer[line.start..<line.end])
      {
        open(line)
      } else {
        state = .body(isAfterBlank: isBlank)
      }
    }
    return false
  }

  private func record() throws(IngestError) -> Record {
    guard isMailbox || message.isMessage else {
      throw IngestError(
        .unsupported, path: path, line: message.line,
        message: "expected a message with Date and From, found neither; check `format`")
    }
    return cutter.record(message)
  }

  /// `From address Sun May  3 10:15:04 2026`: text of the body that begins so has no time and year.
  private static func isSeparator(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.starts(with: "From ".utf8), line.contains(UInt8(ascii: ":")) else { return false }
    let words = line.split { $0 == 32 || $0 == 9 }
    return words.suffix(3).contains { word in
      word.count == 4 && word.allSatisfy { (48...57).contains($0) }
    }
  }
}

/// Which bytes the names of headers are made of.
enum ByteText {
  /// A letter, a digit or `-`.
  static func isWordByte(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte & 0xdf) || byte == UInt8(ascii: "-")
  }
}
