/// HTML or SVG that is safe to write into a page.
///
/// Only text that stands in our own source code becomes markup; every `String` that is put into it
/// is escaped, so a raw string cannot enter by type:
/// ```
/// let name = "<b>Tom & Co</b>"
/// let line: Markup = #"<p class="kick">\#(name)</p>"#  // <p class="kick">&lt;b&gt;Tom &amp; ...
/// ```
struct Markup: Sendable, Hashable {
  private(set) var rendered: String

  static let empty: Markup = ""

  var isEmpty: Bool { rendered.isEmpty }

  /// Text with its line breaks kept, for `<pre>`.
  static func preformatted(_ text: String) -> Markup {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return Markup(trusted: lines.map { VisibleText.escaped(String($0)) }.joined(separator: "\n"))
  }

  /// The parts one after another.
  static func joined(_ parts: [Markup], separator: Markup = .empty) -> Markup {
    Markup(trusted: parts.map(\.rendered).joined(separator: separator.rendered))
  }

  static func + (left: Markup, right: Markup) -> Markup {
    Markup(trusted: left.rendered + right.rendered)
  }

  static func += (left: inout Markup, right: Markup) {
    left.rendered += right.rendered
  }

  /// Our own style sheet or script, which stand between tags that take no escapes.
  init(constant: Constant) {
    rendered = constant.text
  }

  private init(trusted: String) {
    rendered = trusted
  }
}

extension Markup: ExpressibleByStringInterpolation {
  init(stringLiteral literal: StaticString) {
    rendered = literal.description
  }

  init(stringInterpolation: StringInterpolation) {
    rendered = stringInterpolation.rendered
  }

  /// Literal parts are our own source text, interpolated strings are escaped.
  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var rendered = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      rendered.reserveCapacity(literalCapacity + interpolationCount * 12)
    }

    mutating func appendLiteral(_ literal: StaticString) {
      rendered += literal.description
    }

    mutating func appendInterpolation(_ markup: Markup) {
      rendered += markup.rendered
    }

    /// Nothing when there is none.
    mutating func appendInterpolation(_ markup: Markup?) {
      rendered += markup?.rendered ?? ""
    }

    mutating func appendInterpolation(_ parts: [Markup]) {
      for part in parts { rendered += part.rendered }
    }

    /// Our own words: escaped, whole.
    mutating func appendInterpolation(_ text: String) {
      rendered += VisibleText.escaped(text)
    }

    /// A text that the shop or a stranger wrote: escaped, isolated, cut at 60 characters.
    mutating func appendInterpolation(user text: String) {
      rendered += "<bdi>" + VisibleText.escaped(VisibleText.cut(text)) + "</bdi>"
    }

    mutating func appendInterpolation(_ number: Int) {
      rendered += String(number)
    }

    /// A coordinate: one decimal, none when it is whole.
    mutating func appendInterpolation(_ coordinate: Double) {
      rendered += Coordinate.text(coordinate)
    }
  }
}

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
