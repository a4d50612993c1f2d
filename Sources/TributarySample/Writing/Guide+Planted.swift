extension Guide {
  /// The planted facts in words.
  var planted: String {
    let stockOut = StockOut(asOf: settings.asOf).days
    let launch = City.withDomain.first { $0.launchedBefore != nil }
    let launched = launch?.launchDay(asOf: settings.asOf)?.description ?? ""
    return """
      ## What is planted

      **Demand.** An ordinary day is 100. Halloween climbs from the end of September to 1000 on
      30 and 31 October; New Year from the end of November to 1400 on 26 to 29 December. Small
      hills on 21 February (118), 7 March (134) and 26 May (142), a hollow in July (90), a spring
      sale on 17 to 19 April (times 1.5). Growth is 12% a year. Mondays to Sundays:
      \(DemandCurve.weekdays.map(Truth.thousandths).joined(separator: ", ")).

      **Stock-out.** From \(stockOut.first) to \(stockOut.last) the category \
      \(Product.Category.leading.name) is gone.
      Of those who want it 15% take something else, the rest are lost; visits stay.

      **Cities.** Eight domains, from Moscow (13.1 million) to Rzhev (60 thousand), with different
      wish to buy per head. \(launch?.host ?? "") opened on \(launched); until then its people
      bought through \(City.mainHost). The launch multiplies that city's online orders by 1.6.
      Customers of cities without a domain buy through Moscow's.

      **Campaigns.** Fourteen, in `spend.csv.gz` for the last 13 months. A path's order is caused
      by the campaign of its first visit. Brand: people who look for the shop's name; only a tenth
      of the orders it opens would not come without it, and it closes many that others opened.
      Generic: brings buyers. Assist: opens paths of two or more visits, never the last touch.
      Useless: spend and clicks, almost no orders. `truth.json` has the path of every website order
      of the logged days; its first visits may lie before the first log. The links of `spb_poisk`
      carry the platform's number instead of the name. Platforms count about 7% more clicks than
      the log has visits.

      **Queries.** Clicks and costs of a day add up to those of the campaign's spend. Queries with
      the words \(SearchQueryPlan.barrenWords.joined(separator: ", ")) never convert.

      **Orders.** Numbers start with W on the website, P by telephone, S in the store, L by letter.
      Each W order of the logged days has a session in the log that ends with its thank-you page at
      the very second of `placed_at`. The operator wrote the order's number into 65% of the calls
      that bring an order; the others join by the caller's number, which people write in many ways.
      Some people buy both online and in the store under one number. Total = lines - discount +
      delivery charge, to the kopeck.

      **Calls.** \(JSONText.percent(CallVisits.share)) of those who ring a number that the site shows looked at their
      city's site first: half of them ring within \(Int(CallVisits.middleLag) / 60) minutes of their first page, one in a
      hundred after an hour or more. Others come from nowhere that a log shows. Some look at
      `/contacts` or `/delivery` before they ring, and some have bought on the website with the same
      browser and phone. `truth_calls.csv.gz` has the session behind each such call of the logged
      days (host and start; empty for none), `truth_people.csv.gz` the customer behind each order
      (but those of letters) and each call.

      **Office.** Up to \(OfficePhone.most) customers of the website give one phone, +7\(OfficePhone.number): they are
      not one person.

      **Statuses.** new, confirmed, (awaiting_stock), assembling, shipped, then delivered,
      cancelled or unclaimed. 24% wait for stock and 38% of those are cancelled; no other status
      loses more than 2%. 14% of parcels sent with cash on delivery are never claimed.

      **Letters.** Companies write; replies take hours, but days while a peak fills the queue, and
      6% get none. A reply within a day leads to an invoice in 66%, a later one in 28%. One invoice
      in three is paid; only a paid one becomes an order (method `letter`). 15% of invoices are not
      noted in the letter and join by e-mail.

      **Numbers.** One static number a city, a toll-free one, and one that stands only in a map
      listing. In the peaks more than a third of the calls that bring no order are missed.

      """
  }
}
