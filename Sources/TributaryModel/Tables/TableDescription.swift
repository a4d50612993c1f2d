/// A table or view of the warehouse as the data dictionary tells of it.
public struct TableDescription: Sendable, Hashable {
  public let name: String
  /// What one row stands for.
  public let grain: String
  public let columns: [Column]

  /// One column with the comment that stands behind it in its statement.
  public struct Column: Sendable, Hashable {
    public let name: String
    /// `text`, `integer`, `real`; empty for a column of a view.
    public let type: String
    /// With its unit; empty where nothing is said.
    public let meaning: String

    package init(name: String, type: String, meaning: String) {
      self.name = name
      self.type = type
      self.meaning = meaning
    }
  }

  package init(name: String, grain: String, columns: [Column]) {
    self.name = name
    self.grain = grain
    self.columns = columns
  }
}
