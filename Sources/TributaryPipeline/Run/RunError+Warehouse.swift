import TributaryWarehouse

extension RunError {
  /// What a failure of the warehouse means for the command.
  init(_ error: WarehouseError) {
    let code: Code =
      switch error.kind {
      case .busy: .busy
      case .full, .inputOutput: .inputOutput
      case .readOnly, .cannotOpen, .olderSchema: .cannotCreate
      case .permission: .noPermission
      case .corrupt, .newerSchema: .dataRefused
      case .otherKey: .configuration
      case .constraint, .interrupted, .other: .internal
      }
    self.init(code, error.description)
  }
}
