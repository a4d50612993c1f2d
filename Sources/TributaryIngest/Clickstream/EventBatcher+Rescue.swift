import TributaryModel

/// Lines that are not as the format says, but hold one that is.
extension EventBatcher {
  /// Wrappers within wrappers that are opened.
  private static let maximumWrappers = 3

  /// Reads a line that may begin as a shipper's do.
  ///
  /// The format may itself name what stands there: the line is read whole first, and is believed
  /// unless the visitor's address or the host would lie in the prefix.
  mutating func reading(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int, depth: Int = 0
  ) -> Attempt {
    guard !lines.hasHeader, LineWrapper.mayStart(bytes, from: start, to: end),
      let prefix = LineWrapper.prefix(bytes, from: start, to: end)
    else { return plain(bytes, from: start, to: end, depth: depth) }
    if lines.isDecoded || !isInside(prefix.end, bytes, start..<end) {
      let whole = attempt(bytes, from: start, to: end)
      guard case .refused = whole else { return whole }
    }
    if prefix.isPartial { return .refused(.layout(EventBatcher.partial)) }
    guard prefix.end < end else { return .filtered }
    let within = reading(bytes, from: prefix.end, to: end, depth: depth + 1)
    if case .refused = within {
      return prefix.isError ? .filtered : attempt(bytes, from: start, to: end)
    }
    note(prefix.wrapper, at: depth)
    return within
  }

  /// Counts a wrapped line once, however many wrappers it has: by the outermost.
  private mutating func note(_ wrapper: LineWrapper, at depth: Int) {
    if depth == 0 { wrapped[wrapper, default: 0] += 1 }
  }

  private mutating func plain(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int, depth: Int
  ) -> Attempt {
    let outcome = attempt(bytes, from: start, to: end)
    guard case .refused(let problem) = outcome else { return outcome }
    return rescued(bytes, from: start, to: end, problem, depth: depth)
  }

  /// Reads a line that was refused in other ways: as a member of an object, as one with more
  /// blanks between its fields than the format has.
  mutating func rescued(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int, _ problem: Problem,
    depth: Int = 0
  ) -> Attempt {
    if isMark(bytes, from: start, to: end) { return .filtered }
    if depth < EventBatcher.maximumWrappers, !lines.hasHeader,
      let within = unwrapped(bytes, from: start, to: end, depth: depth)
    {
      return within
    }
    if !lines.isDecoded, let single = EventBatcher.withSingleBlanks(bytes, from: start, to: end) {
      let again = attempt(single.span, from: 0, to: single.count)
      guard case .refused = again else {
        if rewritten.isEmpty { rewritten = single }
        return again
      }
    }
    return .refused(problem)
  }

  /// Reads a line that has the container before it, or is a member of an object; nil where neither
  /// makes it readable.
  private mutating func unwrapped(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int, depth: Int
  ) -> Attempt? {
    if let prefix = LineWrapper.container(bytes, from: start, to: end), prefix.end < end {
      let within = reading(bytes, from: prefix.end, to: end, depth: depth + 1)
      guard case .refused = within else {
        note(prefix.wrapper, at: depth)
        return within
      }
    }
    let envelopes = LineEnvelope.all(bytes, from: start, to: end)
    for envelope in envelopes {
      let text = envelope.text
      guard !text.isEmpty else { return .filtered }
      let within = reading(text.span, from: 0, to: text.count, depth: depth + 1)
      guard case .refused = within else {
        note(envelope.wrapper, at: depth)
        if rewritten.isEmpty { rewritten = text }
        return within
      }
    }
    let isError = !envelopes.isEmpty && LineEnvelope.isError(bytes, from: start, to: end)
    return isError ? .filtered : nil
  }

  /// Whether the visitor's address or the host, as the format reads the whole line, would lie
  /// within its prefix.
  private mutating func isInside(
    _ prefix: Int, _ bytes: borrowing Span<UInt8>, _ line: Range<Int>
  ) -> Bool {
    guard case .record = lines.read(bytes, from: line.lowerBound, to: line.upperBound) else {
      return false
    }
    let slots: [LogSlot] = [.address, .addressAndPort, .host]
    return slots.contains { slot in
      lines.fields.place(slot, in: bytes).map { $0.lowerBound < prefix } ?? false
    }
  }

  /// Whether journald tells of itself: `-- Boot 6c5f2c3e --`.
  private func isMark(_ bytes: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
    let dash = UInt8(ascii: "-")
    return end - start > 5 && bytes[start] == dash && bytes[start + 1] == dash
      && bytes[start + 2] == 32 && bytes[end - 1] == dash && bytes[end - 2] == dash
  }

  private static let partial =
    "expected whole lines, found a part of one that the container's log has cut; "
    + "raise its limit of a line"

  /// The line with one blank for each run of blanks outside quotes; nil where it has no runs.
  private static func withSingleBlanks(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> [UInt8]? {
    var line: [UInt8] = []
    line.reserveCapacity(end - start)
    var isQuoted = false
    for index in start..<end {
      let byte = bytes[index]
      if byte == 32, !isQuoted, line.last == 32 || line.isEmpty { continue }
      if byte == 0x22, index == start || bytes[index - 1] != 0x5c { isQuoted.toggle() }
      line.append(byte)
    }
    return line.count < end - start ? line : nil
  }
}
