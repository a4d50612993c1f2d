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
    let subject = Array((ignoresCase ? text.lowercased() : text).utf8)
    var position = 0
    var index = 0
    var star: (pattern: Int, subject: Int)?
    while index < subject.count {
      if position < bytes.count, bytes[position] == UInt8(ascii: "*") {
        star = (position, index)
        position += 1
      } else if position < bytes.count, bytes[position] == subject[index] {
        position += 1
        index += 1
      } else if let last = star {
        star = (last.pattern, last.subject + 1)
        position = last.pattern + 1
        index = last.subject + 1
      } else {
        return false
      }
    }
    return bytes[position...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
