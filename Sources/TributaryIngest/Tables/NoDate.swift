import TributaryModel

/// How databases and programs write that there is no date: the zero of their calendar.
///
/// ```
///  0000-00-00 00:00:00   MySQL        0001-01-01T00:00:00   .NET, Go    01.01.0001 0:00:00   1C
///  1900-01-01            SQL Server   1899-12-30            Delphi      1970-01-01 00:00:00  Unix
///  NaT                   pandas
/// ```
enum NoDate {
  /// - Parameter reading: what the text is as a time.
  static func isWritten(_ text: String, _ reading: TimeText.Reading) -> Bool {
    switch reading {
    case .time(let time):
      return (time.millisecondOfDay ?? 0) == 0 && zeros.contains(time.day.description)
    case .ambiguous: return false
    case .none: return text == "NaT" || isOfZeros(text)
    }
  }

  /// `0000-00-00 00:00:00`, `00.00.0000`, `0`.
  private static func isOfZeros(_ text: String) -> Bool {
    text.contains("0") && text.utf8.allSatisfy { "0-./: TZ".utf8.contains($0) }
  }

  private static let zeros: Set<String> = [
    "0001-01-01", "1899-12-30", "1900-01-01", "1970-01-01",
  ]
}
