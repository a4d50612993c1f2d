import TributaryIngest

extension RunError {
  /// What it means for a command that a file or its format was refused.
  init(_ error: IngestError) {
    let code: Code =
      switch error.kind {
      case .missing: .noInput
      case .noPermission: .noPermission
      case .unknownFormat, .badOption: .usage
      case .unreadable, .toolMissing: .inputOutput
      case .notAFile, .corrupt, .tooLarge, .timedOut, .unsupported, .missingColumn,
        .duplicateColumn, .contentChanged:
        .dataRefused
      }
    self.init(code, error.description)
  }
}
