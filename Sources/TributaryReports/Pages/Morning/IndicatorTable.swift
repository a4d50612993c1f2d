import TributaryAnalysis
import TributaryModel

/// The key figures with their small lines; on phones each becomes a block.
struct IndicatorTable {
  let report: RunReport
  let words: Words

  init(_ report: RunReport, _ words: Words) {
    self.report = report
    self.words = words
  }

  /// The figures as the CSV holds them.
  var table: Table {
    Table(
      Indicator.results, report.indicators, ResultSelection(names: ["name": "indicator"]),
      asOf: report.asOf, file: "indicators", label: words.indicatorLabel, columns: [], words: words)
  }

  var markup: Markup {
    let heads: [(String, Bool)] = [
      (words.indicator, false), (words.sevenDays, true), (words.eightWeeks, false),
      (words.forThisSeason, false), (words.onLastYear, true), (words.onLastWeek, true),
      (words.onFourWeeks, true),
    ]
    let head = heads.map { title, isNumber -> Markup in
      let kind: Markup = isNumber ? #" class="num""# : ""
      return #"<th scope="col" role="columnheader"\#(kind)>\#(title)</th>"#
    }
    let rows = report.shownIndicators.map(row)
    return #"""
      <table class="kpi" role="table" aria-label="\#(words.indicatorLabel)">\#
      <thead><tr role="row">\#(head)</tr></thead>
      <tbody>\#(Markup.joined(rows, separator: "\n"))</tbody></table>
      """#
  }

  private func row(_ indicator: Indicator) -> Markup {
    let value = indicator.value.map { words.value($0, of: indicator.name) } ?? Words.unknown
    let note = words.note(indicator)
    return #"""
      <tr role="row"><th scope="row" role="rowheader" class="name">\#(words.name(indicator.name))\#
      <small>\#(note)</small></th>\#
      <td role="cell" class="val num"><span class="big">\#(value)</span></td>\#
      <td role="cell" class="spk">\#(sparkline(indicator))</td>\#
      <td role="cell" class="ver">\#(verdict(indicator))</td>\#
      \#(change(indicator, indicator.lastYear, words.onLastYear, isFirst: true))\#
      \#(change(indicator, indicator.lastWeek, words.onLastWeek))\#
      \#(change(indicator, indicator.fourWeeksAgo, words.onFourWeeks))</tr>
      """#
  }

  private func sparkline(_ indicator: Indicator) -> Markup {
    var usual: Interval?
    if let expected = indicator.expected, expected.value > 0, let range = expected.interval {
      usual = Interval(lower: range.lower / expected.value, upper: range.upper / expected.value)
    }
    return Sparkline(values: indicator.history, usual: usual).markup
  }

  private func verdict(_ indicator: Indicator) -> Markup {
    let range = indicator.expected?.interval.map { words.range($0, of: indicator.name) }
    let tail: Markup = range.map { #" <span class="mut nb">(\#($0))</span>"# } ?? ""
    switch indicator.verdict {
    case .inside: return #"<span class="ok">\#(words.verdict(.inside))</span>\#(tail)"#
    case .above: return #"<span class="up">▲ \#(words.verdict(.above))</span>\#(tail)"#
    case .below: return #"<span class="dn">▼ \#(words.verdict(.below))</span>\#(tail)"#
    case .incomplete: return #"<span class="dn">! \#(words.verdict(.incomplete))</span>\#(tail)"#
    case .undated: return #"<span class="mut">\#(words.verdict(.undated))</span>"#
    case .tooLittle: return #"<span class="mut">\#(words.verdict(.tooLittle))</span>"#
    }
  }

  private func change(
    _ indicator: Indicator, _ past: Double?, _ label: String, isFirst: Bool = false
  ) -> Markup {
    var text = Words.unknown
    if let value = indicator.value, let past, past != 0 {
      text = words.percent(value / past - 1, signed: true)
    }
    let content: Markup = isFirst ? "<b>\(text)</b>" : "\(text)"
    let kind = isFirst ? "cmp num" : "cmp num mut"
    return #"<td role="cell" class="\#(kind)" data-l="\#(label)">\#(content)</td>"#
  }
}
