/// A key that a pipeline file may hold: the one place that knows its type, unit and default.
///
/// The reader checks a file against this table, and `pipelines/README.md` documents it.
public struct PipelineKey: Sendable {
  /// Where the key stands, such as `sources[].format`; `[]` stands for each value of a list.
  public let path: String
  public let type: PipelineType
  /// What a number counts, such as `days`; empty for keys without a unit.
  public let unit: String
  /// The default as JSON5 text; nil when there is none or it is computed, see `defaultNote`.
  public let defaultText: String?
  /// The default as the documentation names it.
  public let defaultNote: String
  public let isRequired: Bool
  /// One sentence for the documentation.
  public let summary: String

  init(
    _ path: String, _ type: PipelineType, unit: String = "", default text: String? = nil,
    note: String? = nil, required: Bool = false, _ summary: String
  ) {
    self.path = path
    self.type = type
    self.unit = unit
    self.defaultText = text
    self.defaultNote = note ?? text ?? (required ? "required" : "none")
    self.isRequired = required
    self.summary = summary
  }

  /// The key of the innermost object: `format` of `sources[].format`.
  var name: String { path.split(separator: ".").last.map(String.init) ?? path }

  /// The path of the object that holds the key: `sources[]` of `sources[].format`, else empty.
  var holder: String { path.split(separator: ".").dropLast().joined(separator: ".") }
}

/// What the value of a key may be.
public indirect enum PipelineType: Sendable {
  case text
  /// A header or path in the shop's files, or the place of a cell from 1 on.
  case header
  case boolean
  case integer(ClosedRange<Int>)
  case number(ClosedRange<Double>)
  /// One of these words.
  case choice([String])
  /// `YYYY-MM-DD`.
  case day
  /// `HH:MM`, 24 hours.
  case timeOfDay
  /// An IANA name of a zone.
  case zone
  /// An ISO 4217 code.
  case currency
  /// A name for files and commands.
  case name
  /// A path relative to the pipeline file's folder, or absolute.
  case path
  /// A path of a web page that may hold `*`.
  case pagePattern
  case list(PipelineType)
  /// An object whose keys the shop chooses.
  case map(PipelineType)
  /// An object with the keys that the table lists below it.
  case object
  /// A list of such objects.
  case objects

  /// What a message expects: `a day like 2026-11-14`.
  public var spoken: String {
    switch self {
    case .text: "text"
    case .header: "a header, or a cell's place from 1 on"
    case .boolean: "true or false"
    case .integer(let range):
      "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .number(let range): "a number from \(range.lowerBound) to \(range.upperBound)"
    case .choice(let words):
      words.count == 1
        ? words[0] : "one of " + words.map(PipelineType.visible).joined(separator: ", ")
    case .day: "a day like 2026-11-14"
    case .timeOfDay: "a time of day like 04:15"
    case .zone: "a time zone like Europe/Moscow"
    case .currency: "a currency like RUB"
    case .name: "a name of letters, digits, '-' and '_'"
    case .path: "a path"
    case .pagePattern: "a page's path like /cart or /product/*"
    case .list(let type): "a list of values, each " + type.spoken
    case .map(let type): "an object of values, each " + type.spoken
    case .object: "an object"
    case .objects: "a list of objects"
    }
  }

  /// A word as JSON5 writes it.
  static func visible(_ word: String) -> String { word == "\t" ? "\\t" : word }
}
