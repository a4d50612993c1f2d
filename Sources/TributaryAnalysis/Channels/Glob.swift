/// A pattern in which `*` stands for any run of characters, also none.
public struct Glob: Sendable, Hashable {
  public let pattern: String
  private let bytes: [UInt8]
  private let ignoresCase: Bool

  package init(_ pattern: String, ignoresCase: Bool = false) {
    self.pattern = pattern
    self.ignoresCase = ignoresCase
    bytes = Array((ignoresCase ? pattern.lowercased() : pattern).utf8)
  }

  /// Whether the whole text fits the pattern.
  ///
  /// Takes at most pattern x text steps: after a mismatch only the last `*` is tried again.
  public func matches(_ text: String) -> Bool {
    run(in: Array((ignoresCase ? text.lowercased() : text).utf8)) != nil
  }

  /// What stands for the pattern's last `*` in a text that fits: as long as it can be.
  ///
  /// Nil for a text that does not fit, and for a pattern without `*`.
  func lastRun(in text: String) -> String? {
    guard bytes.contains(UInt8(ascii: "*")) else { return nil }
    let subject = Array(text.utf8)
    guard let run = run(in: ignoresCase ? Array(text.lowercased().utf8) : subject),
      run.upperBound <= subject.count
    else { return nil }
    return String(decoding: subject[run], as: UTF8.self)
  }

  /// Where the last `*` lies in a text that fits; empty without one.
  private func run(in subject: [UInt8]) -> Range<Int>? {
    var position = 0
    var index = 0
    var star: (pattern: Int, subject: Int)?
    var start = 0
    while index < subject.count {
      if position < bytes.count, bytes[position] == UInt8(ascii: "*") {
        star = (position, index)
        start = index
        position += 1
      } else if position < bytes.count, bytes[position] == subject[index] {
        position += 1
        index += 1
      } else if let last = star {
        star = (last.pattern, last.subject + 1)
        position = last.pattern + 1
        index = last.subject + 1
      } else {
        return nil
      }
    }
    guard bytes[position...].allSatisfy({ $0 == UInt8(ascii: "*") }) else { return nil }
    if position < bytes.count { return subject.count..<subject.count }
    guard let last = bytes.lastIndex(of: UInt8(ascii: "*")) else { return 0..<0 }
    return start..<subject.count - (bytes.count - last - 1)
  }
}
