import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

/// A fingerprint of each day's credit, as far as the marts show it.
struct CreditDigests {
  private var sums: [Day: UInt64] = [:]
  /// Not a secret: the fingerprint guards against nothing but work done twice.
  private let hash = SipHash(key0: 0, key1: 0)

  /// Adds one credit to its day; the order of adding does not matter.
  mutating func add(_ credit: AttributionCredit, touchpoint: Touchpoint?, on day: Day) {
    let text = [
      credit.conversionID, credit.model.rawValue, touchpoint?.channel.rawValue ?? "",
      touchpoint?.campaignKey ?? "", String(credit.credit), String(credit.value),
      String(credit.margin),
    ].joined(separator: "\n")
    sums[day, default: 0] &+= hash.hash(text)
  }

  /// Stores the fingerprints and tells which days differ from what was stored before.
  func changed(in warehouse: Warehouse, job: String) throws(WarehouseError) -> Set<Day> {
    let known = try warehouse.digests(of: job)
    let new = sums.mapValues { String($0, radix: 16) }
    var changed: [Day: String] = [:]
    for (day, digest) in new where known[day] != digest { changed[day] = digest }
    for day in known.keys where new[day] == nil { changed[day] = "" }
    try warehouse.setDigests(changed, of: job)
    return Set(changed.keys)
  }
}
