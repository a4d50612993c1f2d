import TributaryModel

/// A calendar month of the shop.
struct CallMonth: Hashable {
  let days: DayRange

  init(of day: Day) {
    let (year, month, dayOfMonth) = day.date
    let first = day.adding(1 - dayOfMonth)
    days = DayRange(first: first, last: first.adding(Day.length(ofMonth: month, year: year) - 1))
  }

  var previous: CallMonth { CallMonth(of: days.first.adding(-1)) }
  var next: CallMonth { CallMonth(of: days.last.adding(1)) }
}
