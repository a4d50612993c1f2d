/// One file of a run's folder: a page or a table.
public struct ReportFile: Sendable, Hashable {
  /// A plain name without folders, such as `campaigns.html`.
  public let name: String
  public let bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
