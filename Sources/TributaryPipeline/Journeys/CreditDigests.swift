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
    let isSale: Bool
    let model: String
    let channel: String
    let campaignKey: String
    let credit: Double
    let value: Int64
    let margin: Int64

    fileprivate func hash(_ hash: SipHash) -> UInt64 {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(128)
      for text in [conversionID, model, channel, campaignKey] {
        bytes += text.utf8
        bytes.append(0)
      }
      for number in [
        credit.bitPattern, UInt64(bitPattern: value), UInt64(bitPattern: margin), isSale ? 1 : 0,
      ] {
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
          bytes.append(UInt8(truncatingIfNeeded: number >> shift))
        }
      }
      return hash.hash(bytes.span)
    }
  }

  /// Notes a credit that stood; the order of noting does not matter.
  mutating func noteOld(_ line: Line, on day: Day) {
    before[day, default: 0] &+= line.hash(hash)
  }

  /// Notes a credit that stands now.
  mutating func noteNew(_ line: Line, on day: Day) {
    after[day, default: 0] &+= line.hash(hash)
  }

  /// The days whose credit differs.
  var changed: Set<Day> {
    Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
  }
}
