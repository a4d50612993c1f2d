/// A file of SQL that travels inside the binary.
///
/// Shape: one or more statements; SQLite itself splits them, so that a semicolon in a text or a
/// comment never does.
public struct NamedSQL: Hashable, Sendable {
  /// The file's name without `.sql`.
  public let name: String
  public let text: String

  /// The file of that name with these bytes.
  public init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    text = String(decoding: bytes, as: UTF8.self)
  }
}

/// The queries that Analysis is fed with; each file states its grain, units and parameters.
extension NamedSQL {
  public static let adAccounts = NamedSQL(
    "query_ad_accounts", PackageResources.query_ad_accounts_sql)
  public static let visitorHabits = NamedSQL(
    "query_visitor_habits", PackageResources.query_visitor_habits_sql)
  public static let calendar = NamedSQL(
    "query_calendar", PackageResources.query_calendar_sql)
  public static let callFacts = NamedSQL(
    "query_call_facts", PackageResources.query_call_facts_sql)
  public static let callCandidates = NamedSQL(
    "query_call_candidates", PackageResources.query_call_candidates_sql)
  public static let callChannels = NamedSQL(
    "query_call_channels", PackageResources.query_call_channels_sql)
  public static let callSessions = NamedSQL(
    "query_call_sessions", PackageResources.query_call_sessions_sql)
  public static let callsToPlace = NamedSQL(
    "query_calls_to_place", PackageResources.query_calls_to_place_sql)
  public static let callWays = NamedSQL(
    "query_call_ways", PackageResources.query_call_ways_sql)
  public static let openInvoices = NamedSQL(
    "query_open_invoices", PackageResources.query_open_invoices_sql)
  public static let ripeningDays = NamedSQL(
    "query_ripening_days", PackageResources.query_ripening_days_sql)
  public static let campaignCoverage = NamedSQL(
    "query_campaign_coverage", PackageResources.query_campaign_coverage_sql)
  public static let campaignDays = NamedSQL(
    "query_campaign_days", PackageResources.query_campaign_days_sql)
  public static let callCounts = NamedSQL(
    "query_call_counts", PackageResources.query_call_counts_sql)
  public static let metricaSources = NamedSQL(
    "query_metrica_sources", PackageResources.query_metrica_sources_sql)
  public static let campaignEntries = NamedSQL(
    "query_campaign_entries", PackageResources.query_campaign_entries_sql)
  public static let campaignPartSpend = NamedSQL(
    "query_campaign_part_spend", PackageResources.query_campaign_part_spend_sql)
  public static let campaignPartSessions = NamedSQL(
    "query_campaign_part_sessions", PackageResources.query_campaign_part_sessions_sql)
  public static let campaignSalesDays = NamedSQL(
    "query_campaign_sales_days", PackageResources.query_campaign_sales_days_sql)
  public static let searchQueryFacts = NamedSQL(
    "query_search_query_facts", PackageResources.query_search_query_facts_sql)
  public static let keywordSales = NamedSQL(
    "query_keyword_sales", PackageResources.query_keyword_sales_sql)
  public static let campaignSpendLines = NamedSQL(
    "query_campaign_spend_lines", PackageResources.query_campaign_spend_lines_sql)
  public static let campaignSales = NamedSQL(
    "query_campaign_sales", PackageResources.query_campaign_sales_sql)
  public static let conversionPath = NamedSQL(
    "query_conversion_path", PackageResources.query_conversion_path_sql)
  public static let campaignWeeks = NamedSQL(
    "query_campaign_weeks", PackageResources.query_campaign_weeks_sql)
  public static let categories = NamedSQL(
    "query_categories", PackageResources.query_categories_sql)
  public static let channelCredits = NamedSQL(
    "query_channel_credits", PackageResources.query_channel_credits_sql)
  public static let channelSessions = NamedSQL(
    "query_channel_sessions", PackageResources.query_channel_sessions_sql)
  public static let contactViews = NamedSQL(
    "query_contact_views", PackageResources.query_contact_views_sql)
  public static let citySpellings = NamedSQL(
    "query_city_spellings", PackageResources.query_city_spellings_sql)
  public static let costKnowledge = NamedSQL(
    "query_cost_knowledge", PackageResources.query_cost_knowledge_sql)
  static let creditFaults = NamedSQL(
    "query_credit_faults", PackageResources.query_credit_faults_sql)
  public static let creditedConversions = NamedSQL(
    "query_credited_conversions", PackageResources.query_credited_conversions_sql)
  public static let demandDays = NamedSQL(
    "query_demand_days", PackageResources.query_demand_days_sql)
  public static let funnelSteps = NamedSQL(
    "query_funnel_steps", PackageResources.query_funnel_steps_sql)
  public static let geodomainFacts = NamedSQL(
    "query_geodomain_facts", PackageResources.query_geodomain_facts_sql)
  public static let geodomainWeeks = NamedSQL(
    "query_geodomain_weeks", PackageResources.query_geodomain_weeks_sql)
  public static let identityMatches = NamedSQL(
    "query_identity_matches", PackageResources.query_identity_matches_sql)
  public static let indicatorDays = NamedSQL(
    "query_indicator_days", PackageResources.query_indicator_days_sql)
  public static let invoiceFacts = NamedSQL(
    "query_invoice_facts", PackageResources.query_invoice_facts_sql)
  public static let landingPages = NamedSQL(
    "query_landing_pages", PackageResources.query_landing_pages_sql)
  public static let letterFacts = NamedSQL(
    "query_letter_facts", PackageResources.query_letter_facts_sql)
  public static let letterProgress = NamedSQL(
    "query_letter_progress", PackageResources.query_letter_progress_sql)
  public static let numberFacts = NamedSQL(
    "query_number_facts", PackageResources.query_number_facts_sql)
  public static let orderBreakdown = NamedSQL(
    "query_order_breakdown", PackageResources.query_order_breakdown_sql)
  public static let orderChanges = NamedSQL(
    "query_order_changes", PackageResources.query_order_changes_sql)
  public static let orderFacts = NamedSQL(
    "query_order_facts", PackageResources.query_order_facts_sql)
  public static let orderFileSpans = NamedSQL(
    "query_order_file_spans", PackageResources.query_order_file_spans_sql)
  public static let orderProgress = NamedSQL(
    "query_order_progress", PackageResources.query_order_progress_sql)
  public static let ownTags = NamedSQL(
    "query_own_tags", PackageResources.query_own_tags_sql)
  public static let personConversions = NamedSQL(
    "query_person_conversions", PackageResources.query_person_conversions_sql)
  public static let personTouchpoints = NamedSQL(
    "query_person_touchpoints", PackageResources.query_person_touchpoints_sql)
  public static let rejectionGroups = NamedSQL(
    "query_rejection_groups", PackageResources.query_rejection_groups_sql)
  public static let restatedDays = NamedSQL(
    "query_restated_days", PackageResources.query_restated_days_sql)
  public static let robots = NamedSQL(
    "query_robots", PackageResources.query_robots_sql)
  public static let searchQueries = NamedSQL(
    "query_search_queries", PackageResources.query_search_queries_sql)
  public static let sessionFacts = NamedSQL(
    "query_session_facts", PackageResources.query_session_facts_sql)
  public static let unjoinedKeys = NamedSQL(
    "query_unjoined_keys", PackageResources.query_unjoined_keys_sql)
  public static let unratedMoney = NamedSQL(
    "query_unrated_money", PackageResources.query_unrated_money_sql)
  public static let spendAudit = NamedSQL(
    "query_spend_audit", PackageResources.query_spend_audit_sql)
  public static let sourceDays = NamedSQL(
    "query_source_days", PackageResources.query_source_days_sql)
  public static let sourceSpans = NamedSQL(
    "query_source_spans", PackageResources.query_source_spans_sql)
  public static let stockoutDays = NamedSQL(
    "query_stockout_days", PackageResources.query_stockout_days_sql)
  public static let unassignedCalls = NamedSQL(
    "query_unassigned_calls", PackageResources.query_unassigned_calls_sql)
  public static let visitorTouchpoints = NamedSQL(
    "query_visitor_touchpoints", PackageResources.query_visitor_touchpoints_sql)
  public static let visitorPhones = NamedSQL(
    "query_visitor_phones", PackageResources.query_visitor_phones_sql)
}
