/// A chart with its caption, drawn twice and never scaled: 720 wide, and 358 for phones.
struct Figure: Sendable {
  static let wide = 720.0
  static let narrow = 358.0

  /// Unique on its page; written in our own source.
  let id: String
  /// What is plotted, for people who hear the page.
  let title: String
  /// What it shows: the finding, in a sentence.
  let finding: String
  /// Quantity, unit, period, what band and colour mean; the quantity in bold.
  let caption: Markup
  /// The values that the pointer tells, evenly spaced along the plot; empty for none.
  let readout: [String]
  let draw: @Sendable (Double) -> Drawing

  init(
    id: String, title: String, finding: String, caption: Markup, readout: [String] = [],
    draw: @escaping @Sendable (Double) -> Drawing
  ) {
    self.id = id
    self.title = title
    self.finding = finding
    self.caption = caption
    self.readout = readout
    self.draw = draw
  }

  var markup: Markup {
    let told = readout.map { $0.replacing("|", with: "/") }.joined(separator: "|")
    let data: Markup = readout.count > 1 ? #" data-r="\#(told)""# : ""
    return #"""
      <figure id="\#(id)"\#(data)><figcaption>\#(caption)</figcaption>
      \#(drawing(Figure.wide, "w"))\#(drawing(Figure.narrow, "n"))</figure>

      """#
  }

  private func drawing(_ width: Double, _ kind: String) -> Markup {
    let drawing = draw(width)
    let name = "\(id)-\(kind)"
    var plot = Markup.empty
    if readout.count > 1, let frame = drawing.plot {
      plot = #" data-x="\#(frame.left) \#(frame.right) \#(frame.bottom)""#
    }
    // What an image holds cannot be reached.
    let role: Markup = drawing.hasLinks ? "group" : "img"
    let size: Markup =
      #"width="\#(width)" height="\#(drawing.height)" viewBox="0 0 \#(width) \#(drawing.height)""#
    return #"""
      <svg class="\#(kind)" role="\#(role)" \#(size) aria-labelledby="\#(name)-t \#(name)-d"\#(plot)>\#
      <title id="\#(name)-t">\#(title)</title><desc id="\#(name)-d">\#(finding)</desc>\#
      \#(drawing.marks)</svg>
      """#
  }
}
