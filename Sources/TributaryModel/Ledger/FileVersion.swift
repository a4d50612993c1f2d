/// Which of several versions of a table is newer, told by time and never by letters or arrival.
///
/// Order: the day that the version is of, the time of that day, the modification time, and where all
/// is equal the greater content hash, so that the order is total.
public struct FileVersion: Hashable, Sendable, Comparable {
  /// The day of the file's name; without one, the day of the modification.
  public let day: Day
  /// Seconds since the day began: those of the name, else of the modification; 86,400 for a file
  /// that was modified after its day, 0 for one modified before.
  public let second: Int
  /// The earliest modification time that its bytes were seen with. Units: Unix nanoseconds.
  public let modified: Int64
  /// 32 hexadecimal digits.
  public let contentHash: String

  package init(day: Day, second: Int, modified: Int64, contentHash: String) {
    self.day = day
    self.second = second
    self.modified = modified
    self.contentHash = contentHash
  }

  /// - Parameters:
  ///   - named: what the file's name says; nil when it says nothing.
  ///   - modified: Unix nanoseconds.
  ///   - zone: of the shop's days.
  public init(named: NamedDay?, modified: Int64, contentHash: String, zone: Zone) {
    let milliseconds = modified >= 0 ? modified / 1_000_000 : (modified - 999_999) / 1_000_000
    let written = zone.day(of: Instant(milliseconds: milliseconds))
    var day = named?.day ?? written
    if named?.isSpan == true { day = min(day, written) }
    let start = zone.instant(of: day).milliseconds
    let clock = Int(min(max((milliseconds - start) / 1000, 0), 86_400))
    self.init(
      day: day, second: named?.second ?? clock, modified: modified, contentHash: contentHash)
  }

  /// When it was written, as far as its name and modification tell.
  public func instant(in zone: Zone) -> Instant {
    zone.instant(of: day, millisecondOfDay: Int64(second) * 1000)
  }

  /// Whether nothing but the content tells the two apart.
  public func isAsOld(as other: FileVersion) -> Bool {
    (day, second, modified) == (other.day, other.second, other.modified)
  }

  /// From the oldest to the newest.
  public static func < (left: FileVersion, right: FileVersion) -> Bool {
    (left.day, left.second, left.modified, left.contentHash)
      < (right.day, right.second, right.modified, right.contentHash)
  }
}

/// The day that a file's name says.
public struct NamedDay: Hashable, Sendable {
  /// Of a month, a week or a range the last day.
  public let day: Day
  /// Seconds since the day began, where the name has a time.
  public let second: Int?
  /// Whether it stands for several days, of which the file may have been written before the last.
  public let isSpan: Bool

  package init(_ day: Day, second: Int? = nil, isSpan: Bool = false) {
    self.day = day
    self.second = second
    self.isSpan = isSpan
  }
}
