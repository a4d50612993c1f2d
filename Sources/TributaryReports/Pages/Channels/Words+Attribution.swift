import TributaryAnalysis
import TributaryModel

/// The words of what the models say of calls, invoices and keywords.
extension Words {
  /// A range of counts that does not part at the end of a line.
  func chance(_ interval: Interval) -> String {
    span(interval.lower, interval.upper).replacing(" ", with: Words.noBreak)
  }

  var keywordHead: String { say("Keyword", "Ключевая фраза") }

  func attributionTopic(_ kind: Conversion.Kind, _ grain: AttributionGrain) -> String {
    switch (kind, grain) {
    case (.call, _): say("Qualified calls by channel", "Целевые звонки по каналам")
    case (.invoice, _): say("Paid invoices by channel", "Оплаченные счета по каналам")
    case (.order, .keyword): say("Orders by keyword", "Заказы по ключевым фразам")
    case (.order, _): channelsTopic
    }
  }

  /// What the largest dimension holds, and how sure the models make it.
  func attributionClaim(_ part: AttributionReport.Part) -> String {
    part.grain == .keyword ? keywordClaim(part) : channelClaim(part)
  }

  private func channelClaim(_ part: AttributionReport.Part) -> String {
    let total = Int(part.total.conversions.value.rounded())
    guard let first = part.leader else {
      let unknown = Int(part.unattributed.conversions.value.rounded())
      return part.kind == .call
        ? say(
          "Where callers came from is mostly unknown: \(self.part(unknown, of: total)).",
          "Откуда пришли звонившие, чаще неизвестно: \(self.part(unknown, of: total)).")
        : say(
          "Where paid invoices came from is mostly unknown: \(self.part(unknown, of: total)).",
          "Откуда пришли оплаченные счета, чаще неизвестно: \(self.part(unknown, of: total)).")
    }
    let values = first.credits.values.map(\.conversions.value)
    let channel = name(Channel(rawValue: first.dimension) ?? .unassigned)
    let span = span(values.min() ?? 0, values.max() ?? 0)
    return part.kind == .call
      ? say(
        "Of visits before calls most came by \(channel): \(span) of \(number(total)) calls.",
        "Перед звонками чаще всего визит из канала «\(channel)»: \(span) из \(number(total)).")
      : say(
        "Most paid invoices came by \(channel): \(span) of \(number(total)).",
        "Больше всего оплаченных счетов из канала «\(channel)»: \(span) из \(number(total)).")
  }

  private func keywordClaim(_ part: AttributionReport.Part) -> String {
    let keywords = part.keywords
    let orders = keywords.reduce(0) { $0 + ($1.credits[.linear]?.conversions.value ?? 0) }
    let share = percent(orders / max(1, part.total.conversions.value), decimals: 0)
    return say(
      "Keywords of advertisements bring \(share) of orders: \(number(orders)), by \(number(keywords.count)) of them.",
      "Ключевые фразы рекламы приносят \(share) заказов: \(number(orders)), фраз: \(number(keywords.count))."
    )
  }

  var keywordsRead: Markup {
    rich(
      "A keyword is what <code>utm_term</code> or the advertisement’s click tells; the ways of orders without one stay with their channels. One order a keyword says nothing of the next.",
      "Ключевая фраза – то, что сказано в <code>utm_term</code> или в метке клика; пути без неё остаются за каналами. По одному заказу о фразе не судят."
    )
  }
}
