import TributaryAnalysis
import TributaryModel

/// The words of calls whose number belongs to no city.
extension Words {
  var unassignedCallsTopic: String { say("Calls of no city", "Звонки без города") }
  var numberHead: String { say("Number", "Номер") }
  var numberKindHead: String { say("What it is", "Что это") }
  var missedHead: String { say("Missed", "Пропущено") }
  var lastCallHead: String { say("Last call", "Последний звонок") }

  func kind(of calls: UnassignedCalls) -> String {
    switch (calls.isTollFree, calls.isListed) {
    case (true, true): say("toll-free", "бесплатный")
    case (true, false): say("toll-free, not listed", "бесплатный, нет в списке")
    case (false, true): say("listed without a city", "в списке без города")
    case (false, false): say("not listed", "нет в списке")
    }
  }

  func unassignedCallsClaim(_ calls: [UnassignedCalls], _ window: DayRange) -> String {
    let all = calls.reduce(0) { $0 + $1.calls }
    let unknown = calls.filter { !$0.isListed }.reduce(0) { $0 + $1.calls }
    let days = window.count
    if unknown == 0 {
      return say(
        "\(counted(all, .call)) in \(counted(days, .day)) reached numbers that stand for no city.",
        "За \(counted(days, .day)) звонков на номера без города: \(number(all)).")
    }
    return say(
      "\(counted(all, .call)) in \(counted(days, .day)) reached numbers of no city, \(number(unknown)) of them numbers that are not listed.",
      "За \(counted(days, .day)) звонков на номера без города: \(number(all)), из них на номера не из списка: \(number(unknown))."
    )
  }

  var unassignedCallsNote: Markup {
    rich(
      "These calls count for no city. A number that is not listed is missing from the file of kind <code>phone_numbers</code>, or its days in <code>valid_from</code> and <code>valid_to</code> leave out the call.",
      "Эти звонки не засчитаны ни одному городу. Номера нет в файле вида <code>phone_numbers</code> или дни в <code>valid_from</code> и <code>valid_to</code> не покрывают звонок."
    )
  }
}
