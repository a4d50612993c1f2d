/// What a shipper of logs writes around the line of a server.
///
/// ```
///  syslog     May  3 10:00:01 web1 nginx: LINE        <190>1 2026-05-03T10:00:01Z web1 nginx - - - LINE
///  journald   2026-05-03T10:00:01+0000 web1 nginx[812]: LINE        {"MESSAGE": "LINE", ...}
///  CRI        2026-05-03T10:00:01.5Z stdout F LINE
///  Docker     {"log": "LINE\n", "stream": "stdout", ...}            2026-05-03T10:00:01.5Z LINE
///  kubectl    [pod/web-7d9f/nginx] LINE        docker compose    nginx-1  | LINE
/// ```
/// Source: RFC 3164, RFC 5424; systemd, "journalctl", `-o short`, `short-iso` and `json`;
/// Kubernetes, "CRI: Log Format", "kubectl logs --prefix"; Docker, "JSON File logging driver",
/// "docker compose logs".
enum LineWrapper: String, CaseIterable {
  case syslog, journald, container, json

  /// A wrapper that stands before the line.
  struct Prefix {
    let wrapper: LineWrapper
    /// Where the server's line starts.
    let end: Int
    /// Whether it says that the line is cut in pieces.
    var isPartial = false
    /// Whether a program wrote it as an error: no request, where it cannot be read.
    var isError = false
  }

  /// Whether a line may have a prefix; addresses do not start so.
  @inline(__always)
  static func mayStart(_ bytes: borrowing Span<UInt8>, from start: Int, to end: Int) -> Bool {
    guard end - start > 20 else { return false }
    let first = bytes[start]
    // A digit first: an address, or the year of 2026-05-03.
    if first &- 48 < 10 { return bytes[start + 4] == UInt8(ascii: "-") }
    return first == UInt8(ascii: "<")
      || ((65...90).contains(first) && bytes[start + 3] == 32)
  }

