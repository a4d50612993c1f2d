import TributaryAnalysis
import TributaryModel

extension OwnTagUse {
  /// What all of them come to in one sentence for a terminal; nil for none.
  public static func text(_ uses: [OwnTagUse], _ language: RunReport.Language) -> String? {
    uses.isEmpty
      ? nil
      : Words(language, currency: .usd).ownTagsClaim(uses).replacing(Words.noBreak, with: " ")
  }
}

/// Tags on links between the shop's own pages.
struct OwnTagSection {
  let uses: [OwnTagUse]
  let asOf: Day
  let words: Words

  /// Nil where no link carries one.
  var section: Section? {
    guard !uses.isEmpty else { return nil }
    return Section(
      topic: words.ownTagsTopic, claim: words.ownTagsClaim(uses), blocks: [.table(table)],
      notes: [Section.Note(words.howToRead, words.ownTagsNote)])
  }

  private var table: Table {
    Table(
      OwnTagUse.results, uses, asOf: asOf, file: "own-tags", label: words.ownTagsTopic,
      columns: [
        .column("source", words.ownTagSourceHead), .column("medium", words.ownTagMediumHead),
        .column("campaign", words.ownTagCampaignHead), .column("page_views", words.ownTagViewsHead),
      ], words: words)
  }
}

/// The words of tags on own pages; the sentence is shared with the terminal.
extension Words {
  var ownTagsTopic: String { say("Tags on own links", "Метки на своих ссылках") }
  var ownTagSourceHead: String { "utm_source" }
  var ownTagMediumHead: String { "utm_medium" }
  var ownTagCampaignHead: String { "utm_campaign" }
  var ownTagViewsHead: String { say("Page views", "Просмотры") }

  func ownTagsClaim(_ uses: [OwnTagUse]) -> String {
    let views = uses.reduce(0) { $0 + $1.pageViews }
    let first = VisibleText.cut(uses.first?.tag.source ?? "", to: 40)
    return say(
      "\(counted(views, .pageView)) of 28 days came by links on the shop’s own pages that carry a tag, mostly utm_source=\(first); they begin no visit and take no credit. Take the tags off.",
      "\(counted(views, .pageView)) за 28 дней по ссылкам с меткой на страницах самого магазина, чаще всего utm_source=\(first); визитов они не начинают и заслуг не получают. Уберите метки."
    )
  }

  var ownTagsNote: Markup {
    rich(
      "A tag on a link between the shop’s own pages would end the visit and take its orders from the advertisement that brought it. Within a visit it is passed over.",
      "Метка на ссылке между страницами магазина прервала бы визит и отняла бы его заказы у рекламы, которая его привела. Внутри визита она не учитывается."
    )
  }
}
