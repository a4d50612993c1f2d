import TributaryAnalysis
import TributaryModel

/// The words of the page of data.
extension Words {
  var fatesTopic: String { say("Every row accounted for", "Судьба каждой строки") }
  var coverageTopic: String { say("Every day there", "Каждый день на месте") }
  var refusedFilesTopic: String { say("Files refused whole", "Файлы, отвергнутые целиком") }
  var refusedRowsTopic: String { say("Rows refused", "Отвергнутые строки") }
  var reconcilesHead: String { say("Adds up", "Сходится") }
  var loadedHead: String { say("Loaded", "Загружено") }
  var duplicateHead: String { say("Repeats", "Повторы") }
  var filteredHead: String { say("Left out", "Пропущено") }
  var restatedHead: String { say("Restated", "Исправлено") }
  var fullDaysHead: String { say("Full days", "Полных дней") }
  var partDaysHead: String { say("Part days", "Неполных") }
  var missingDaysHead: String { say("Missing days", "Нет данных") }
  var fileHead: String { say("File", "Файл") }
  var whyHead: String { say("Why, and what to do", "Почему и что делать") }
  var reasonHead: String { say("Reason", "Причина") }
  var rowsHead: String { say("Rows", "Строк") }
  var exampleHead: String { say("First, file:line", "Первая, файл:строка") }
  var addsUp: String { say("yes", "да") }
  var doesNotAddUp: String { say("no", "нет") }

  func name(_ reason: Rejection.Reason) -> String {
    switch reason {
    case .malformed: say("malformed row", "строка испорчена")
    case .missingValue: say("value missing", "нет значения")
    case .badDate: say("wrong date", "неверная дата")
    case .badNumber: say("wrong number", "неверное число")
    case .badMoney: say("wrong amount", "неверная сумма")
    case .badCurrency: say("wrong currency", "неверная валюта")
    case .badEncoding: say("wrong encoding", "неверная кодировка")
    case .raggedRow: say("too many or few columns", "лишние или недостающие столбцы")
    case .tooLong: say("too long", "слишком длинная")
    case .severalFiles: say("order in several files", "заказ в нескольких файлах")
    case .unclosedQuote: say("quote not closed", "незакрытая кавычка")
    case .unknownValue: say("unknown value", "неизвестное значение")
    }
  }

  private func lowered(_ kinds: [SourceKind]) -> String {
    list(kinds.map { name($0).lowercased() })
  }

  func answer(_ answer: QualitySummary.Answer) -> String {
    switch answer {
    case .empty:
      say(
        "No source is loaded; name the first files.",
        "Ни один источник не загружен; укажите первые файлы.")
    case .unreconciled(let kinds, let rows):
      say(
        "Do not trust \(lowered(kinds)): \(counted(rows, .row)) cannot be accounted for; load again.",
        "Не верьте источникам: \(lowered(kinds)); не сходится строк: \(number(rows)), загрузите снова."
      )
    case .moneyAstray(let kinds):
      say(
        "Do not trust \(lowered(kinds)): the warehouse does not hold the money that the files brought.",
        "Не верьте источникам: \(lowered(kinds)); деньги в хранилище не те, что пришли из файлов.")
    case .misstated(let count, let kind):
      say(
        "Check \(name(kind).lowercased()): \(counted(count, .file)) with a total that is not the sum of the rows.",
        "Проверьте, источник: \(name(kind).lowercased()); файлов с итогом не по строкам: \(number(count))."
      )
    case .missing(let kinds):
      say(
        "Find the files of \(lowered(kinds)): the pipeline file names them, but nothing was found.",
        "Найдите файлы: \(lowered(kinds)); они названы в файле конвейера, но ничего не найдено.")
    case .refusedFiles(let count, let kind):
      say(
        "Send \(counted(count, .file)) again: refused whole, first in \(name(kind).lowercased()).",
        "Пришлите файлы заново (\(number(count))): отвергнуты целиком, первый источник: \(name(kind).lowercased())."
      )
    case .behind(let kinds, let day):
      say(
        "Bring \(lowered(kinds)) up to \(fullDay(day)): data stop before its end.",
        "Догрузите по \(fullDay(day)): \(lowered(kinds)); данные кончаются раньше.")
    case .missesDays(let kinds, let days):
      if let days {
        say(
          "Find the files of \(lowered(kinds)): \(counted(days, .day)) of the last \(SourceQuality.strip) \(days == 1 ? "is" : "are") missing.",
          "Найдите файлы, источник: \(lowered(kinds)); нет \(number(days)) из последних \(SourceQuality.strip) дней."
        )
      } else {
        say(
          "Find the files of \(lowered(kinds)): days of the last \(SourceQuality.strip) are missing.",
          "Найдите файлы, источники: \(lowered(kinds)); среди последних \(SourceQuality.strip) дней есть дни без данных."
        )
      }
    case .partDays(let kinds):
      say(
        "Check the files of \(lowered(kinds)): of a day of the last \(SourceQuality.strip) only a part is there.",
        "Проверьте файлы: \(lowered(kinds)); среди последних \(SourceQuality.strip) дней есть неполные."
      )
    case .unrated(let kinds, let currencies):
      say(
        "Add exchange rates of \(list(currencies)): money of \(lowered(kinds)) is in no figure.",
        "Добавьте курсы валют (\(list(currencies))): деньги не вошли ни в одно число, источники: \(lowered(kinds))."
      )
    case .refusesMuch(let kind, let share):
      say(
        "Mend the export of \(name(kind).lowercased()): \(percent(share)) of its rows are refused.",
        "Поправьте выгрузку, источник: \(name(kind).lowercased()); отвергнуто \(percent(share)) строк."
      )
    case .whole(let sources, let read):
      say(
        "The data can be trusted: \(counted(sources, .source)) whole, \(counted(read, .row)) accounted for.",
        "Данным можно верить: источников \(number(sources)), все полны, учтено строк: \(number(read))."
      )
    }
  }

