import TributaryAnalysis

/// The last days of a source as boxes: full, half, empty.
struct CoverageStrip: Sendable {
  let days: [SourceQuality.Coverage]

  func markup(_ words: Words) -> Markup {
    guard !days.isEmpty else { return .empty }
    let width = Double(days.count) * 11
    var drawing = Drawing(width: width, height: 16)
    for (index, state) in days.enumerated() {
      let x = Double(index) * 11
      switch state {
      case .full: drawing.rectangle(x, 1, 9, 14, .heat3)
      case .part:
        drawing.rectangle(x + 0.6, 1.6, 7.8, 12.8, .hollow)
        drawing.rectangle(x, 8, 9, 7, .heat3)
      case .missing: drawing.rectangle(x + 0.6, 1.6, 7.8, 12.8, .hollow)
      }
    }
    func count(_ state: SourceQuality.Coverage) -> Int { days.filter { $0 == state }.count }
    let label = words.coverage(
      full: count(.full), part: count(.part), missing: count(.missing), of: days.count)
    return #"""
      <svg role="img" aria-label="\#(label)" width="\#(width)" height="16" \#
      viewBox="0 0 \#(width) 16">\#(drawing.marks)</svg>
      """#
  }
}

extension Words {
  func coverage(full: Int, part: Int, missing: Int, of days: Int) -> String {
    say(
      "\(full) full, \(part) part, \(missing) missing of \(counted(days, .day))",
      "полных \(full), неполных \(part), нет \(missing) из \(counted(days, .day))")
  }
}
