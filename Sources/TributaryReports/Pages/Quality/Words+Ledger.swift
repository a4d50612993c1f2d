import TributaryAnalysis
import TributaryModel

/// The words of the ledger: money, changed days, advertising accounts.
extension Words {
  var moneyTopic: String { say("All money accounted for", "Судьба денег") }
  var fileMoneyLabel: String { say("Money by file", "Деньги по файлам") }
  var fileMoneyCaption: String {
    say(
      "File by file: those that ask for a look first",
      "По файлам, сначала те, что просят внимания")
  }
  var restatedTopic: String { say("What changed in past days", "Что изменилось в прошлых днях") }
  var accountsTopic: String { say("Ad accounts", "Рекламные кабинеты") }
  var restatedFromHead: String { say("Restated, was", "Исправлено, было") }
  var restatedToHead: String { say("Restated, is", "Исправлено, стало") }
  var unknownAmountsHead: String { say("Refused, no amount", "Отвергнуто без суммы") }
  var listedHead: String { say("Sum of its rows", "Сумма строк") }
  var statedHead: String { say("Its own total", "Итог в файле") }
  var dayHead: String { say("Day and figure", "День и показатель") }
  var wasHead: String { say("Was", "Было") }
  var isHead: String { say("Is", "Стало") }
  var differenceHead: String { say("Difference", "Разница") }
  var filesHead: String { say("Brought by", "Из файлов") }
  var accountHead: String { say("Platform", "Площадка") }
  var spentHead: String { say("Spent", "Потрачено") }
  var paidHead: String { say("Paid", "Оплачено") }
  var balanceHead: String { say("Balance", "Остаток") }

  func name(_ measure: Restatement.Measure) -> String {
    switch measure {
    case .revenue: say("Revenue", "Выручка")
    case .orders: say("Orders", "Заказы")
    case .cancelled: say("Cancelled orders", "Отменённые заказы")
    case .spend: say("Ad spend", "Расход на рекламу")
    case .invoicesPaid: say("Invoices paid", "Оплачено счетов")
    case .payments: say("Payments", "Оплаты")
    case .pageViews: say("Page views", "Просмотры страниц")
    case .sessions: say("Visits", "Визиты")
    }
  }

  /// `₽1,234.50` in the amount's own currency, to the minor unit.
  func exactMoney(_ minor: Int64, _ code: String, signed: Bool = false) -> String {
    let currency = Currency(code) ?? currency
    let units = Double(minor) / Double(currency.minorUnits)
    let digits = number(abs(units), decimals: currency.minorDigits)
    let sign = minor < 0 ? Words.minus : signed && minor > 0 ? "+" : ""
    let mark = Words(language, currency: currency).currencySign
    if isRussian { return sign + digits + Words.noBreak + mark }
    return sign + mark + (mark.count > 1 ? Words.noBreak : "") + digits
  }

  /// `+3`, `−2`, `0`.
  func signedNumber(_ value: Int64, signed: Bool) -> String {
    let digits = number(Double(value.magnitude))
    return (value < 0 ? Words.minus : signed && value > 0 ? "+" : "") + digits
  }

  /// `Nov 2026`, in Russian `ноя 2026`.
  func month(_ first: Day) -> String {
    "\(shortMonth(first.date.month))\(Words.noBreak)\(first.year)"
  }

  func moreFiles(_ count: Int) -> String {
    say("\(number(count)) more", "ещё \(number(count))")
  }

  func moneyClaim(_ money: LedgerSummary.Money) -> String {
    switch money {
    case .unreconciled(let kinds):
      let names = list(kinds.map { name($0).lowercased() })
      return say(
        "\(capitalised(names)): money read and its fates do not add up.",
        "\(capitalised(names)): прочитанные деньги и их судьбы не сходятся.")
    case .astray(let kinds):
      let names = list(kinds.map { name($0).lowercased() })
      return say(
        "\(capitalised(names)): the warehouse does not hold the money that the files brought.",
        "\(capitalised(names)): деньги в хранилище не те, что пришли из файлов.")
    case .misstated(let count, let first):
      let path = VisibleText.cut(first, to: 40)
      return count == 1
        ? say(
          "The total that \(path) states is not the sum of its rows.",
          "Итог в файле \(path) не равен сумме его строк.")
        : say(
          "\(counted(count, .file)) state a total that is not the sum of their rows, first \(path).",
          "Итог не равен сумме строк, файлов: \(number(count)), первый: \(path).")
    case .refused(let minor, let code, let unknown):
      let amount = exactMoney(minor, code)
      if unknown == 0 {
        return say(
          "\(amount) was refused, the rest is in.", "Отвергнуто \(amount), остальное учтено.")
      }
      if minor == 0 {
        return say(
          "All readable money is in; \(counted(unknown, .row)) refused without an amount.",
          "Все читаемые суммы учтены; отвергнуто строк без суммы: \(number(unknown)).")
      }
      return say(
        "\(amount) was refused, and \(counted(unknown, .row)) without a readable amount.",
        "Отвергнуто \(amount) и строк без читаемой суммы: \(number(unknown)).")
    case .whole:
      return say("All money that was read is in.", "Все прочитанные деньги учтены.")
    }
  }