  func fatesClaim(_ summary: QualitySummary) -> String {
    let total = summary.total
    guard total.read > 0 else {
      return say("No row has been read.", "Не прочитано ни одной строки.")
    }
    let bad = summary.unreconciled.map(\.kind)
    guard bad.isEmpty else {
      return say(
        "\(capitalised(lowered(bad))): rows read and their fates do not add up.",
        "\(capitalised(lowered(bad))): прочитанные строки и их судьбы не сходятся.")
    }
    let rest = total.read - total.loaded
    if rest == 0 {
      return say(
        "All \(counted(total.read, .row)) read were loaded.",
        "Прочитано и загружено всё, строк: \(number(total.read)).")
    }
    let fates = [
      (total.loaded, say("loaded", "загружено")), (total.duplicate, say("repeats", "повторов")),
      (total.filtered, say("left out", "пропущено")),
      (total.rejected, say("refused", "отвергнуто")),
    ]
    .filter { $0.0 > 0 }
    .map { say("\(number($0.0)) \($0.1)", "\($0.1) \(number($0.0))") }
    return say(
      "Of \(counted(total.read, .row)) read: \(list(fates)).",
      "Прочитано строк: \(number(total.read)); \(list(fates)).")
  }

  var fatesCaption: Markup {
    rich(
      "<b>Share of rows not loaded</b>: repeats, left out and refused; vermilion: some were refused",
      "<b>Доля незагруженных строк</b>: повторы, пропущенные и отвергнутые; красным: есть отвергнутые"
    )
  }

  var fatesNote: Markup {
    rich(
      "Read = loaded + repeats + left out + refused, for every source and every file. Left out are rows that the pipeline file asks to skip. Counts are over all nights.",
      "Прочитано = загружено + повторы + пропущено + отвергнуто, у каждого источника и файла. Пропущены строки, которые велит пропускать файл конвейера. Счёт за все ночи."
    )
  }

  func coverageClaim(_ summary: QualitySummary) -> String {
    let dated = summary.sources.filter { !$0.coverage.isEmpty }
    guard !dated.isEmpty else {
      return say(
        "No source has days, so nothing can be said about gaps.",
        "Ни у одного источника нет дат, о пропусках сказать нечего.")
    }
    let holed = summary.holed.map(\.kind)
    if holed.isEmpty {
      return say(
        "The last \(counted(dated[0].coverage.count, .day)) are complete in every source.",
        "Последние \(counted(dated[0].coverage.count, .day)) полны у всех источников.")
    }
    return say(
      "Days are missing or in part: \(lowered(holed)).",
      "Дней нет или они неполны: \(lowered(holed)).")
  }

  var coverageNote: Markup {
    rich(
      "A day is a part when it holds less than a quarter of what the same weekday usually does. A closed day that is always closed counts as full.",
      "День неполон, когда в нём меньше четверти обычного для того же дня недели. Всегда закрытый день считается полным."
    )
  }

  func refusedFilesClaim(_ count: Int) -> String {
    count == 0
      ? say("No file was refused whole.", "Ни один файл не отвергнут целиком.")
      : say(
        "\(capitalised(counted(count, .file))) refused whole; nothing of \(count == 1 ? "it" : "them") was loaded.",
        "Отвергнуто целиком файлов: \(number(count)); из них не загружено ничего.")
  }

  var refusedFilesRemark: Markup {
    rich(
      "Mend or replace a file under the same name and run again; it is then read from its start.",
      "Исправьте или замените файл под тем же именем и запустите снова: он будет прочитан с начала."
    )
  }

  func refusedRowsClaim(_ summary: QualitySummary) -> String {
    let reasons = summary.reasons
    guard let first = reasons.first else {
      return say("No row was refused.", "Ни одна строка не отвергнута.")
    }
    let all = reasons.reduce(0) { $0 + $1.count }
    if reasons.count == 1 {
      return say(
        "\(capitalised(counted(all, .row))) refused, all for one reason: \(name(first.reason)).",
        "Отвергнуто строк: \(number(all)), причина одна: \(name(first.reason)).")
    }
    return say(
      "\(capitalised(counted(all, .row))) refused, \(number(first.count)) of them for one reason: \(name(first.reason)).",
      "Отвергнуто строк: \(number(all)), из них \(number(first.count)) по одной причине: \(name(first.reason))."
    )
  }

  var refusedRowsCaption: Markup {
    rich("<b>Rows refused</b>, by reason", "<b>Отвергнутые строки</b> по причинам")
  }

  var refusedRowsNote: Markup {
    rich(
      "A refused row is in no figure. The example names the first file and line; phones and addresses are never shown.",
      "Отвергнутой строки нет ни в одном числе. Пример называет первый файл и строку; телефоны и адреса не показываются."
    )
  }
}
