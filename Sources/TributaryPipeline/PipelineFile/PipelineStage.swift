import TributaryAnalysis
import TributaryModel

/// What a run makes, and makes anew when it was made with other keys, rules, models or code.
///
/// A key names the stages that depend on it; what a stage was made with is one text, its
/// fingerprint, so that no key can be left out of it.
enum PipelineStage: String, CaseIterable {
  /// The rows of every file: the files of a source are read again.
  case files
  /// The rows of files that are tables.
  case tables
  /// Refusals: files that were refused are tried again.
  case refusals
  case sessions
  case facts
  /// The sessions that calls may have come from.
  case calls
  /// Persons, touchpoints, conversions and their credit.
  case journeys

  /// To be raised with every change of the code that makes other rows of the same input; how files
  /// are read has `ReadingVersion`.
  private var codeVersion: Int {
    switch self {
    case .files, .tables, .refusals: 0
    case .sessions: 9
    case .journeys: 9
    case .facts: 5
    case .calls: 3
    }
  }

  /// What the code brings along that decides on rows, as keys do.
  private var lists: [String] {
    switch self {
    case .sessions: SourceRules.standardGateways + SourceRules.standardSignIns
    case .journeys: AttributionModel.allCases.map(\.rawValue)
    case .files, .tables, .refusals, .facts, .calls: []
    }
  }

  /// Values that say as much as their absence, so that a new key that is not set remakes nothing.
  static let nothing: Set<String> = ["", "{}", "[]", "false", "0"]

  /// One text of those parts, whatever their order.
  ///
  /// Shape: 32 hexadecimal digits.
  static func digest(_ parts: [String]) -> String {
    SHA256.hash(Array(parts.sorted().joined(separator: "\n").utf8)).prefix(16).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  /// What the stage is made with: the values of the keys that name it, the code and its lists.
  func fingerprint(of pipeline: Pipeline, lists: [String]? = nil) -> String {
    PipelineStage.digest(
      ["code \(codeVersion)"] + (lists ?? self.lists).map { "list " + $0 }
        + pipeline.values.parts(of: [self], below: ""))
  }
}

/// An object of keys, of which each may name stages.
protocol StageParts {
  /// The keys that name one of the stages, each with its value: `sessions.gap_minutes 30`.
  func parts(of stages: Set<PipelineStage>, below path: String) -> [String]
}
