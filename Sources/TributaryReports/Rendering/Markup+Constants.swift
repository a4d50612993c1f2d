extension Markup {
  /// The texts that stand between tags which take no escapes; none of them holds data.
  enum Constant {
    case styleSheet, script

    var text: String {
      switch self {
      case .styleSheet: StyleSheet.text
      case .script: PageScript.text
      }
    }
  }
}
