import TributaryModel

/// The abbreviations of zones that `%Z` of `strftime` writes.
///
/// Some stand for several offsets: CST is that of Chicago, Havana and Shanghai.
/// Source: IANA time zone database, the abbreviations that it has used since 1990.
enum ZoneAbbreviation {
  /// Milliseconds east of UTC at that wall-clock time; nil where the name is unknown or does not
  /// tell. A name that the source's own zone may mean is meant so.
  static func offset(_ name: String, at local: Int64, _ zone: Zone) -> Int64? {
    // Zones without a name of their own: `+05`, `-03`, `+0545`.
    let bytes = Array(name.utf8)
    if let offset = LogClock.offset(bytes.span, 0, bytes.count) { return offset }
    let offsets = (minutes[name.uppercased()] ?? []).map { Int64($0) * 60_000 }
    let own = offsets.first { zone.offset(at: Instant(milliseconds: local - $0)) == $0 }
    if let own { return own }
    // From 2011 to 2014 Moscow was four hours ahead.
    return offsets.count == 1 || (name == "MSK" && local >= newMoscow) ? offsets.first : nil
  }

  /// 2014-10-27.
  private static let newMoscow: Int64 = 1_414_368_000_000

  private static let minutes: [String: [Int]] = [
    "UTC": [0], "GMT": [0], "UCT": [0], "Z": [0],
    "WET": [0], "WEST": [60], "CET": [60], "CEST": [120], "EET": [120], "EEST": [180],
    "BST": [60], "IST": [60, 120, 330], "IDT": [180], "MSK": [180, 240], "MSD": [240],
    "WAT": [60], "CAT": [120], "SAST": [120], "EAT": [180],
    "NST": [-210], "NDT": [-150], "AST": [-240], "ADT": [-180], "EST": [-300], "EDT": [-240],
    "CST": [-360, -300, 480], "CDT": [-300, -240], "MST": [-420], "MDT": [-360],
    "PST": [-480, 480], "PDT": [-420], "AKST": [-540], "AKDT": [-480], "HST": [-600],
    "PKT": [300], "WIB": [420], "WITA": [480], "WIT": [540], "HKT": [480], "JST": [540],
    "KST": [540], "AWST": [480], "ACST": [570], "ACDT": [630], "AEST": [600],
    "AEDT": [660], "NZST": [720], "NZDT": [780],
  ]
}
