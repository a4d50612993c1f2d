/// The one style sheet of every page: a constant, so that its hash stands in the content policy.
enum StyleSheet {
  static let text = [tokens, layout, charts, tables, narrow, print].joined(separator: "\n")
}
