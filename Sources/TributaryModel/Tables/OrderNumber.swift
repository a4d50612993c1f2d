/// An order's number as it joins: exports and letters write `#1001`, `№ 1001` and `1 001` for one.
public enum OrderNumber {
  /// The number without blanks and without what says that it is one: `#`, `№`, `No.`, `Заказ №`.
  ///
  /// A text of nothing else stays as it is.
  public static func joined(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 > 0x23 && $0 < 0x7f }
    guard !isPlain || text.utf8.first.map({ $0 | 0x20 }) == UInt8(ascii: "n") else { return text }
    var bare = text.filter { !$0.isWhitespace }[...]
    while let sign = signs.first(where: { bare.prefix($0.count).lowercased() == $0 }) {
      bare.removeFirst(sign.count)
    }
    return bare.isEmpty ? text : String(bare)
  }

  /// What stands before a number, without blanks and in small letters.
  private static let signs = [
    "#", "№", "no.", "заказ#", "заказ№", "order#", "order№", "orderno.",
  ]

  /// Two placings of one number further apart may be two orders. Units: milliseconds.
  public static let apart: Int64 = 180 * 86_400_000

  /// Whether two instants lie so far apart that their number may have begun anew between them.
  package static func isApart(_ left: Cell, _ right: Cell) -> Bool {
    guard case .integer(let left) = left, case .integer(let right) = right else { return false }
    return isApart(left, right)
  }

  /// The same in Unix milliseconds; far instants may lie further apart than 64 bits can tell.
  package static func isApart(_ left: Int64, _ right: Int64) -> Bool {
    let (gap, isFar) = left.subtractingReportingOverflow(right)
    return isFar || gap == .min || abs(gap) > apart
  }

  /// The id of a record whose number began anew: `17 (2026-01-21)`.
  package static func dated(_ number: String, _ day: Day) -> String { "\(number) (\(day))" }

  /// The number of such an id; any other text as it is.
  package static func undated(_ id: String) -> String {
    guard id.hasSuffix(")"), let day = Day(String(id.suffix(11).dropLast())) else { return id }
    let number = String(id.dropLast(13))
    return !number.isEmpty && dated(number, day) == id ? number : id
  }

  /// Columns of orders that tell who bought.
  package static let buyerColumns = ["customer_phone", "customer_email", "loyalty_card"]

  /// Whether two orders name buyers of whom no known contact is the same.
  ///
  /// - Parameters: of each order the contacts of each kind; a text may hold two phones.
  package static func areOtherBuyers(_ left: [Set<String>], _ right: [Set<String>]) -> Bool {
    func single(_ cells: Set<String>) -> Set<Substring> {
      Set(cells.flatMap { $0.split(separator: " ") })
    }
    let known = zip(left, right).map { (single($0), single($1)) }
      .filter { !$0.isEmpty && !$1.isEmpty }
    return !known.isEmpty && known.allSatisfy { $0.isDisjoint(with: $1) }
  }

  /// The number as it joins, behind the prefix of a shop that numbers as another does.
  ///
  /// An empty text names no order and stays empty.
  public static func prefixed(_ number: String, by prefix: String) -> String {
    number.isEmpty ? number : prefix + joined(number)
  }
}
