import TributaryAnalysis
import TributaryModel

/// Where calls to static and toll-free numbers probably came from.
struct CallSourceSection {
  let report: CallSourceReport
  let words: Words

  var section: Section {
    Section(
      topic: words.callSourcesTopic, claim: words.callSourcesClaim(report.answer),
      blocks: report.calls > 0
        ? [.remark(words.callsReconciled(report)), .table(table)]
        : [.nothing(words.callSourcesMissing)],
      notes: report.calls > 0
        ? [
          Section.Note(words.howToRead, words.callSourcesRead),
          Section.Note(words.howSure, words.callSourcesSure(report.certainty ?? 0)),
        ] : [])
  }

  private var table: Table {
    Table(
      CallChannelShare.results, report.channelShares, asOf: report.window.last,
      file: "call-channels", label: words.callSourcesTopic,
      columns: [
        .drawn(words.channelHead) {
          .text($0.channel.map { words.name($0) } ?? words.noneOfTheVisits)
        },
        .column("calls", words.callsHead), .column("share", words.shareHead),
      ],
      total: [.text(words.together), .estimate(Estimate(Double(report.calls))), .value(1.0)],
      words: words)
  }
}

/// The words of the section on where calls came from.
extension Words {
  var callSourcesTopic: String { say("Where calls came from", "Откуда звонили") }
  var noneOfTheVisits: String { say("None of the visits", "Ни один из визитов") }

  func callSourcesClaim(_ answer: CallSourceReport.Answer) -> String {
    switch answer {
    case .unknown:
      say("Where calls came from is not known.", "Откуда звонили, неизвестно.")
    case .few(let calls):
      say(
        "Only \(counted(calls, .call)): too few to say where they came from.",
        "Всего \(counted(calls, .call)): слишком мало, чтобы сказать, откуда звонили.")
    case .hardlyAny(let calls):
      say(
        "Hardly any of \(counted(calls, .call)) follows a visit: people have the number from elsewhere, or the log misses their visits.",
        "Почти ни один звонок (всего \(number(calls))) не следует за визитом: номер знают не с сайта или визитов нет в журнале."
      )
    case .fromSite(let site, let calls, let channel, let most):
      say(
        "About \(number(site)) of \(counted(calls, .call)) came from a visit, most through \(name(channel)): about \(number(most)).",
        "С сайта пришло около \(number(site)) звонков из \(number(calls)), больше всего через «\(name(channel))»: около \(number(most))."
      )
    }
  }

  /// How the numbers of calls on the page follow from all of them.
  func callsReconciled(_ report: CallSourceReport) -> Markup {
    let none = Int(report.none.value.rounded())
    let site = number(report.calls - none)
    let known = report.all - report.calls
    return rich(
      """
      All <b>\(counted(report.all, .call))</b>: \(number(report.calls)) were shared among visits, of which \
      \(site) came from one and \(number(none)) from none; \(number(known)) have a source of their own, \
      or no visits of their day are known. \(number(report.qualified)) of all count as conversions: \
      the others were short, redialled or soon after one that counts.
      """,
      """
      Всего звонков <b>\(number(report.all))</b>: \(number(report.calls)) разделены между визитами \
      (\(site) пришли с визита, \(number(none)) ни с одного), у \(number(known)) есть свой источник \
      или нет визитов за их день. Конверсиями считаются \(number(report.qualified)): остальные короткие, \
      повторные или сделаны вскоре после учтённого.
      """)
  }

  var callSourcesMissing: Markup {
    rich(
      "Name files of kind <code>calls</code>, <code>clickstream</code> and <code>phone_numbers</code> under <code>sources</code> in the pipeline file; calls show after the next run.",
      "Укажите в <code>sources</code> файла конвейера файлы видов <code>calls</code>, <code>clickstream</code> и <code>phone_numbers</code>: звонки появятся после следующего запуска."
    )
  }

  var callSourcesRead: Markup {
    rich(
      "A call to a number that stands for no channel is shared among the visits that began in the hour before it on the sites that show the number, by how long before they began, what they looked at and who had ordered with the caller's phone. Calls with a known source are left out.",
      "Звонок на номер, за которым не стоит канал, делится между визитами на сайты с этим номером за час до него: по тому, за сколько минут они начались, что в них смотрели и кто заказывал с этого телефона. Звонки с известным источником не учтены."
    )
  }

  func callSourcesSure(_ certainty: Double) -> Markup {
    rich(
      "Each call adds its probabilities, so the sums are better than any one guess: the likeliest source of a call has \(percent(certainty, decimals: 0)) on average.",
      "Каждый звонок прибавляет свои вероятности, поэтому суммы надёжнее отдельной догадки: у самого вероятного источника звонка в среднем \(percent(certainty, decimals: 0))."
    )
  }
}
