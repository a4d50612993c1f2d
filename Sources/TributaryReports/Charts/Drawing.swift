/// The marks of one chart at one width, drawn in the order in which they were added.
struct Drawing: Sendable {
  let width: Double
  let height: Double
  private(set) var marks = Markup.empty
  /// Where the plot starts, ends and stands, for the value under the pointer.
  var plot: Frame?

  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// Whether marks lead to pages.
  private(set) var hasLinks = false

  /// Whether this is the phone's drawing, which may say less.
  var isNarrow: Bool { width < 500 }

  enum Anchor: Sendable { case start, middle, end }

  mutating func text(
    _ x: Double, _ y: Double, _ text: String, _ kind: MarkClass = .tick, _ anchor: Anchor = .start
  ) {
    let place: Markup = #"x="\#(x)" y="\#(y)""#
    switch anchor {
    case .start: marks += #"<text class="\#(kind.rawValue)" \#(place)>\#(text)</text>"#
    case .middle: marks += #"<text class="\#(kind.rawValue) mi" \#(place)>\#(text)</text>"#
    case .end: marks += #"<text class="\#(kind.rawValue) ra" \#(place)>\#(text)</text>"#
    }
  }

  /// Marks that tell something to whoever points at them, and lead to a page of the report.
  mutating func telling(_ told: String, page: String?, _ draw: (inout Drawing) -> Void) {
    let tag: Markup = page == nil ? "g" : "a"
    let target: Markup = page.map { #" href="\#($0)""# } ?? ""
    if page != nil { hasLinks = true }
    marks += "<\(tag)\(target)><title>\(told)</title>"
    draw(&self)
    marks += "</\(tag)>"
  }

  /// Text that ends at the point and runs along a slope.
  mutating func slanted(
    _ x: Double, _ y: Double, degrees: Double, _ text: String, _ kind: MarkClass
  ) {
    marks +=
      #"<text class="\#(kind.rawValue) ra" x="\#(x)" y="\#(y)" "#
      + #"transform="rotate(\#(degrees) \#(x) \#(y))">\#(text)</text>"#
  }

  mutating func segment(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ kind: MarkClass
  ) {
    marks += #"<path class="\#(kind.rawValue)" d="M\#(x1) \#(y1)L\#(x2) \#(y2)"/>"#
  }

  mutating func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ kind: MarkClass,
    title: String? = nil
  ) {
    let place: Markup =
      #"x="\#(x)" y="\#(y)" width="\#(max(0, width))" height="\#(max(0, height))""#
    if let title {
      marks += #"<rect class="\#(kind.rawValue)" \#(place)><title>\#(title)</title></rect>"#
    } else {
      marks += #"<rect class="\#(kind.rawValue)" \#(place)/>"#
    }
  }

  mutating func circle(_ x: Double, _ y: Double, _ radius: Double, _ kind: MarkClass) {
    marks += #"<circle class="\#(kind.rawValue)" cx="\#(x)" cy="\#(y)" r="\#(radius)"/>"#
  }

  /// A line through the points; one that has a gap is given in pieces.
  mutating func line(_ points: [(x: Double, y: Double)], _ kind: MarkClass) {
    guard let first = points.first else { return }
    guard points.count > 1 else {
      let kind: MarkClass = kind == .now || kind == .forecast ? .dot : .hollow
      circle(first.x, first.y, 2, kind)
      return
    }
    marks += #"<polyline class="\#(kind.rawValue)" points="\#(list(points))"/>"#
  }

  mutating func polygon(_ points: [(x: Double, y: Double)], _ kind: MarkClass) {
    guard points.count > 2 else { return }
    marks += #"<polygon class="\#(kind.rawValue)" points="\#(list(points))"/>"#
  }

  /// Equal cells in one path, which keeps a year of days small.
  mutating func cells(_ boxes: [Box], _ kind: MarkClass) {
    guard !boxes.isEmpty else { return }
    let path = boxes.map { box -> Markup in
      let width = box.right - box.left
      return #"M\#(box.left) \#(box.top)h\#(width)v\#(box.bottom - box.top)h\#(-width)z"#
    }
    marks += #"<path class="\#(kind.rawValue)" d="\#(path)"/>"#
  }

  private func list(_ points: [(x: Double, y: Double)]) -> Markup {
    .joined(points.map { #"\#($0.x),\#($0.y)"# }, separator: " ")
  }
}
