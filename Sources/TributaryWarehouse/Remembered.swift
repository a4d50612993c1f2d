/// What a rule says of texts, remembered: a shop has few statuses and cities, and many orders.
struct Remembered<Value> {
  private let rule: (String) -> Value
  private let most: Int
  private var known: [String: Value] = [:]

  /// - Parameter most: how many are remembered: anybody may make up statuses and cities.
  init(most: Int, _ rule: @escaping (String) -> Value) {
    self.most = most
    self.rule = rule
  }

  mutating func value(of text: String) -> Value {
    if let value = known[text] { return value }
    if known.count >= most { known = [:] }
    let value = rule(text)
    known[text] = value
    return value
  }
}
