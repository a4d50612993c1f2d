import TributaryModel

/// A fingerprint of each day's credit before and after, as far as the marts show it.
struct CreditDigests {
  private var before: [Day: UInt64] = [:]
  private var after: [Day: UInt64] = [:]
  /// Not a secret: the fingerprint guards against nothing but work done twice.
  private let hash = SipHash(key0: 0, key1: 0)

  /// One credit as the marts add it up.
  struct Line {
    let conversionID: String
    let model: String
    let channel: String
    let campaignKey: String
    let credit: Double
    let value: Int64
    let margin: Int64

    fileprivate var text: String {
      [
        conversionID, model, channel, campaignKey, String(credit), String(value), String(margin),
      ].joined(separator: "\n")
    }
  }

  /// Notes a credit that stood; the order of noting does not matter.
  mutating func noteOld(_ line: Line, on day: Day) {
    before[day, default: 0] &+= hash.hash(line.text)
  }

  /// Notes a credit that stands now.
  mutating func noteNew(_ line: Line, on day: Day) {
    after[day, default: 0] &+= hash.hash(line.text)
  }

  /// The days whose credit differs.
  var changed: Set<Day> {
    Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
  }
}
