import TributaryModel

/// Who called whom, as one record tells it.
enum CallDirection: Equatable {
  /// From outside.
  case inbound
  /// By the shop, to outside or among its own extensions.
  case own
  /// A word that means neither.
  case unknown(String)

  /// What the record says outright; else Asterisk's context, `from-internal` being FreePBX's own
  /// for what its extensions dial; else an extension (6 digits or fewer) as caller is the shop.
  init(_ row: TableRow, _ columns: CallColumns) {
    if let word = columns.text("direction", row) {
      switch word.lowercased() {
      case "in", "inbound", "incoming", "входящий": self = .inbound
      case "out", "outbound", "outgoing", "internal", "исходящий", "внутренний": self = .own
      default: self = .unknown(word)
      }
      return
    }
    let context = columns.text("context", row) ?? ""
    let outside = ["from-trunk", "from-pstn", "from-did", "ext-did"]
    if columns.text("outbound_caller", row) != nil || context.hasPrefix("from-internal") {
      self = .own
    } else if columns.text("inbound_number", row) != nil
      || outside.contains(where: context.hasPrefix)
    {
      self = .inbound
    } else {
      self = CallDirection.isExtension(columns.text("source_number", row)) ? .own : .inbound
    }
  }

  private static func isExtension(_ number: String?) -> Bool {
    guard let number else { return false }
    return (1...6).contains(number.utf8.count) && number.utf8.allSatisfy { (48...57).contains($0) }
  }
}
