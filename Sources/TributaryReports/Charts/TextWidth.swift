/// How wide a text is drawn, estimated, because a static page cannot measure.
///
/// Deviations: characters of scripts that the table does not know count 1 em.
enum TextWidth {
  /// Units of the drawing for a text of that size.
  static func of(_ text: String, size: Double = 12, isBold: Bool = false) -> Double {
    text.unicodeScalars.reduce(0) { $0 + em($1) } * size * (isBold ? 1.06 : 1)
  }

  /// The start of the text that fits the width, "…" at its end when it was cut.
  static func fitted(_ text: String, to width: Double, size: Double = 12) -> String {
    guard of(text, size: size) > width else { return text }
    var kept = text
    while !kept.isEmpty, of(kept + "…", size: size) > width { kept.removeLast() }
    return kept + "…"
  }

  private static let narrow = Set("il.,:;'|!jIt()[] ·\u{A0}".unicodeScalars)
  private static let wide = Set("mwMWшщжмюфШЩЖМЮФ%—…".unicodeScalars)
  private static let figures = Set("0123456789+−–₽×≥€$£".unicodeScalars)

  private static func em(_ scalar: Unicode.Scalar) -> Double {
    if narrow.contains(scalar) { return 0.31 }
    if wide.contains(scalar) { return 0.86 }
    if figures.contains(scalar) { return 0.58 }
    guard scalar.value < 0x0530 || scalar.value == 0x2019 else { return 1 }
    return scalar.properties.isUppercase ? 0.70 : 0.55
  }
}
