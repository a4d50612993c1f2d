extension LineLayout {
  /// The record layouts of event collectors.
  static let collectors: [String: LineLayout] = [
    "ga4-json": ga4, "segment-json": segment, "snowplow-tsv": snowplow,
    "metrica-hits": metricaHits, "metrica-visits": metricaVisits,
  ]

  private static func parameter(_ key: String, _ type: String = "string") -> String {
    "event_params[key=\(key)].value.\(type)_value"
  }

  /// Source: Google, "[GA4] BigQuery Export schema". `collected_traffic_source` is the event's own;
  /// `traffic_source` is the user's first and `session_traffic_source_last_click` a model's choice.
  /// Events have no id: one of the same microsecond, user, name, page, order, bundle and place in
  /// its batch is the same.
  private static let ga4 = LineLayout(
    .json(),
    [
      Source(.timeAny, ["event_timestamp"]),
      Source(.event, ["event_name"]),
      Source(.action, ["event_name"]),
      Source(.url, [parameter("page_location")]),
      Source(.path, [parameter("firebase_screen"), parameter("firebase_screen_class")]),
      Source(.referrer, [parameter("page_referrer")]),
      Source(
        .ignoresReferrer, [parameter("ignore_referrer"), parameter("ignore_referrer", "int")]),
      Source(.serverName, ["device.web_info.hostname"]),
      Source(.device, ["device.category"]),
      Source(.visitor, ["user_pseudo_id", "user_id"]),
      Source(.user, ["user_id"]),
      Source(.eventID, ["event_bundle_sequence_id"]),
      Source(.eventPart, ["batch_event_index"]),
      Source(.orderID, ["ecommerce.transaction_id", parameter("transaction_id")]),
      Source(.tag(.source), ["collected_traffic_source.manual_source"]),
      Source(.tag(.medium), ["collected_traffic_source.manual_medium"]),
      Source(.tag(.campaign), ["collected_traffic_source.manual_campaign_name"]),
      Source(.tag(.campaignID), ["collected_traffic_source.manual_campaign_id"]),
      Source(.tag(.content), ["collected_traffic_source.manual_content"]),
      Source(.tag(.term), ["collected_traffic_source.manual_term"]),
      Source(.tag(.click), ["collected_traffic_source.gclid"]),
    ], writer: .collector, kinds: [("page_view", .page), ("screen_view", .page)],
    confirmations: ["purchase"],
    identity: [.time, .cookie, .event, .url, .path, .orderID, .eventID, .eventPart],
    required: [["event_name"]])

  /// Source: Segment, "Common Fields" and "Ecommerce Spec: Events"; RudderStack's are the same.
  /// Other events carry an order number too: a checkout that started, a refund.
  private static let segment = LineLayout(
    .json(),
    [
      Source(.timeAny, ["timestamp", "originalTimestamp"]),
      Source(.event, ["type"]),
      Source(.action, ["event"]),
      Source(.url, ["context.page.url", "properties.url"]),
      Source(.path, ["name"]),
      Source(.referrer, ["context.page.referrer", "properties.referrer"]),
      Source(.userAgent, ["context.userAgent"]),
      Source(.address, ["context.ip"]),
      Source(.visitor, ["anonymousId", "previousId", "userId"]),
      Source(.user, ["userId"]),
      Source(.eventID, ["messageId"]),
      Source(.orderID, ["properties.order_id"]),
      Source(.tag(.source), ["context.campaign.source"]),
      Source(.tag(.medium), ["context.campaign.medium"]),
      Source(.tag(.campaign), ["context.campaign.name"]),
      Source(.tag(.content), ["context.campaign.content"]),
      Source(.tag(.term), ["context.campaign.term"]),
    ], writer: .collector, kinds: [("page", .page), ("screen", .page)],
    confirmations: ["Order Completed"], identity: [.eventID],
    required: [["type"], ["messageId", "anonymousId", "userId"]])

  /// Source: Snowplow, "Enriched stream TSV file format"; "Duplicate events": those of one id with
  /// other fingerprints are different events.
  private static let snowplow = LineLayout(
    .columns(.fixed(snowplowColumns), separator: 9),
    [
      Source(.timeUTC, ["derived_tstamp", "collector_tstamp"]),
      Source(.event, ["event"]),
      Source(.url, ["page_url"]),
      Source(.referrer, ["page_referrer"]),
      Source(.userAgent, ["useragent"]),
      Source(.address, ["user_ipaddress"]),
      Source(.visitor, ["domain_userid", "network_userid", "user_id"]),
      Source(.user, ["user_id"]),
      Source(.eventID, ["event_id"]),
      Source(.eventPart, ["event_fingerprint"]),
      Source(.orderID, ["tr_orderid"]),
      Source(.tag(.source), ["mkt_source"]),
      Source(.tag(.medium), ["mkt_medium"]),
      Source(.tag(.campaign), ["mkt_campaign"]),
      Source(.tag(.content), ["mkt_content"]),
      Source(.tag(.term), ["mkt_term"]),
    ], writer: .collector, kinds: [("page_view", .page)], identity: [.eventID, .eventPart])

  private static let snowplowColumns = """
    app_id platform etl_tstamp collector_tstamp dvce_created_tstamp event event_id txn_id
    name_tracker v_tracker v_collector v_etl user_id user_ipaddress user_fingerprint
    domain_userid domain_sessionidx network_userid geo_country geo_region geo_city geo_zipcode
    geo_latitude geo_longitude geo_region_name ip_isp ip_organization ip_domain ip_netspeed
    page_url page_title page_referrer page_urlscheme page_urlhost page_urlport page_urlpath
    page_urlquery page_urlfragment refr_urlscheme refr_urlhost refr_urlport refr_urlpath
    refr_urlquery refr_urlfragment refr_medium refr_source refr_term mkt_medium mkt_source
    mkt_term mkt_content mkt_campaign contexts se_category se_action se_label se_property
    se_value unstruct_event tr_orderid tr_affiliation tr_total tr_tax tr_shipping tr_city
    tr_state tr_country ti_orderid ti_sku ti_name ti_category ti_price ti_quantity
    pp_xoffset_min pp_xoffset_max pp_yoffset_min pp_yoffset_max useragent br_name br_family
    br_version br_type br_renderengine br_lang br_features_pdf br_features_flash
    br_features_java br_features_director br_features_quicktime br_features_realplayer
    br_features_windowsmedia br_features_gears br_features_silverlight br_cookies br_colordepth
    br_viewwidth br_viewheight os_name os_family os_manufacturer os_timezone dvce_type
    dvce_ismobile dvce_screenwidth dvce_screenheight doc_charset doc_width doc_height
    tr_currency tr_total_base tr_tax_base tr_shipping_base ti_currency ti_price_base
    base_currency geo_timezone mkt_clickid mkt_network etl_tags dvce_sent_tstamp
    refr_domain_userid refr_device_tstamp derived_contexts domain_sessionid derived_tstamp
    event_vendor event_name event_format event_version event_fingerprint true_tstamp
    """.split { $0 == " " || $0 == "\n" }.map(String.init)

  /// Source: Yandex, "Logs API: events". A cell with a double quote stands in quotes, its own are
  /// doubled. `dateTimeUTC` is three hours ahead of UTC, as documented;
  /// `dateTime` is in the counter's zone.
  private static let metricaHits = LineLayout(
    .columns(.firstLine, separator: 9, hasStrings: true),
    metricaSources("ym:pv:", url: "URL", attributions: [""])
      + [
        Source(.event, ["ym:pv:isPageView"]), Source(.eventID, ["ym:pv:watchID"], .identifier),
        Source(.eventPart, ["ym:pv:counterID"]),
      ],
    writer: .collector, kinds: [("1", .page)], identity: [.eventID, .eventPart],
    required: metricaRequired("ym:pv:") + [["ym:pv:URL"], ["ym:pv:isPageView"]])

  /// Source: Yandex, "Logs API: visits". A record is a whole visit: the page that it began with,
  /// and its orders.
  private static let metricaVisits = LineLayout(
    .columns(.firstLine, separator: 9, hasStrings: true),
    metricaSources("ym:s:", url: "startURL", attributions: ["last", ""])
      + [
        Source(.orderIDs, ["ym:s:purchaseID"], .tabSeparated),
        Source(.eventID, ["ym:s:visitID"], .identifier), Source(.eventPart, ["ym:s:counterID"]),
      ],
    writer: .collector, identity: [.eventID, .eventPart],
    required: metricaRequired("ym:s:") + [["ym:s:startURL"]])

  private static func metricaRequired(_ prefix: String) -> [[String]] {
    [
      [prefix + "dateTimeUTC", prefix + "dateTime"],
      [prefix + "clientID", prefix + "counterUserIDHash"],
    ]
  }

  private static func metricaSources(
    _ prefix: String, url: String, attributions: [String]
  ) -> [Source] {
    func tag(_ tag: CampaignTag, _ name: String) -> Source {
      Source(.tag(tag), attributions.map { prefix + $0 + name }, .tabSeparated)
    }
    return [
      Source(.timeAny, [prefix + "dateTimeUTC"], .moscowTime),
      Source(.timeAny, [prefix + "dateTime"]),
      Source(.url, [prefix + url], .tabSeparated),
      Source(.referrer, [prefix + "referer"], .tabSeparated),
      Source(.device, [prefix + "deviceCategory"], .deviceNumber),
      Source(.visitor, [prefix + "clientID", prefix + "counterUserIDHash"], .identifier),
      tag(.source, "UTMSource"), tag(.medium, "UTMMedium"), tag(.campaign, "UTMCampaign"),
      tag(.content, "UTMContent"), tag(.term, "UTMTerm"), tag(.click, "GCLID"),
    ]
  }
}
