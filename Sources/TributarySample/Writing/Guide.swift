import TributaryModel

/// The sample's README: every file, every planted fact, every bad row.
struct Guide {
  let settings: SampleSettings
  let tables: [SampleTable]
  let badRows: [BadRow]

  var text: String {
    [opening, logs, tables.map(section).joined(separator: "\n"), planted, bad].joined(
      separator: "\n")
  }

  private var opening: String {
    """
    # Sample shop "Maskarad"

    An invented shop of carnival costumes: one store in Moscow and an online shop in eight city
    domains. \(settings.days) days of trade, \(settings.trade.first) to \(settings.asOf), with
    access logs of the last \(settings.logged.count) days. Every person, company, number and host
    is made up: hosts end with `.example`, addresses come from ranges without public hosts.

    All files here are written by one command, and the same seed gives the same files again
    (compressed files also need the same gzip):

        tributary sample sample-data --days \(settings.days) \
    --visits-per-day \(settings.visitsPerDay) --seed \(settings.seed) --as-of \(settings.asOf)

    Without flags the command makes the sample of \(SampleSettings.standard.days) days up to
    \(SampleSettings.standard.asOf).

    Time zone Europe/Moscow, currency RUB. Text is UTF-8, lines end with LF, cells are separated by
    commas; times are ISO 8601 with offset, days `YYYY-MM-DD`, money is roubles with two decimals.
    An empty cell means unknown. `truth.json` holds what is planted, with the exact numbers;
    `truth_people.csv.gz` and `truth_calls.csv.gz` tell who is who and where callers came from.

    """
  }

  private var logs: String {
    """
    ## logs/access-YYYY-MM-DD.log.gz

    One file a day. A line is the virtual host, then the `combined` format of nginx and Apache:

        host:443 address - - [10/Oct/2026:13:55:36 +0300] "GET /path?query HTTP/1.1" 200 5123 \
    "referrer" "agent"

    More than half of the lines are styles, scripts, fonts and pictures. Funnel pages: `/`,
    `/catalog/<category>`, `/product/<article>`, `/cart`, `/checkout`,
    `/checkout/thanks?order_id=W12345`; one-click orders skip cart and checkout. `/contacts` and
    `/delivery` tell how to reach the shop. Among the people
    move YandexBot, Googlebot, GPTBot, curl and a scanner. Some clicks carry a macro that the
    platform did not replace (`utm_campaign={campaign_id}`, also percent-encoded). A few lines are
    the noise of port scanners: well-formed lines with a garbage request and status 400.

    """
  }

  private func section(_ table: SampleTable) -> String {
    let columns = table.header.map { name in
      let summary =
        table.shape.columns.first { $0.name == name }?.summary
        ?? "What the customer paid for delivery; an extra column that readers may ignore."
      return "| `\(name)` | \(summary) |"
    }
    return """
      ## \(table.file)

      \(table.rows.count) rows.

      | column | meaning |
      | --- | --- |
      \(columns.joined(separator: "\n"))

      """
  }

  private var bad: String {
    let rows = badRows.map { "| `\($0.file)` | \($0.line) | \($0.reason.rawValue) | \($0.why) |" }
    return """
      ## Bad rows

      Wrong on purpose, to be refused by a reader. Lines count from 1 in the decompressed file, the
      header included. Tables of fewer than 30 rows have none: one would be above 5%.

      | file | line | reason | what is wrong |
      | --- | --- | --- | --- |
      \(rows.joined(separator: "\n"))

      """
  }
}
