import TributaryAnalysis
import TributaryModel

extension FileNote {
  /// The note in one sentence for a terminal: what was found and what may be meant.
  public func text(_ language: RunReport.Language) -> String {
    Words(language, currency: .usd).sentence(self).replacing(Words.noBreak, with: " ")
  }
}

/// The words of what is odd about files.
extension Words {
  /// One sentence without the file's name.
  func sentence(_ note: FileNote) -> String {
    let about = note.about
    switch note.kind {
    case .repeatedID:
      return say(
        "one event id stands on \(number(note.count)) lines, too many for one event; it was not used to find repeats",
        "один идентификатор события стоит в \(number(note.count)) строках, для одного события слишком много; повторы по нему не ищутся"
      )
    case .linesAsOrders:
      return say(
        "\(number(note.count)) rows repeat an order’s number (most of them \(about)); if they are the lines of orders, use kind order_lines with derive_orders: true",
        "\(number(note.count)) строк повторяют номер заказа (чаще всего \(about)); если это позиции заказов, нужен вид order_lines с derive_orders: true"
      )
    case .repeatedKeys:
      return say(
        "\(number(note.count)) rows have the \(about) of an earlier row, and only one of each counts; check which column it is read from",
        "\(number(note.count)) строк повторяют \(about) более ранней строки, считается только одна из них; проверьте, из какой колонки оно читается"
      )
    case .oneValue:
      return say(
        "\(about) is the same in all \(number(note.count)) rows; check which column it is read from",
        "\(about) одинаково во всех \(number(note.count)) строках; проверьте, из какой колонки оно читается"
      )
    case .zeroTotals:
      return say(
        "\(counted(note.count, .order)) with a total of 0; check which column the total is read from",
        "\(counted(note.count, .order)) с суммой 0; проверьте, из какой колонки читается сумма")
    case .busyDay:
      return say(
        "\(about) has \(number(note.count)) records, over a hundred times the usual day; check how dates are written",
        "\(about): \(number(note.count)) записей, более чем в сто раз больше обычного дня; проверьте запись дат"
      )
    case .allDuplicate:
      let rows = number(note.count)
      guard !about.isEmpty else {
        return say(
          "none of its \(rows) rows is new: other files have told them all",
          "ни одной новой строки из \(rows): всё это уже есть в других файлах")
      }
      return say(
        "none of its \(rows) rows is new, and none is of \(about) as its name says; check the period of the export",
        "ни одной новой строки из \(rows), и ни одной за \(about), как сказано в имени; проверьте период выгрузки"
      )
    case .largeOrder:
      return say(
        "order \(about) is more than a fifth of its week; check its total",
        "заказ \(about) больше пятой части своей недели; проверьте его сумму")
    case .ownTransfers:
      return say(
        "\(number(note.count)) transfers between the shop’s own accounts, \(about), are no income",
        "\(number(note.count)) переводов между своими счетами на \(about) не считаются доходом")
    case .leftOut:
      return say(
        "\(number(note.count)) records are left out: \(about)",
        "\(number(note.count)) записей не учтены: \(about)")
    case .brokenOrder:
      return say(
        "order \(about) is left out, as one of its lines cannot be read or it has no time or total",
        "заказ \(about) не учтён: одна из его строк не читается, или у него нет времени или суммы")
    case .severalCurrencies:
      return say(
        "order \(about) is left out, as its lines are of several currencies; correct them in the export",
        "заказ \(about) не учтён: его строки в разных валютах; исправьте их в выгрузке")
    case .otherTotals:
      return say(
        "order \(about) is left out, as its lines say different totals; if they are the lines’ own amounts, take total out of columns",
        "заказ \(about) не учтён: в его строках разные суммы заказа; если это суммы самих строк, уберите total из columns"
      )
    case .absentKey:
      return say(
        "no record has \(about), which columns names; check how the path is written",
        "ни в одной записи нет \(about), названного в columns; проверьте, как написан путь")
    case .otherCount:
      return say(
        "the file says that there are \(number(note.count)) records, it holds \(about); look for the other pages, or export it again",
        "по файлу записей должно быть \(number(note.count)), в нём их \(about); найдите другие страницы или выгрузите его заново"
      )
    case .equalVersions:
      return say(
        "\(number(note.count)) records say something else than \(about), and nothing tells which is newer; put a day into the names",
        "\(number(note.count)) записей расходятся с \(about), и неясно, что новее; укажите дату в именах файлов"
      )
    case .otherReport:
      return say(
        "names no campaign of its older version, of which \(number(note.count)) rows stay; give another report a name of its own",
        "нет ни одной кампании прежней версии файла, её строки (\(number(note.count))) остаются; дайте другому отчёту своё имя"
      )
    case .takenBack:
      return say(
        "\(number(note.count)) rows of its older version are no longer in it and were taken back, \(about)",
        "строк прежней версии, которых больше нет: \(number(note.count)), они сняты, \(about)")
    case .severalFiles:
      return say(
        "order \(about) stands in several files and none is newer; it is left out until one file has it whole",
        "заказ \(about) есть в нескольких файлах, и ни один не новее; он не учтён, пока не придёт файл с ним целиком"
      )
    case .sharedNumber:
      return say(
        "\(number(note.count)) numbers, such as \(about), stand in another source more than a day apart or with another buyer; each counts once; if two shops number alike, give one an id_prefix",
        "номеров, которые в другом источнике отстоят больше чем на день или у другого покупателя: \(number(note.count)), например \(about); каждый считается один раз; если это два магазина с одной нумерацией, дайте одному id_prefix"
      )
    case .begunAnew:
      return say(
        "\(number(note.count)) numbers began anew, such as \(about): over 180 days apart with another sum or buyer, each stands for several records",
        "номеров, начатых заново: \(number(note.count)), например \(about): между датами больше 180 дней, сумма или покупатель другие, это разные записи"
      )
    case .movedPlacing:
      return say(
        "\(number(note.count)) numbers, such as \(about), stand over 180 days away in another record with the same sum and buyer; each counts once, with its newest date",
        "номеров, у которых в другой записи та же сумма и покупатель, а дата отстоит больше чем на 180 дней: \(number(note.count)), например \(about); каждый считается один раз, по новой дате"
      )
    case .reusedNumber:
      return say(
        "\(number(note.count)) records have the number of an older one, such as \(about), over 30 days away and of another person; only the newest counts; if numbers began anew, give the older files a source of their own with an id_prefix",
        "записей с номером более старой, например \(about), хотя даты отстоят больше чем на 30 дней и человек другой: \(number(note.count)); считается только новая; если нумерация началась заново, дайте старым файлам свой источник с id_prefix"
      )
    case .keptAsRead:
      return say(
        "the file is gone: \(number(note.count)) records stay as the former keys of its source read them",
        "файла больше нет: записей, прочитанных по прежним ключам источника: \(number(note.count))")
    case .paymentsOfVoid:
      return say(
        "payments of invoices that are void: \(number(note.count)), such as of \(note.about); the money is nobody’s until the invoice is open again or it is given back",
        "платежи по аннулированным счетам: \(number(note.count)), например по \(note.about); деньги ничьи, пока счёт не открыт снова или они не возвращены"
      )
    case .paidWithoutDay:
      return say(
        "\(number(note.count)) invoices say that they are paid, such as \(about), and no file tells when; they count as unpaid until one has paid_at or their payments",
        "счетов со статусом «оплачен», о дне оплаты которых ни один файл не говорит: \(number(note.count)), например \(about); они считаются неоплаченными, пока не появится paid_at или платежи"
      )
    case .spendOfGoneFile:
      return say(
        "the file is gone: \(number(note.count)) records of spend stay as it told them",
        "файла больше нет: записи расхода (\(number(note.count))) остаются, как он их сообщил"
      )
    case .otherAccount:
      return say(
        "for \(number(note.count)) days of campaigns without numbers a newer file gives quite other costs, and they alone count: \(about); if the two are accounts of their own, export campaign numbers or give one source an id_prefix",
        "дней кампаний без номеров, за которые более новый файл даёт совсем другой расход: \(number(note.count)), считается только он: \(about); если это два разных кабинета, выгружайте номера кампаний или дайте одному источнику id_prefix"
      )
    case .mostlyRobots:
      return say(
        "most page views, \(number(note.count)), are robots’; none of them counts as a visit",
        "большинство просмотров, \(number(note.count)), от роботов; визитами они не считаются")
    case .ignoredRest:
      return say(
        "what stands behind the end of its compressed part was not read; if lines are missing, compress it anew",
        "то, что стоит после конца сжатой части, не прочитано; если строк не хватает, сожмите файл заново"
      )
    case .noAddress:
      return say(
        "\(number(note.count)) page views name no visitor’s address; log it too, or name its key in columns",
        "в \(number(note.count)) просмотрах нет адреса посетителя; добавьте его в журнал или назовите его ключ в columns"
      )
    case .oneAddress:
      return say(
        "nearly all of its \(number(note.count)) page views come from one address, as if there were one visitor; behind a proxy, log X-Forwarded-For and set forwarded_for: true",
        "почти все \(number(note.count)) просмотров с одного адреса, как у одного посетителя; за прокси пишите в журнал X-Forwarded-For и укажите forwarded_for: true"
      )
    case .noAgent:
      return say(
        "none of \(number(note.count)) page views names a browser, so robots cannot be told; log the user agent too, or name its key in columns",
        "ни в одном из \(number(note.count)) просмотров не назван браузер, роботов не отличить; добавьте его в журнал или назовите его ключ в columns"
      )
    case .wrappedLines:
      return say(
        "\(number(note.count)) lines were read out of a wrapper around them (\(about))",
        "\(number(note.count)) строк прочитано из обёртки (\(about))")
    case .noRequests:
      return say(
        "none of its \(number(note.count)) records is a readable request; check the format",
        "ни одна из \(number(note.count)) записей не похожа на запрос; проверьте format")
    case .clockBehind:
      return say(
        "\(counted(note.count, .order)) are dated some minutes before the visit that made them; they are credited to it; set the clocks alike",
        "\(counted(note.count, .order)): время на несколько минут раньше визита, в котором заказ сделан; визит засчитан; сверьте часы"
      )
    case .unfinishedLine:
      return say(
        "its last line has no end and is not read; if nothing more comes, add a line break",
        "последняя строка не закончена и не прочитана; если продолжения не будет, добавьте перевод строки"
      )
    }
  }
}
