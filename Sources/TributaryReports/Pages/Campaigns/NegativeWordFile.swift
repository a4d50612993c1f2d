import TributaryAnalysis
import TributaryModel

/// Negative words as the tool of a platform imports them; nothing but them stands in the file.
///
/// - Direct Commander: UTF-8, tabs between fields, the columns' Russian names in the first line; a row a
///   campaign, its phrases with a minus before each. A small word is held by `+`, without which the
///   platform leaves it out; a query that is blocked by itself stands in quotes. Source:
///   yandex.com/support/direct-commander-new/en/advanced/file-format; a phrase has seven words at most.
/// - Google Ads Editor: UTF-8, commas, English names; a row a campaign and phrase. Forms of a word are
///   keywords of their own, because negative ones match no others. Source:
///   support.google.com/google-ads/editor/answer/57747; a keyword has ten words and 80 characters at most.
///
/// A campaign whose name a spreadsheet would run, or that holds hidden characters, is left out.
enum NegativeWordFile {
  static func files(_ context: PageContext) -> [ReportFile] { all(context).map(\.file) }

  /// One for each platform that has words to block.
  static func all(_ context: PageContext) -> [ImportFile] {
    // The page names the files only where it shows the queries.
    guard let report = context.report.queries, !context.report.campaigns.ratings.isEmpty else {
      return []
    }
    let rows = report.rows.filter { $0.advice?.isNegative == true }
    return [yandex(rows), google(rows)].compactMap(\.self)
  }

  static func yandex(_ rows: [QueryAdvice]) -> ImportFile? {
    let campaigns = campaigns(of: rows, on: "yandex")
    let lines = campaigns.compactMap { campaign -> [String]? in
      let phrases = rows.filter { $0.campaigns.contains(campaign) }.compactMap(directPhrase)
      guard !phrases.isEmpty else { return nil }
      return [campaign.name, campaign.number, phrases.joined(separator: " ")]
    }
    guard !lines.isEmpty else { return nil }
    let head = ["Название кампании", "№ заказа", "Минус-фразы на кампанию"]
    return ImportFile(name: "negative-words-yandex.csv", [head] + lines, separator: "\t")
  }

  static func google(_ rows: [QueryAdvice]) -> ImportFile? {
    let campaigns = campaigns(of: rows, on: "google")
    let lines = campaigns.flatMap { campaign in
      rows.filter { $0.campaigns.contains(campaign) }.flatMap { row in
        row.forms.filter {
          $0.count <= 80 && $0.split(separator: " ").count <= 10
        }.map { form in
          [
            campaign.name, form,
            row.advice == .negativeExact ? "Campaign Negative Exact" : "Campaign Negative Phrase",
          ]
        }
      }
    }
    guard !lines.isEmpty else { return nil }
    return ImportFile(
      name: "negative-words-google.csv", [["Campaign", "Keyword", "Criterion Type"]] + lines,
      separator: ",")
  }

  private static func campaigns(
    of rows: [QueryAdvice], on platform: String
  ) -> [QueryCampaign] {
    Set(rows.flatMap(\.campaigns)).filter {
      $0.platform == platform && !$0.name.isEmpty && ImportFile.holds($0.name)
        && ImportFile.holds($0.number)
    }.sorted()
  }

  private static func directPhrase(_ row: QueryAdvice) -> String? {
    guard let words = row.forms.first?.split(separator: " "), words.count <= 7 else { return nil }
    let held = words.map { QueryAdvice.isSmall(String($0)) ? "+\($0)" : String($0) }
    let phrase = held.joined(separator: " ")
    return row.advice == .negativeExact ? "-\"\(phrase)\"" : "-" + phrase
  }
}
