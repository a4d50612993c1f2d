/// When an order counts as cancelled: a column's text matches a pattern.
struct CancelRule: Sendable {
  let column: String
  private let text: String
  private let isAtStart: Bool
  private let isAtEnd: Bool

  /// - Parameter pattern: `^C` starts with C, `back$` ends so, `^returned$` is that, anything
  ///   else is a part of the text. Nothing but the two anchors is special.
  init(column: String, pattern: String) {
    self.column = column
    isAtStart = pattern.hasPrefix("^")
    let rest = isAtStart ? pattern.dropFirst() : pattern[...]
    isAtEnd = rest.hasSuffix("$")
    text = String(isAtEnd ? rest.dropLast() : rest)
  }

  func matches(_ value: String) -> Bool {
    switch (isAtStart, isAtEnd) {
    case (true, true): value == text
    case (true, false): value.hasPrefix(text)
    case (false, true): value.hasSuffix(text)
    case (false, false): value.contains(text)
    }
  }
}
