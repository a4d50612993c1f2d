import TributaryAnalysis
import TributaryModel

/// The words of search queries.
extension Words {
  var queriesTopic: String { say("Search queries and words", "Поисковые запросы и слова") }

  func queriesClaim(_ report: QueryReport) -> String {
    guard report.clicks.contains(where: { $0.key != nil && $0.value > 0 }) else {
      return say(
        "No file tells what search queries brought, so none can be judged.",
        "Ни один файл не говорит, что принесли поисковые запросы, поэтому судить о них нельзя.")
    }
    guard report.target != nil else {
      return say(
        "No sale tells what a conversion may cost, so no query can be called too dear.",
        "Ни одна продажа не говорит, сколько может стоить конверсия, поэтому слишком дорогих "
          + "запросов не назвать.")
    }
    let phrases = report.rows(.negativePhrase).count
    let exact = report.rows(.negativeExact).count
    guard phrases + exact > 0 else { return nothingBlockedClaim(report) }
    let clicks = Int(report.blocked.clicks.rounded())
    let days = counted(report.window.count, .day)
    let money = fullMoney(report.blocked.cost)
    let what = list(
      [
        phrases > 0 ? spelled(phrases, .word) : nil,
        exact > 0 ? spelled(exact, phrases > 0 ? .moreQuery : .query) : nil,
      ].compactMap(\.self))
    return say(
      "\(capitalised(what)) took \(counted(clicks, .click)) and \(money) in \(days) and brought nothing.",
      "На \(what) за \(days) ушло \(counted(clicks, .click)) и \(money), "
        + "и они не принесли ничего.")
  }

  private func nothingBlockedClaim(_ report: QueryReport) -> String {
    let own = report.rows(.ownAd).count
    guard own > 0 else {
      return say(
        "No word is sure to waste its clicks.", "Ни одно слово не тратит клики наверняка впустую.")
    }
    return say(
      "No word is sure to waste its clicks, and \(counted(own, .query)) "
        + "\(own == 1 ? "is" : "are") worth an advertisement of \(own == 1 ? "its" : "their") own.",
      "Ни одно слово не тратит клики наверняка впустую; своего объявления "
        + "\(own == 1 ? "достоин" : "достойны") \(counted(own, .query)).")
  }

  func queriesCaption(_ report: QueryReport) -> String {
    let days = counted(report.window.count, .day)
    return say(
      "Words to block, queries to advertise on, then all others by cost; \(days)",
      "Слова для исключения, запросы для своих объявлений, затем остальные по расходу; \(days)")
  }

  /// What a replay of the history shows; nil where nothing is to be blocked.
  func replayRemark(_ report: QueryReport) -> Markup? {
    guard report.replay.queries > 0, report.replay.lost == 0 else { return nil }
    let since = report.replayedFrom.map { day($0, year: true) } ?? Words.unknown
    let queries = counted(report.replay.queries, .query)
    let clicks = counted(Int(report.replay.clicks.rounded()), .click)
    return rich(
      """
      Replayed over every query since \(since), in any form and order of the words: they would have \
      blocked \(queries) with \(clicks), and not one that converted or had a part in a sale.
      """,
      """
      Проверено на всех запросах с \(since), в любой форме и любом порядке слов: исключено было бы \
      \(queries), \(clicks), и среди них ни одного, который привёл к конверсии или участвовал в продаже.
      """)
  }

