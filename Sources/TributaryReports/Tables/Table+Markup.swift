import TributaryModel

extension Table {
  /// The table, what it leaves out, and where it comes from.
  func markup(_ words: Words) -> Markup {
    #"""
    \#(captionLine)<div>\#(scroller(words))</div>
    \#(shortened(words))\#(sourceLine(words))

    """#
  }

  private var captionLine: Markup {
    caption.isEmpty ? .empty : #"<p class="cap">\#(caption)</p>"#
  }

  private func scroller(_ words: Words) -> Markup {
    let kind = isWide ? "scroll wide" : "scroll fit"
    let filterWords: Markup = filter.map { #" data-filter="\#($0)""# } ?? ""
    let body = rows.prefix(Table.shownRows).map { row($0, words) }
    let foot: Markup = total.map { #"<tfoot>\#(row($0, words))</tfoot>"# } ?? ""
    return #"""
      <div class="\#(kind)" tabindex="0" role="region" aria-label="\#(label)">\#
      <table class="mid" data-sort="1"\#(filterWords) aria-label="\#(label)">\#
      <thead><tr>\#(heads)</tr></thead>
      <tbody>\#(Markup.joined(body, separator: "\n"))</tbody>\#(foot)</table></div>
      """#
  }

  private var heads: [Markup] {
    shown.map { index, column in
      let kind = classes(index, column)
      let fixed: Markup = column.kind == .graphic ? #" data-no="1""# : ""
      return #"<th scope="col"\#(kind)\#(fixed)>\#(column.title)</th>"#
    }
  }

  private func row(_ cells: [Cell], _ words: Words) -> Markup {
    let parts = shown.map { index, column -> Markup in
      let cell = index < cells.count ? cells[index] : .blank
      let content = cell.markup(column.kind, words)
      let kind = classes(index, column)
      if index == 0 { return #"<th scope="row"\#(kind)>\#(content)</th>"# }
      return #"<td\#(kind)\#(sortKey(cell, column))>\#(content)</td>"#
    }
    return "<tr>\(parts)</tr>"
  }

  private var shown: [(Int, Column)] {
    columns.enumerated().map { ($0.offset, $0.element) }
  }

  private func classes(_ index: Int, _ column: Column) -> Markup {
    switch (index, column.isNumeric) {
    case (0, _): isWide ? #" class="stick""# : ""
    case (_, true): #" class="num""#
    default: ""
    }
  }

  private func sortKey(_ cell: Cell, _ column: Column) -> Markup {
    guard column.isNumeric || cell.sortValue != nil else { return .empty }
    let value = cell.sortValue.map { CSVTable.plain($0) } ?? ""
    return #" data-s="\#(value)""#
  }

  private func shortened(_ words: Words) -> Markup {
    guard rows.count > Table.shownRows else { return .empty }
    let text = words.shortened(shown: Table.shownRows, of: rows.count, file: file + ".csv")
    return #"<p class="more">\#(text)</p>"#
  }

  /// The CSV's name, how many rows it has, and the query.
  func sourceLine(_ words: Words) -> Markup {
    #"""
    <p class="src"><a href="\#(file).csv">\#(file).csv</a> · \#(words.counted(rows.count, .row))</p>\#
    <details class="src noprint"><summary>\#(words.whereFrom)</summary>\#
    <pre>\#(Markup.preformatted(stored.sql))</pre></details>
    """#
  }
}

extension Cell {
  /// The cell as its column writes it.
  func markup(_ kind: Column.Kind, _ words: Words) -> Markup {
    switch self {
    case .text(let text): "\(text)"
    case .user(let text, let note):
      note.isEmpty ? "\(user: text)" : "\(user: text)<small>\(note)</small>"
    case .value(let value): "\(value.map { words.value($0, kind) } ?? Words.unknown)"
    case .estimate(let estimate): estimate.map { words.markup($0, kind) } ?? "–"
    case .day(let day): "\(day.map { words.day($0, year: true) } ?? Words.unknown)"
    case .markup(let markup, _): markup
    case .blank: .empty
    }
  }

  var sortValue: Double? {
    switch self {
    case .value(let value): value
    case .estimate(let estimate): estimate?.value
    case .day(let day): day.map { Double($0.number) }
    case .markup(_, let sort): sort
    case .text, .user, .blank: nil
    }
  }
}

extension Words {
  /// A value as a column of that kind writes it.
  func value(_ value: Double, _ kind: Column.Kind) -> String {
    switch kind {
    case .text, .graphic, .count, .estimate(.count): number(value)
    case .number(let decimals): number(value, decimals: decimals)
    case .money, .estimate(.money): money(value)
    case .share, .estimate(.share): percent(value)
    case .change: percent(value, signed: true)
    case .estimate(.ratio): number(value, decimals: 2)
    }
  }

  /// The value in bold with its range in grey.
  func markup(_ estimate: Estimate, _ kind: Column.Kind) -> Markup {
    let text =
      switch kind {
      case .estimate(.share), .share: shareEstimate(estimate)
      case .estimate(.money), .money: moneyEstimate(estimate)
      case .estimate(.count), .count: self.estimate(estimate, whole: true)
      default: self.estimate(estimate)
      }
    guard let cut = text.firstIndex(of: "(") else { return "<b>\(text)</b>" }
    return "<b>\(String(text[..<cut]))</b><span class=\"mut nb\">\(String(text[cut...]))</span>"
  }
}
