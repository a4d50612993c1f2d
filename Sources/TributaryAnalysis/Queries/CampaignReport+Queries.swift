import TributaryModel

extension CampaignReport {
  /// What a sale of the campaigns leaves, minor units; nil without sales, and where it leaves nothing.
  ///
  /// The mean of the models by which campaigns are rated. By hand: 30 sales of two campaigns with 60,000
  /// of margin: 2,000.
  package var marginPerSale: Int64? {
    let models = AttributionModel.rating
    let facts = ratings.map(\.facts)
    let sales = facts.reduce(0) { $0 + $1.meanConversions(models) }
    let margin = facts.reduce(0) { $0 + $1.mean(\.margin, models) }
    guard sales > 0, margin / sales >= 1 else { return nil }
    return Int64((margin / sales).rounded())
  }

  /// The campaign that a file of queries names: by its number, else by its name.
  package func campaign(named name: String, number: String) -> QueryCampaign {
    let facts = ratings.map(\.facts)
    let found =
      facts.first { !number.isEmpty && $0.key.hasSuffix("/" + number) && $0.name == name }
      ?? facts.first { !number.isEmpty && $0.key.hasSuffix("/" + number) }
      ?? facts.first { !name.isEmpty && $0.name == name }
    return QueryCampaign(
      name: name.isEmpty ? found?.name ?? "" : name, number: number,
      platform: found?.platform ?? "",
      isBrand: (found?.type ?? CampaignType(named: name, channel: .paidSearch)) == .brand)
  }
}