  /// The prefix of a line, if it has one.
  static func prefix(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> Prefix? {
    var at = start
    if bytes[at] == UInt8(ascii: "<") {
      let close = ByteScan.first(UInt8(ascii: ">"), in: bytes, from: at, to: min(end, at + 5))
      guard close > at + 1, areDigits(bytes, at + 1, close) else { return nil }
      at = close + 1
      if at + 2 < end, bytes[at] == UInt8(ascii: "1"), bytes[at + 1] == 32 {
        return structured(bytes, from: at + 2, to: end)
      }
    }
    if let time = endOfMonthTime(bytes, from: at, to: end) {
      return tagged(.syslog, bytes, from: time, to: end)
    }
    // journalctl -o short-full: Sun 2026-05-03 10:00:01 UTC web1 nginx[812]:
    if let day = word(bytes, from: at, to: end), day - at == 3,
      let date = word(bytes, from: day + 1, to: end), isDate(bytes, day + 1, to: end),
      let clock = word(bytes, from: date + 1, to: end), isClock(bytes, date + 1, to: end),
      let zone = word(bytes, from: clock + 1, to: end)
    {
      return tagged(.journald, bytes, from: zone + 1, to: end)
    }
    guard isDate(bytes, at, to: end), let time = word(bytes, from: at, to: end), time - at >= 20,
      bytes[at + 10] == UInt8(ascii: "T"), isClock(bytes, at + 11, to: end)
    else { return nil }
    return afterTime(bytes, from: time + 1, to: end)
  }

  /// What tools that read the logs of several containers write before a line: its container.
  static func container(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> Prefix? {
    guard var at = word(bytes, from: start, to: end), at > start else { return nil }
    let pod = Array("[pod/".utf8)
    if at - start > pod.count, bytes[at - 1] == UInt8(ascii: "]"),
      ByteScan.equal(bytes, from: start, to: start + pod.count, pod.span, at: 0)
    {
      return Prefix(wrapper: .container, end: at + 1)
    }
    while at < end, bytes[at] == 32 { at += 1 }
    guard at + 1 < end, bytes[at] == UInt8(ascii: "|"), bytes[at + 1] == 32 else { return nil }
    return Prefix(wrapper: .container, end: at + 2)
  }

  /// `stdout F LINE`, `web1 nginx[812]: LINE`, or the line itself.
  private static func afterTime(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> Prefix {
    if let stream = word(bytes, from: start, to: end),
      let flag = word(bytes, from: stream + 1, to: end),
      flag == stream + 2,
      isWord("stdout", bytes, start..<stream) || isWord("stderr", bytes, start..<stream)
    {
      return Prefix(
        wrapper: .container, end: flag + 1,
        isPartial: bytes[stream + 1] == UInt8(ascii: "P"),
        isError: isWord("stderr", bytes, start..<stream))
    }
    return tagged(.journald, bytes, from: start, to: end)
      ?? Prefix(wrapper: .container, end: start)
  }

  /// RFC 5424 after its version: time, host, program, process, message, data, line.
  private static func structured(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> Prefix? {
    var at = start
    for _ in 0..<5 {
      guard let next = word(bytes, from: at, to: end) else { return nil }
      at = next + 1
    }
    guard at < end else { return nil }
    if bytes[at] == UInt8(ascii: "-") {
      at += 1
    } else {
      while at < end, bytes[at] == UInt8(ascii: "[") {
        at += 1
        var isQuoted = false
        while at < end, isQuoted || bytes[at] != UInt8(ascii: "]") {
          if bytes[at] == 0x5c { at += 1 } else if bytes[at] == 0x22 { isQuoted.toggle() }
          at += 1
        }
        at += 1
      }
    }
    guard at < end, bytes[at] == 32 else { return nil }
    at += 1
    if at + 3 <= end, bytes[at] == 0xef, bytes[at + 1] == 0xbb, bytes[at + 2] == 0xbf { at += 3 }
    return Prefix(wrapper: .syslog, end: at)
  }

  /// `web1 nginx[812]: ` or `nginx: `
  private static func tagged(
    _ wrapper: LineWrapper, _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> Prefix? {
    var at = start
    for _ in 0..<2 {
      guard let next = word(bytes, from: at, to: end), next > at else { return nil }
      if bytes[next - 1] == UInt8(ascii: ":") {
        at = next
        while at < end, bytes[at] == 32 { at += 1 }
        return Prefix(wrapper: wrapper, end: at)
      }
      at = next + 1
    }
    return nil
  }

  /// Past `May  3 10:00:01 `, with a year before or after the time or without.
  private static func endOfMonthTime(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> Int? {
    guard end - start > 16, bytes[start + 3] == 32,
      LogClock.monthNumber(bytes, start) != nil
    else { return nil }
    var at = start + 4
    if bytes[at] == 32 { at += 1 }
    guard let day = word(bytes, from: at, to: end), day - at <= 2, areDigits(bytes, at, day) else {
      return nil
    }
    at = day + 1
    func skipYear() {
      if at + 5 < end, bytes[at + 4] == 32, areDigits(bytes, at, at + 4) { at += 5 }
    }
    skipYear()
    guard isClock(bytes, at, to: end), let clock = word(bytes, from: at, to: end) else {
      return nil
    }
    at = clock + 1
    skipYear()
    return at
  }

  private static func isDate(_ bytes: borrowing Span<UInt8>, _ start: Int, to end: Int) -> Bool {
    end - start > 10 && bytes[start + 4] == UInt8(ascii: "-")
      && bytes[start + 7] == UInt8(ascii: "-") && areDigits(bytes, start, start + 4)
      && areDigits(bytes, start + 5, start + 7) && areDigits(bytes, start + 8, start + 10)
  }

  private static func isClock(_ bytes: borrowing Span<UInt8>, _ start: Int, to end: Int) -> Bool {
    end - start > 8 && bytes[start + 2] == UInt8(ascii: ":")
      && bytes[start + 5] == UInt8(ascii: ":") && areDigits(bytes, start, start + 2)
      && areDigits(bytes, start + 3, start + 5) && areDigits(bytes, start + 6, start + 8)
  }

  private static func areDigits(
    _ bytes: borrowing Span<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    for index in start..<end where bytes[index] &- 48 >= 10 { return false }
    return start < end
  }

  /// The blank after the word, which may be empty.
  private static func word(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> Int? {
    let blank = ByteScan.first(32, in: bytes, from: start, to: end)
    return blank < 0 ? nil : blank
  }

  private static func isWord(
    _ word: String, _ bytes: borrowing Span<UInt8>, _ place: Range<Int>
  ) -> Bool {
    let word = Array(word.utf8)
    return word.count == place.count
      && ByteScan.equal(bytes, from: place.lowerBound, to: place.upperBound, word.span, at: 0)
  }
}
