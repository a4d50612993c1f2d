import TributaryModel

/// Every format that can be named in a pipeline file.
public enum FormatRegistry {
  public static let all: [NamedFormat] = logs + tables

  /// The format of that name.
  ///
  /// Errors: `unknownFormat`, with the nearest names.
  public static func format(named name: String) throws(IngestError) -> NamedFormat {
    if let found = all.first(where: { $0.name == name }) { return found }
    let near = nearest(to: name).joined(separator: ", ")
    throw IngestError(
      .unknownFormat, path: "format",
      message: "expected a known format, found '\(name)'; did you mean \(near)? "
        + "`tributary formats` lists all")
  }

  /// Whether a text is a log format string and no name.
  public static func isFormatString(_ text: String) -> Bool {
    text.contains("$") || text.contains("%")
  }

  /// Three names at most: those that begin with the word first, then those that hold it, then by
  /// the number of letters to change and by the alphabet.
  static func nearest(to name: String) -> [String] {
    let target = Array(name.lowercased())
    let word = target.count < 3 ? nil : String(target)
    return all.map { format in
      let rank =
        word.map { format.name.hasPrefix($0) ? 0 : format.name.contains($0) ? 1 : 2 } ?? 2
      return (rank, distance(target, Array(format.name)), format.name)
    }
    .sorted { $0 < $1 }.prefix(3).map(\.2)
  }

  /// The one of these words that is nearest, at most a third of its letters away; nil for none.
  static func nearest(to word: String, among candidates: [String]) -> String? {
    let target = Array(word.lowercased())
    let limit = max(1, target.count / 3)
    return candidates.filter { abs($0.count - target.count) <= limit }
      .map { (distance(target, Array($0.lowercased())), $0) }
      .filter { $0.0 <= limit }.min { $0.0 < $1.0 }?.1
  }

  /// Letters to insert, delete or replace (Levenshtein).
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (a == b ? 0 : 1))
        diagonal = above
      }
    }
    return row[right.count]
  }
}
