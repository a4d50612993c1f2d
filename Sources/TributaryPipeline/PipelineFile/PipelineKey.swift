import TributaryModel

/// A key of the pipeline file: declared once, in the object that holds it, and read by its name
/// there, so that a misspelled one does not compile.
///
/// Example: `let halfLifeDays = PipelineKey("half_life_days", .integer(1...365), unit: "days",
/// default: 7, remakes: [.journeys], "...")` in `AttributionObject` is
/// `pipeline.attribution.halfLifeDays`, an `Int`. The reader checks files by it, `pipelines/README.md`
/// documents it, and what it remakes has it in its fingerprint.
public struct PipelineKey<Value: Sendable>: PipelineKeyDeclaration {
  let name: String
  let type: PipelineType<Value>
  let unit: String
  let isRequired: Bool
  /// The value where the file gives none, or one that it is refused for.
  let fallback: Value
  let fallbackDocumentation: String
  let stages: Set<PipelineStage>
  let kinds: [SourceKind]
  let meaning: String
}

extension PipelineKey {
  /// A key that may be left out.
  ///
  /// - Parameters:
  ///   - unit: what a number counts, such as `days`.
  ///   - note: the default as the documentation names it; nil: as JSON5.
  ///   - stages: what another value has made anew; none where every run reads it.
  ///   - kinds: of a source: the kinds that have the key; nil: all.
  init(
    _ name: String, _ type: PipelineType<Value>, unit: String = "", default fallback: Value,
    note: String? = nil, remakes stages: Set<PipelineStage>, for kinds: [SourceKind]? = nil,
    _ meaning: String
  ) {
    self.init(
      name: name, type: type, unit: unit, isRequired: false, fallback: fallback,
      fallbackDocumentation: note ?? "`" + type.write(fallback) + "`", stages: stages,
      kinds: kinds ?? SourceKind.allCases, meaning: meaning)
  }

  /// A key whose default is worked out, or nothing: nil where it is left out.
  init<Wrapped>(
    _ name: String, _ type: PipelineType<Wrapped>, unit: String = "", note: String,
    remakes stages: Set<PipelineStage>, for kinds: [SourceKind]? = nil, _ meaning: String
  ) where Value == Wrapped? {
    self.init(
      name: name, type: type.optional, unit: unit, isRequired: false, fallback: nil,
      fallbackDocumentation: note, stages: stages, kinds: kinds ?? SourceKind.allCases,
      meaning: meaning)
  }

  /// A key that must be there.
  ///
  /// - Parameter standIn: the value while the file is looked at that will be refused.
  init(
    _ name: String, _ type: PipelineType<Value>, required standIn: Value,
    remakes stages: Set<PipelineStage>, _ meaning: String
  ) {
    self.init(
      name: name, type: type, unit: "", isRequired: true, fallback: standIn,
      fallbackDocumentation: "required", stages: stages, kinds: SourceKind.allCases,
      meaning: meaning)
  }

  /// An object of further keys.
  init<Object>(
    _ name: String, _ object: Object.Type, _ meaning: String
  ) where Value == PipelineValues<Object> {
    self.init(name, .object(object), default: PipelineValues(), remakes: [], meaning)
  }
}

/// What is known of a key whatever the type of its value.
protocol PipelineKeyDeclaration: Sendable {
  associatedtype Value: Sendable
  /// The key in its object: `format`.
  var name: String { get }
  var type: PipelineType<Value> { get }
  /// What a number counts; empty for keys without a unit.
  var unit: String { get }
  var isRequired: Bool { get }
  var fallback: Value { get }
  /// The default as the documentation names it.
  var fallbackDocumentation: String { get }
  /// What another value has made anew; none where every run reads it.
  var stages: Set<PipelineStage> { get }
  /// Of a source: the kinds that have the key.
  var kinds: [SourceKind] { get }
  /// One sentence for the documentation.
  var meaning: String { get }
}

extension PipelineKeyDeclaration {
  var spoken: String { type.spoken }
  var typeDocumentation: String { type.documentation }
  var members: PipelineMembers { type.members }

  /// The value of a place in the file; nil where it does not fit, which the check is told.
  func value(
    of found: JSON5Value, at path: String, _ check: inout PipelineCheck
  ) -> (any Sendable)? {
    type.read(found, path, &check)
  }

  /// The value as JSON5, the default where there is none.
  func text(of value: (any Sendable)?) -> String { type.write(value as? Value ?? fallback) }
}
