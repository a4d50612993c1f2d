import TributaryModel

extension Words {
  /// `14 Nov`, with the year `14 Nov 2026`; without `year` a day of another year than the as-of
  /// day's has it.
  func day(_ day: Day, year: Bool? = nil) -> String {
    let (number, month, dayOfMonth) = day.date
    let short = "\(dayOfMonth)\(Words.noBreak)\(shortMonth(month))"
    return year ?? isOfAnotherYear(day) ? short + "\(Words.noBreak)\(number)" : short
  }

  /// `14 November`, in Russian `14 ноября`; in another year than the as-of day's `14 November 2022`,
  /// in Russian `14 ноября 2022 года`.
  func fullDay(_ day: Day) -> String {
    guard isOfAnotherYear(day) else { return dayAndMonth(day) }
    return say(
      "\(dayAndMonth(day)) \(day.year)", "\(dayAndMonth(day)) \(day.year)\(Words.noBreak)года")
  }

  private func isOfAnotherYear(_ day: Day) -> Bool { year.map { $0 != day.year } ?? false }

  private func dayAndMonth(_ day: Day) -> String {
    let (_, month, dayOfMonth) = day.date
    return "\(dayOfMonth)\(Words.noBreak)\(monthOfDay(month))"
  }

  /// `Saturday 14 November 2026`, in Russian `суббота, 14 ноября 2026 г.`.
  func longDay(_ day: Day) -> String {
    let date = "\(dayAndMonth(day)) \(day.year)"
    return say(
      "\(weekday(day.weekday)) \(date)", "\(weekday(day.weekday)), \(date)\(Words.noBreak)г.")
  }

  /// `1 Nov to 14 Nov 2026`, in Russian `1 ноя…14 ноя 2026`.
  func days(_ range: DayRange) -> String {
    let sameYear = range.first.year == range.last.year
    return self.range(day(range.first, year: !sameYear), day(range.last, year: true))
  }

  /// `Jan`, `янв`; 1 for January.
  func shortMonth(_ month: Int) -> String {
    let english = ["Jan", "Feb", "Mar", "Apr", "May", "Jun"]
    let english2 = ["Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let russian = ["янв", "фев", "мар", "апр", "май", "июн"]
    let russian2 = ["июл", "авг", "сен", "окт", "ноя", "дек"]
    return (isRussian ? russian + russian2 : english + english2)[(month - 1 + 12) % 12]
  }

  /// `Monday`, `понедельник`; 1 for Monday.
  func weekday(_ number: Int) -> String {
    let english = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    let russian = [
      "понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье",
    ]
    return (isRussian ? russian : english)[(number - 1 + 7) % 7]
  }

  /// `Mon`, `пн`; 1 for Monday.
  func shortWeekday(_ number: Int) -> String {
    let english = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let russian = ["пн", "вт", "ср", "чт", "пт", "сб", "вс"]
    return (isRussian ? russian : english)[(number - 1 + 7) % 7]
  }

  /// The month as it stands after a day: `November`, `ноября`.
  private func monthOfDay(_ month: Int) -> String {
    let english = ["January", "February", "March", "April", "May", "June"]
    let english2 = ["July", "August", "September", "October", "November", "December"]
    let russian = ["января", "февраля", "марта", "апреля", "мая", "июня"]
    let russian2 = ["июля", "августа", "сентября", "октября", "ноября", "декабря"]
    return (isRussian ? russian + russian2 : english + english2)[(month - 1 + 12) % 12]
  }
}
