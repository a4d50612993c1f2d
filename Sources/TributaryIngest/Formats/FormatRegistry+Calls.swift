import TributaryModel

extension FormatRegistry {
  /// What telephone exchanges and call trackers write.
  static let calls: [NamedFormat] = []
}
