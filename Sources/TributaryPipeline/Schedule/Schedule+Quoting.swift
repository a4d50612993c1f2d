extension Schedule {
  /// A word for a POSIX shell; plain words stay as they are.
  static func shellQuoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || "/._-".utf8.contains(byte)
    }
    if isPlain, !word.isEmpty { return word }
    return "'" + replacing("'", in: word, with: "'\\''") + "'"
  }

  /// A path for a directive of a systemd unit: quoted, `%` doubled (systemd.syntax(7)).
  static func unitQuoted(_ word: String) -> String {
    var text = replacing("\\", in: word, with: "\\\\")
    text = replacing("\"", in: text, with: "\\\"")
    return "\"" + replacing("%", in: text, with: "%%") + "\""
  }

  /// A word of `ExecStart=`, where `$` starts a variable besides.
  static func commandQuoted(_ word: String) -> String {
    replacing("$", in: unitQuoted(word), with: "$$")
  }

  private static func replacing(_ sign: Character, in text: String, with other: String) -> String {
    text.split(separator: sign, omittingEmptySubsequences: false).joined(separator: other)
  }
}
