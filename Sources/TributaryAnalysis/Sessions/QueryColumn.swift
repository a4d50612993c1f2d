/// The queries of many page views in one buffer of bytes, none and an empty one being alike.
///
/// ```
///  bytes  page=2utm_source=vkgclid=a
///  ends   6            6 (none) 19        26
/// ```
public struct QueryColumn: Sendable {
  private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []

  package init() {}

  public var count: Int { ends.count }

  mutating func reserveCapacity(_ rows: Int) {
    ends.reserveCapacity(rows)
  }

  mutating func append(_ query: String?) {
    if let query { bytes.append(contentsOf: query.utf8) }
    ends.append(bytes.count)
  }

  /// Where a row's query lies in `bytes`; empty for none.
  func place(of row: Int) -> Range<Int> {
    (row == 0 ? 0 : ends[row - 1])..<ends[row]
  }

  /// The query of a row, empty for none.
  public func text(of row: Int) -> String {
    String(decoding: bytes[place(of: row)], as: UTF8.self)
  }
}
