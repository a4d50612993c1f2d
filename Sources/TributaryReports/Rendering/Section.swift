/// One part of a page: the claim first, then what shows it.
struct Section: Sendable {
  /// The topic, in small above the claim.
  let topic: String
  /// The answer in one sentence, computed from data.
  let claim: String
  let blocks: [Block]
  /// Beside the section, beneath it on phones.
  let notes: [Note]

  enum Block: Sendable {
    case figure(Figure)
    case table(Table)
    /// Markup that shows the table in a way of its own; the source line and the CSV stay.
    case styled(Markup, of: Table)
    /// A list or another thing that has its own markup.
    case markup(Markup)
    /// A small grey remark.
    case remark(Markup)
    /// In the place of a chart: what is missing, how to add it, when it will show.
    case missing(String)
  }

  /// "How to read it", "How sure", "Assumed", "Method".
  struct Note: Sendable {
    let title: String
    let text: Markup

    init(_ title: String, _ text: Markup) {
      self.title = title
      self.text = text
    }
  }

  init(topic: String, claim: String, blocks: [Block], notes: [Note] = []) {
    self.topic = topic
    self.claim = claim
    self.blocks = blocks
    self.notes = notes
  }

  var tables: [Table] {
    blocks.compactMap { block in
      switch block {
      case .table(let table), .styled(_, let table): table
      default: nil
      }
    }
  }

  func markup(_ words: Words) -> Markup {
    let content = blocks.map { block -> Markup in
      switch block {
      case .figure(let figure): figure.markup
      case .table(let table): table.markup(words)
      case .styled(let markup, let table):
        markup + table.sourceLine(words)
      case .markup(let markup): markup
      case .remark(let text): #"<p class="note">\#(text)</p>"#
      case .missing(let text): #"<p class="nothing">\#(text)</p>"#
      }
    }
    let head: Markup = #"<p class="kick">\#(topic)</p><h2>\#(claim)</h2>"#
    guard !notes.isEmpty else { return "<section>\(head)\n\(content)</section>\n" }
    let side = notes.map { note -> Markup in
      "<div><h3>\(note.title)</h3><p>\(note.text)</p></div>"
    }
    return #"""
      <section class="two"><div>\#(head)
      \#(content)</div><aside>\#(side)</aside></section>

      """#
  }
}

extension Section.Block {
  /// In the place of a chart, with the keys of the pipeline file set as code: what is missing, how to
  /// add it, when it will show.
  static func nothing(_ text: Markup) -> Section.Block {
    .markup(#"<p class="nothing">\#(text)</p>"#)
  }
}
