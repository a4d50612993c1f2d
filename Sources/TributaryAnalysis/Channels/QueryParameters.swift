/// The parameters of a web address, decoded.
///
/// Shape: names in lower case, in the order of the query; bounded to the first 8 KiB of the query,
/// 100 parameters and 500 characters a value, because addresses come from strangers.
public struct QueryParameters: Sendable, Hashable {
  private var names: [String] = []
  private var values: [String] = []

  private static let longestQuery = 8192
  private static let mostParameters = 100
  private static let longestValue = 500

  /// Reads a query, written without its question mark; `&` (also as `&amp;`) parts the parameters.
  public init(_ query: String) {
    let bytes = Array(query.utf8.prefix(QueryParameters.longestQuery))
    for part in bytes.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: true) {
      guard names.count < QueryParameters.mostParameters else { break }
      let equals = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
      var name = part[..<equals]
      if name.starts(with: "amp;".utf8) { name = name.dropFirst(4) }
      names.append(PercentDecoding.decode(name).lowercased())
      let value = part[equals...].dropFirst()
      let text =
        Macro.isInPercents(value)
        ? String(decoding: value, as: UTF8.self) : PercentDecoding.decode(value)
      values.append(String(text.prefix(QueryParameters.longestValue)))
    }
  }

  /// The first value of that name (lower case) that is not blank, without blanks around it.
  public subscript(name: String) -> String? {
    for index in names.indices where names[index] == name {
      let value = values[index].trimmingBlanks()
      if !value.isEmpty { return value }
    }
    return nil
  }
}
