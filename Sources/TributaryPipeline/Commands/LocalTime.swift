import TributaryModel

/// A moment as the shop's clock shows it.
public enum LocalTime {
  /// `2026-11-15 04:16`.
  public static func text(_ instant: Instant, in zone: Zone) -> String {
    let day = zone.day(of: instant)
    let local = instant.milliseconds + zone.offset(at: instant)
    let minutes = Int((local - Int64(day.number) * 86_400_000) / 60_000)
    func padded(_ value: Int) -> String { (value < 10 ? "0" : "") + String(value) }
    return "\(day) \(padded(minutes / 60)):\(padded(minutes % 60))"
  }
}
