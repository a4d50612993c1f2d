import TributaryModel

/// What one query brought to one campaign, as its platform tells it.
public struct SearchQuery: Sendable, Hashable {
  /// As people typed it.
  public let text: String
  public let campaign: QueryCampaign
  /// In the window.
  public let clicks: Double
  /// In the window, minor units.
  public let cost: Int64
  /// In the window; nil where no file tells.
  public let conversions: Double?
  /// In all days that are loaded, to the as-of day.
  public let everClicks: Double
  /// In all days that are loaded, to the as-of day; nil where no file tells.
  public let everConversions: Double?

  package init(
    text: String, campaign: QueryCampaign, clicks: Double, cost: Int64, conversions: Double?,
    everClicks: Double? = nil, everConversions: Double? = nil
  ) {
    self.text = text
    self.campaign = campaign
    self.clicks = max(0, clicks)
    self.cost = cost
    self.conversions = conversions.map { max(0, $0) }
    self.everClicks = max(0, everClicks ?? clicks)
    self.everConversions = (everConversions ?? conversions).map { max(0, $0) }
  }
}

/// A campaign as files of queries name it.
public struct QueryCampaign: Sendable, Hashable, Comparable {
  public let name: String
  /// The platform's number; empty where the files have none.
  public let number: String
  /// The family of its source; empty where no spend tells.
  public let platform: String
  public let isBrand: Bool

  package init(name: String, number: String = "", platform: String = "", isBrand: Bool = false) {
    self.name = name
    self.number = number
    self.platform = platform
    self.isBrand = isBrand
  }

  public static func < (left: QueryCampaign, right: QueryCampaign) -> Bool {
    (left.platform, left.name, left.number) < (right.platform, right.name, right.number)
  }
}

/// The shop's own sales to which visits of one keyword led, alone or with others.
public struct KeywordSales: Sendable, Hashable {
  public let keyword: String
  /// In the window, each shared equally among its touchpoints.
  public let sales: Double
  /// In all days that are loaded: orders, calls, letters and invoices that it had any part in.
  public let everAssisted: Double

  package init(keyword: String, sales: Double, everAssisted: Double) {
    self.keyword = keyword
    self.sales = sales
    self.everAssisted = everAssisted
  }
}

/// Who says what a query brought.
public enum ConversionSource: String, Sendable, CaseIterable {
  /// The files of the platform.
  case platform
  /// The shop's own sales, by the keyword of visits.
  case shop
}