  /// Where the files for import are; nil without any.
  func importRemark(_ names: [String]) -> Markup? {
    guard !names.isEmpty else { return nil }
    let links = Markup.joined(
      names.map { #"<a href="\#($0)">\#($0)</a>"# }, separator: ", ")
    return rich(
      """
      For import: \(links) (Direct Commander, Google Ads Editor). The import may replace the list of \
      negative words that a campaign has: add them to it.
      """,
      """
      Для импорта: \(links) (Директ Коммандер, Google Ads Editor). Импорт может заменить минус-слова, \
      которые уже есть у кампании: добавьте их к новым.
      """)
  }

  var queriesHowSure: Markup {
    let certainty = percent(QueryAdvice.certainty, decimals: 0)
    let clicks = number(QueryAdvice.fewestClicks)
    return rich(
      """
      A rare query borrows from others that share its words, and from its campaign. A word is blocked \
      after \(clicks) clicks, where with \(certainty) certainty a conversion costs over twice the target; \
      never the shop's own names and cities. A query gets an advertisement of its own where the lower end \
      of its rate is above its campaign's.
      """,
      """
      Редкий запрос берёт опыт запросов с теми же словами и своей кампании. Слово исключается после \
      \(clicks) кликов, если с уверенностью \(certainty) конверсия стоит дороже двух целевых цен; \
      названия магазина и его города не исключаются никогда. Своё объявление получает запрос, у которого \
      нижняя граница конверсии выше, чем у его кампании.
      """)
  }

  func queriesAssumed(_ report: QueryReport, knowsCosts: Bool) -> Markup {
    let all = max(1, report.clicks.values.reduce(0, +))
    func share(_ source: ConversionSource?) -> String {
      percent((report.clicks[source] ?? 0) / all, decimals: 0)
    }
    let target = targetWords(report, knowsCosts: knowsCosts)
    return rich(
      """
      \(target) Conversions as the platform's files tell them for \(share(.platform)) of the clicks, by \
      the shop's own sales for \(share(.shop)); \(share(nil)) are not judged.
      """,
      """
      \(target) Конверсии по файлам площадки для \(share(.platform)) кликов, по продажам самого \
      магазина для \(share(.shop)); не оценивается \(share(nil)).
      """)
  }

  private func targetWords(_ report: QueryReport, knowsCosts: Bool) -> String {
    guard let target = report.target.map({ fullMoney($0) }) else {
      return say(
        "What a conversion may cost is not known: state ratings.target_cost.",
        "Сколько может стоить конверсия, неизвестно: задайте ratings.target_cost.")
    }
    switch (report.isTargetStated, knowsCosts) {
    case (true, _):
      return say(
        "A conversion may cost \(target): ratings.target_cost.",
        "Конверсия может стоить \(target): ratings.target_cost.")
    case (false, true):
      return say(
        "A conversion may cost \(target), the margin of a sale by campaigns, until "
          + "ratings.target_cost states another.",
        "Конверсия может стоить \(target), маржу продажи с рекламы, пока ratings.target_cost не "
          + "задаёт иное.")
    case (false, false):
      return say(
        "A conversion may cost \(target), the revenue of a sale by campaigns, for no file tells what "
          + "goods cost.",
        "Конверсия может стоить \(target), выручку продажи с рекламы: ни один файл не говорит, во что "
          + "обходится товар.")
    }
  }

  // MARK: The table

  var wordHead: String { say("Word or query", "Слово или запрос") }
  var tooDearHead: String { say("Too dear", "Слишком дорого") }
  var replayedHead: String { say("Replayed", "Проверка") }

  func name(_ row: QueryAdvice) -> String {
    switch row.advice {
    case .negativePhrase: say("Block the words", "Исключить слова")
    case .negativeExact: say("Block the query", "Исключить запрос")
    case .ownAd: say("Own advertisement", "Своё объявление")
    case .watch: say("Watch", "Наблюдать")
    case nil: row.blockedBy == nil ? Words.unknown : say("Blocked by a word", "Исключит слово")
    }
  }

  /// In small beneath a word or query: where it was seen, and why it is not blocked.
  func note(of row: QueryAdvice) -> String {
    let campaign =
      row.subject == .query
      ? VisibleText.cut(row.campaigns.first?.name ?? "", to: 40)
      : counted(row.campaigns.count, .campaign)
    let reason: String? =
      switch row.heldBy {
      case .sale:
        say("held: a query with it brought a sale", "оставлено: запрос с ним привёл к продаже")
      case .brand: say("held: the shop's own name", "оставлено: название магазина")
      case .city: say("held: the shop's city", "оставлено: город магазина")
      case nil: row.blockedBy.map { say("by ", "слово ") + VisibleText.cut($0, to: 40) }
      }
    return [campaign, reason].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// A probability, never 0 or 100%.
  func tooDear(_ chance: Double?) -> String {
    guard let chance else { return Words.unknown }
    if chance < 0.01 { return say("under 1%", "меньше 1\(Words.noBreak)%") }
    if chance > 0.99 { return say("over 99%", "больше 99\(Words.noBreak)%") }
    return percent(chance, decimals: 0)
  }

  /// What a negative word would have blocked in all days.
  func replayed(_ row: QueryAdvice) -> String {
    guard let replay = row.replay else { return "" }
    return say(
      "\(counted(replay.queries, .query)), lost: \(number(replay.lost))",
      "\(counted(replay.queries, .query)), потеряно: \(number(replay.lost))")
  }

  /// `four words`; digits from eleven on.
  private func spelled(_ count: Int, _ noun: Noun) -> String {
    let english = [
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ]
    let isNeuter = noun.russian.one == Noun.word.russian.one
    let russian = [
      isNeuter ? "одно" : "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь",
      "девять",
      "десять",
    ]
    guard (1...10).contains(count) else { return counted(count, noun) }
    return say(english[count - 1], russian[count - 1]) + Words.noBreak + form(count, noun)
  }
}

extension Noun {
  fileprivate static let word = Noun("word", "words", ("слово", "слова", "слов"))
  fileprivate static let query = Noun("query", "queries", ("запрос", "запроса", "запросов"))
  /// After words.
  fileprivate static let moreQuery = Noun(
    "single query", "single queries",
    ("отдельный запрос", "отдельных запроса", "отдельных запросов"))
}
