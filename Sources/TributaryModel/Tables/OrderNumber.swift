/// An order's number as it joins: exports and letters write `#1001`, `№ 1001` and `1 001` for one.
public enum OrderNumber {
  /// The number without blanks and without the sign that says that it is one.
  ///
  /// A text of nothing else stays as it is.
  public static func joined(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 > 0x23 && $0 < 0x7f }
    guard !isPlain else { return text }
    let bare = text.filter { !$0.isWhitespace }.drop { $0 == "#" || $0 == "№" }
    return bare.isEmpty ? text : String(bare)
  }
}
