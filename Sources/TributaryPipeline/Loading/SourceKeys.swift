import TributaryIngest
import TributaryModel
import TributaryWarehouse

/// The keys of a source that decide how its files are read, as text to compare.
///
/// They belong to a file and its kind, and not to the source's place in the list: comments, titles,
/// other sources and the order of keys change nothing, nor does a default that is written out.
struct SourceKeys: Hashable {
  /// For files that were read.
  let reading: String
  /// For files that were refused: what may be refused counts too.
  let refusing: String

  init(_ source: Pipeline.Source, _ pipeline: Pipeline) {
    let isLog = source.kind == .clickstream
    var parts = [
      "reading \(ReadingVersion.of(format: source.format, isLog: isLog))",
      "zone \(pipeline.zone.identifier)",
    ]
    if !isLog { parts.append("currency \(pipeline.currency.code)") }
    for (label, value) in Mirror(reflecting: source).children {
      guard let label, !SourceKeys.others.contains(label) else { continue }
      let text = SourceKeys.text(of: value)
      if !SourceKeys.nothing.contains(text) { parts.append("\(label) \(text)") }
    }
    reading = SourceKeys.digest(parts)
    refusing = SourceKeys.digest(parts + ["maxRejected \(source.maxRejected)"])
  }

  /// Whether a file of the ledger was read, or refused, by these keys.
  func made(_ entry: KnownLedgerFile) -> Bool {
    entry.refusal == nil
      ? entry.reading == reading
      : [refusing, KnownLedgerFile.former + refusing, reading].contains(entry.reading)
  }

  /// Whether the rows that the ledger has of a file are what these keys read.
  func areRows(of entry: KnownLedgerFile) -> Bool { made(entry) && !entry.hasFormerRows }

  /// What does not change how a file is read.
  private static let others: Set<String> = [
    "position", "kind", "patterns", "isOptional", "maxRejected",
  ]

  /// Values that say as much as their absence.
  private static let nothing: Set<String> = ["none", "{}", "[]", "false", "0.0", "0"]

  /// A value in one writing: maps by their keys, texts with their length.
  private static func text(of value: Any) -> String {
    if let text = value as? String { return "\(text.utf8.count):\(text)" }
    if let zone = value as? Zone { return zone.identifier }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional: return mirror.children.first.map { text(of: $0.value) } ?? "none"
    case .dictionary, .set:
      return "{" + mirror.children.map { text(of: $0.value) }.sorted().joined(separator: ",") + "}"
    case .collection:
      return "[" + mirror.children.map { text(of: $0.value) }.joined(separator: ",") + "]"
    case .tuple: return mirror.children.map { text(of: $0.value) }.joined(separator: "=")
    case .struct where !mirror.children.isEmpty:
      return "("
        + mirror.children.map { "\($0.label ?? "") \(text(of: $0.value))" }
        .joined(separator: ";") + ")"
    default: return "\(value)"
    }
  }

  private static func digest(_ parts: [String]) -> String {
    SHA256.hash(Array(parts.sorted().joined(separator: "\n").utf8)).prefix(16).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }
}