  var moneyNote: Markup {
    rich(
      "Money read = loaded + repeats + refused, for every file and currency; a restated row is loaded again, and what it was before goes out. Every night each table is added up and compared with its files. A file’s own total may differ from its rows by \(percent(FileMoney.statedTolerance, decimals: 1)). Counts are over all nights.",
      "Прочитано = загружено + повторы + отвергнуто, у каждого файла и валюты; исправленная строка загружается снова, прежняя сумма вычитается. Каждую ночь таблицы складываются и сверяются с файлами. Итог в файле может расходиться со строками на \(percent(FileMoney.statedTolerance)). Счёт за все ночи."
    )
  }

  func restatedClaim(_ restatement: Restatement) -> String {
    guard let since = restatement.since else {
      return say(
        "This is the first night: there is nothing to compare past days with.",
        "Это первая ночь: сравнивать прошлые дни пока не с чем.")
    }
    let night = fullDay(since)
    guard !restatement.days.isEmpty else {
      return say(
        "No past day changed since the report of \(night).",
        "С отчёта за \(night) прошлые дни не изменились.")
    }
    let days = restatement.dayCount
    let sums = Restatement.Measure.allCases.filter(\.isMoney).compactMap { measure -> String? in
      let sum = restatement.sum(of: measure)
      guard sum != 0 else { return nil }
      return "\(name(measure).lowercased()) \(sum > 0 ? "+" : "")\(money(sum))"
    }
    let moved = sums.isEmpty ? "" : say(": ", "; ") + list(sums)
    return say(
      "\(capitalised(counted(days, .pastDay))) changed since the report of \(night)\(moved).",
      "С отчёта за \(night) изменилось прошлых дней: \(number(days))\(moved).")
  }

  var restatedNote: Markup {
    rich(
      "Compared with the last whole run of an earlier day. A day counts when that report included it and had data of the figure’s source on it. Days that are new, or that had no data of that source, are late and not listed. Lost orders leave the day on which they were placed.",
      "Сравнение с последним законченным запуском за более ранний день. День считается, если он был в том отчёте и данные этого источника за него уже были. Новые дни и дни без данных источника – опоздавшие, их здесь нет. Потерянный заказ уходит из дня оформления."
    )
  }

  func accountsClaim(_ accounts: LedgerSummary.Accounts) -> String {
    func place(_ account: AdAccount) -> String {
      account.source.isEmpty
        ? say("the unnamed platform", "Площадка без имени")
        : VisibleText.cut(account.source, to: 30)
    }
    func balance(_ account: AdAccount, _ sign: Int64) -> String {
      exactMoney((account.months.last?.balance ?? 0) &* sign, account.currency)
    }
    switch accounts {
    case .overspent(let account):
      return say(
        "Check \(place(account)): it spent \(balance(account, -1)) more than was ever paid to it.",
        "\(place(account)): потрачено на \(balance(account, -1)) больше, чем оплачено; проверьте."
      )
    case .idle(let account):
      return say(
        "\(balance(account, 1)) lies in \(place(account)), and nothing was spent for two months.",
        "\(place(account)): остаток \(balance(account, 1)) два месяца лежит без расхода."
      )
    case .fine(let count):
      return count == 1
        ? say("The ad account agrees with its payments.", "Рекламный кабинет сходится с оплатами.")
        : say(
          "All \(number(count)) ad accounts agree with their payments.",
          "Рекламные кабинеты сходятся с оплатами: \(number(count)).")
    }
  }

  var accountsNote: Markup {
    rich(
      "Spent is what the platform reports, paid is what the shop’s ledger says; the balance is all paid less all spent since the first row of either. Paying ahead is normal. Spend without VAT and payments with it drift apart by the VAT.",
      "Потрачено по отчёту площадки, оплачено по учёту магазина; остаток – всё оплаченное минус всё потраченное с первой строки. Предоплата – обычное дело. Расход без НДС и оплаты с НДС расходятся на НДС."
    )
  }

  /// The word of the trust block on past days; empty when none changed.
  func pastChanges(_ restatement: Restatement) -> Markup {
    guard let since = restatement.since, !restatement.days.isEmpty else { return .empty }
    let days = restatement.dayCount
    return rich(
      " Since the report of \(fullDay(since)) \(counted(days, .pastDay)) changed.",
      " С отчёта за \(fullDay(since)) изменилось прошлых дней: \(number(days)).")
  }

  /// The morning's line about past days.
  func pastChangeClaim(_ measure: Restatement.Measure, _ change: Int64, days: Int) -> Markup {
    let sum = (change > 0 ? "+" : "") + money(change)
    return rich(
      "Past figures changed: \(name(measure).lowercased()) \(sum) on \(counted(days, .pastDay)).",
      "Прошлые числа изменились: \(name(measure).lowercased()) \(sum), прошлых дней: \(number(days))."
    )
  }

  func pastChangeDetail(since: Day) -> Markup {
    rich(
      "The report of \(fullDay(since)) said otherwise; day by day, with the files that brought it:",
      "Отчёт за \(fullDay(since)) говорил иное; по дням и с файлами, откуда пришло:")
  }
}
