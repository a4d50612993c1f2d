import TributaryModel

extension FormatRegistry {
  /// Event collectors.
  static let events: [NamedFormat] = [
    log(
      "ga4-json", "Google Analytics 4: events exported from BigQuery, one JSON object a line.",
      example: ga4Line),
    log(
      "segment-json", "Segment or RudderStack: messages, one JSON object a line.",
      example: segmentLine),
    log(
      "snowplow-tsv", "Snowplow: enriched events, 131 columns without a header.",
      example: snowplowLine),
    log(
      "metrica-hits", "Yandex Metrica: `hits` of the Logs API.",
      example: metricaHitLines),
    log(
      "metrica-visits", "Yandex Metrica: `visits` of the Logs API, a page and the orders of each.",
      example: metricaVisitLines),
  ]

  private static let ga4Line =
    #"{"event_date":"20260503","event_timestamp":"1777792500123456","event_name":"page_view","#
    + #""event_params":[{"key":"ga_session_id","value":{"int_value":"1777792500"}},"#
    + #"{"key":"page_location","value":{"string_value":"https://msk.shop.example/cart"}},"#
    + #"{"key":"page_referrer","value":{"string_value":"https://yandex.ru/"}}],"#
    + #""user_pseudo_id":"1546.1777792","device":{"category":"mobile"},"#
    + #""collected_traffic_source":{"manual_source":"yandex","manual_medium":"cpc"}}"#

  private static let segmentLine =
    #"{"type":"page","messageId":"ajs-1","anonymousId":"507f191e","userId":null,"#
    + #""timestamp":"2026-05-03T07:15:00.123Z","name":"Cart","context":{"ip":"203.0.113.7","#
    + #""userAgent":"Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0","page":{"#
    + #""url":"https://msk.shop.example/cart?utm_source=yandex&utm_medium=cpc","#
    + #""referrer":"https://yandex.ru/"}}}"#

  /// Values at their places, counted from 1.
  private static let snowplowLine = (1...131).map { place in
    switch place {
    case 1: "shop"
    case 2: "web"
    case 3, 4, 5, 125: "2026-05-03 07:15:00.123"
    case 6, 127: "page_view"
    case 7: "c6ef3124-b53a-4b13-a233-0088f79dcbcb"
    case 14: "203.0.113.7"
    case 16: "bc2e92ec6c204a14"
    case 30: "https://msk.shop.example/cart?utm_source=yandex&utm_medium=cpc"
    case 32: "https://yandex.ru/"
    case 48: "cpc"
    case 49: "yandex"
    case 78: "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"
    default: ""
    }
  }.joined(separator: "\t")

  private static let metricaHitLines =
    "ym:pv:watchID\tym:pv:clientID\tym:pv:dateTimeUTC\tym:pv:isPageView\tym:pv:URL\t"
    + "ym:pv:referer\tym:pv:deviceCategory\tym:pv:goalsID\n"
    + "1311\t1777792500123\t2026-05-03 10:15:00\t1\t"
    + "https://msk.shop.example/cart?utm_source=yandex\thttps://yandex.ru/\t2\t[]"

  private static let metricaVisitLines =
    "ym:s:visitID\tym:s:clientID\tym:s:dateTimeUTC\tym:s:startURL\tym:s:referer\t"
    + "ym:s:deviceCategory\tym:s:purchaseID\n"
    + "91\t1777792500123\t2026-05-03 10:15:00\t"
    + "https://msk.shop.example/cart?utm_source=yandex\thttps://yandex.ru/\t1\t[\\'A-1\\']"
}
