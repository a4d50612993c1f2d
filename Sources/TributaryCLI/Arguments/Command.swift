import TributaryPipeline

/// One command of `tributary`: what it takes, what help says, and what it does.
///
/// The table `Command.all` is used for parsing, for help, and by tests of the documentation.
struct Command: Sendable {
  let name: String
  /// What stands after the name, in order.
  let values: [Value]
  let options: [Option]
  /// One sentence without a full stop.
  let summary: String
  /// More for `--help`; may be empty.
  let details: String
  let examples: [String]
  /// Does the work and gives the exit code.
  let perform: @Sendable (Arguments, Console) throws(RunError) -> Int32

  init(
    _ name: String, values: [Value] = [], options: [Option] = [], summary: String,
    details: String = "", examples: [String],
    perform: @escaping @Sendable (Arguments, Console) throws(RunError) -> Int32
  ) {
    self.name = name
    self.values = values
    self.options = options
    self.summary = summary
    self.details = details
    self.examples = examples
    self.perform = perform
  }

  /// A value by its place.
  struct Value: Sendable {
    /// As help shows it: `pipeline`.
    let name: String
    let isOptional: Bool
    /// Whether more of its kind may follow.
    let isRepeated: Bool

    init(_ name: String, optional: Bool = false, repeated: Bool = false) {
      self.name = name
      self.isOptional = optional
      self.isRepeated = repeated
    }

    static let pipeline = Value("pipeline")
  }

  /// An option by its name.
  struct Option: Sendable {
    /// Without the dashes.
    let name: String
    /// What its value is called in help; nil for a switch.
    let value: String?
    let isRequired: Bool
    let summary: String

    init(_ name: String, _ value: String? = nil, required: Bool = false, _ summary: String) {
      self.name = name
      self.value = value
      self.isRequired = required
      self.summary = summary
    }

    static let quiet = Option("quiet", nil, "Say nothing but errors")
    static let json = Option("json", nil, "Print JSON instead of words")
  }

  /// In the order of help.
  static let all: [Command] = [
    run, status, check, rejections, query, explain, schema, parse, sources, formats, attribution,
    schedule,
    sample,
  ]

  /// `tributary run <pipeline> [--as-of DAY] [--json]`.
  var synopsis: String {
    let places = values.map { value in
      (value.isOptional ? "[<\(value.name)>]" : "<\(value.name)>") + (value.isRepeated ? "..." : "")
    }
    let switches = options.map { option in
      let text = "--" + option.name + (option.value.map { " " + $0 } ?? "")
      return option.isRequired ? text : "[" + text + "]"
    }
    return (["tributary", name] + places + switches).joined(separator: " ")
  }
}
