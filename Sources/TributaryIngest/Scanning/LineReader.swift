#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One line of a file, as a place in the reader's buffer.
struct Line {
  /// The line's bytes without its end of line.
  var start: Int
  var end: Int
  /// 0, 1 (LF) or 2 (CR LF) bytes that ended it.
  var terminator: Int
  /// 1 for the first line of the decompressed file.
  var number: Int
  /// Of its first byte, in the decompressed file.
  var offset: Int64
  /// Longer than the reader's limit: only `LineReader.longLineStart` is at hand.
  var isTooLong = false
}

/// Cuts a file into lines, in constant memory whatever their length.
///
/// ```
///  buffer   |consumed, hashed|line|line|line|part of a line|free|
///           0          hashedTo         start             end
/// ```
struct LineReader: ~Copyable {
  /// The lines' bytes; valid until the next call of `next`.
  private(set) var buffer: [UInt8]
  private(set) var longLineStart: [UInt8] = []
  /// 1 when the file ends in a line without an end that is left for later.
  private(set) var pending = 0
  private(set) var hasher = ContentHasher()
  private(set) var headHash = ""
  private(set) var stream: ByteStream
  private let limit: Int
  private let leavesUnterminated: Bool
  private let opensArrays: Bool
  /// Of a JSON array; nil for any other file.
  private var array: JSONArrayLines?
  private var start = 0
  private var end = 0
  private var hashedTo = 0
  private var bufferOffset: Int64 = 0
  private var lineNumber = 0
  private var isAtEnd = false

  /// - Parameters:
  ///   - limit: bytes of the longest line; a longer one is reported, not held.
  ///   - leavesUnterminated: whether a last line without an end is left for later.
  ///   - opensArrays: whether the records of a JSON array are lines.
  init(
    _ stream: consuming ByteStream, limit: Int = 65_536, leavesUnterminated: Bool,
    opensArrays: Bool = false, chunk: Int = 1 << 20
  ) {
    self.limit = limit
    self.leavesUnterminated = leavesUnterminated
    self.opensArrays = opensArrays
    self.stream = stream
    buffer = [UInt8](repeating: 0, count: max(chunk, limit * 2))
  }

  /// Bytes up to the end of the last line handed out.
  var contentOffset: Int64 { bufferOffset + Int64(start) }

  /// The next line, or nil at the end.
  mutating func next() throws(IngestError) -> Line? {
    var from = start
    while true {
      let newline = ByteScan.first(10, in: buffer.span, from: from, to: end)
      if newline >= 0 { return take(through: newline) }
      if end - start > limit { return try skipLongLine() }
      let scanned = end - start
      guard try refill() else { return takeLast() }
      from = start + scanned
    }
  }

  /// Hashes what was handed out last and closes the book; call once, after `next` gave nil.
  mutating func finish() {
    hashConsumed()
    if headHash.isEmpty, hasher.count > 0 { headHash = hasher.digest }
  }

  /// The fingerprint of the bytes up to `contentOffset`.
  mutating func digestSoFar() -> String {
    hashConsumed()
    return hasher.digest
  }

  private mutating func take(through newline: Int) -> Line {
    let hasReturn = newline > start && buffer[newline - 1] == 13
    let line = makeLine(end: hasReturn ? newline - 1 : newline, terminator: hasReturn ? 2 : 1)
    start = newline + 1
    noteHead(line)
    return line
  }

  private mutating func takeLast() -> Line? {
    guard start < end else { return nil }
    // Where an array goes on, other bytes may stand there.
    if array != nil, buffer[start..<end].allSatisfy(JSONArrayLines.isBlank) {
      end = start
      return nil
    }
    if leavesUnterminated {
      pending = 1
      end = start
      return nil
    }
    let hasReturn = buffer[end - 1] == 13
    let line = makeLine(end: hasReturn ? end - 1 : end, terminator: 0)
    start = end
    noteHead(line)
    return line
  }

  private mutating func makeLine(end lineEnd: Int, terminator: Int) -> Line {
    lineNumber += 1
    var line = Line(
      start: start, end: lineEnd, terminator: terminator, number: lineNumber,
      offset: bufferOffset + Int64(start))
    if lineEnd - start > limit {
      line.isTooLong = true
      longLineStart = Array(buffer[start..<min(lineEnd, start + 256)])
    }
    return line
  }

  /// Throws away a line that does not fit, keeping its first bytes.
  private mutating func skipLongLine() throws(IngestError) -> Line? {
    hashConsumed()
    let before = (hasher, bufferOffset, start)
    var line = makeLine(end: end, terminator: 0)
    while true {
      let newline = ByteScan.first(10, in: buffer.span, from: start, to: end)
      if newline >= 0 {
        start = newline + 1
        line.terminator = 1
        noteHead(line)
        return line
      }
      start = end
      guard try refill() else { break }
    }
    guard leavesUnterminated else { return line }
    lineNumber -= 1
    pending = 1
    (hasher, bufferOffset, start) = before
    (end, hashedTo) = (start, start)
    return nil
  }

  /// Moves what is left to the front and reads more; false at the end of the file.
  private mutating func refill() throws(IngestError) -> Bool {
    guard !isAtEnd else { return false }
    hashConsumed()
    if start > 0 {
      moveRemainderToFront()
      bufferOffset += Int64(start)
      end -= start
      (start, hashedTo) = (0, 0)
    }
    let isHead = opensArrays && bufferOffset == 0 && end == 0
    let first = end
    let count = try stream.read(into: &buffer, from: end)
    if count == 0 { isAtEnd = true }
    end += count
    if isHead { try readHead() }
    array?.rewrite(&buffer, from: first, to: end)
    return count > 0
  }

  /// Reads on until the first bytes say whether the file is an array.
  private mutating func readHead() throws(IngestError) {
    while true {
      if let isArray = JSONArrayLines.begin(buffer[..<end]) {
        if isArray { array = JSONArrayLines() }
        return
      }
      guard end < buffer.count, case let count = try stream.read(into: &buffer, from: end),
        count > 0
      else { return }
      end += count
    }
  }

  private mutating func moveRemainderToFront() {
    let (start, end) = (self.start, self.end)
    unsafe buffer.withUnsafeMutableBytes { bytes in
      guard let base = bytes.baseAddress, start < end else { return }
      // Safety: 0 <= start < end <= count; memmove allows the two ranges to overlap.
      unsafe memmove(base, base + start, end - start)
    }
  }

  private mutating func hashConsumed() {
    var taken = ContentHasher()
    swap(&taken, &hasher)
    taken.update(buffer.span, from: hashedTo, to: start)
    hasher = taken
    hashedTo = start
  }

  /// The head of a file ends with its first record: a line that is no comment and has the eight
  /// digits of a date at least, which the header that many files share has not.
  private mutating func noteHead(_ line: Line) {
    guard headHash.isEmpty else { return }
    guard line.isTooLong || (line.end > line.start && buffer[line.start] != 35 && hasDate(line))
    else { return }
    hashConsumed()
    headHash = hasher.digest
  }

  private func hasDate(_ line: Line) -> Bool {
    var digits = 0
    for index in line.start..<line.end where (48...57).contains(buffer[index]) { digits += 1 }
    return digits >= 8
  }
}
