import Testing
import TributaryModel

@testable import TributaryIngest

struct YandexDirectTests {
  private let wizard = """
    "Отчёт ""По дням"", шары"
    Период: 01.09.2026 - 02.09.2026; все кампании, с НДС
    Создан 03.09.2026

    Дата;Кампания;№ Кампании;Группа;№ Группы;Тип площадки;Площадка;Показы;Клики;CTR (%);\
    Расход (руб.);Ср. цена клика (руб.)
    01.09.2026;Весна;M-12345;Шары;4501;поиск;yandex.ru;1 010;21;2,08;505,50;24,07
    01.09.2026;Весна;12345;Шары;4501;сети;dzen.ru;3000;4;0,13;1 020,05;255,01
    02.09.2026;Весна;M-12345;Шары;4501;сети;dzen.ru;7;0;0;—;—
    Итого;;;;;—;—;4017;25;0,62;1 525,55;61,02
    """

  @Test func `the wizard's report is read with its preamble, total and currency`() throws {
    let report = try SpendReport("yandex-direct", wizard)
    #expect(report.costs == [50550, 102_005])
    #expect(report.days == ["2026-09-01", "2026-09-01"])
    #expect(report.column("campaign_id") == [.text("12345"), .text("12345")])
    #expect(report.column("ad_group") == [.text("Шары"), .text("Шары")])
    #expect(report.column("currency") == [.text("RUB"), .text("RUB")])
    #expect(report.column("source") == [.text("yandex"), .text("yandex")])
    #expect(report.column("impressions") == [.integer(1010), .integer(3000)])
    #expect(report.rejection?.reason == .missingValue)
    #expect(report.rejection?.line == 8)
    #expect(report.counts.filtered == 1)
    #expect(report.counts.read == 4)
  }

  @Test func `the total is read as the rows are, VAT added: 1,525.55 x 1.2 = 1,830.66`() throws {
    // 505.50 + 1,020.05 = 1,525.55, as the last line says.
    let whole = try SpendReport("yandex-direct", wizard) { $0.vatRate = 0.2 }
    #expect(whole.table.summary.statedTotal == 183_066)
    #expect(whole.table.summary.statedCurrency == .rub)
    #expect(whole.costs.reduce(0, +) == 183_066)
    let lines = wizard.split(separator: "\n", omittingEmptySubsequences: false)
    let cut = try SpendReport(
      "yandex-direct", (lines[...5] + lines[7...]).joined(separator: "\n"))
    #expect(cut.costs == [50550])
    #expect(cut.table.summary.statedTotal == 152_555)
  }

  @Test func `tabs, the sign of the rouble and columns left out are read`() throws {
    let report = try SpendReport(
      "yandex-direct",
      "Отчёт\nДата\t№ Кампании\t№ Группы\tПоказы\tКлики\tРасход, ₽\n"
        + "01.09.2026\t12345\t4501\t10\t2\t1 505,50\nВсего\t\t\t10\t2\t1 505,50\n")
    #expect(report.costs == [150_550])
    #expect(report.column("campaign") == [.null])
    #expect(report.column("ad_group_id") == [.text("4501")])
    #expect(report.column("currency") == [.text("RUB")])
  }

  @Test func `search queries are read, in the shop's currency only`() throws {
    let text =
      "Поисковые запросы\nДата;Поисковый запрос;Кампания;№ Кампании;Показы;Клики;"
      + "Расход (руб.);Конверсии\n"
      + "01.09.2026;купить шары;Весна;M-12345;12;3;45,60;1\n"
      + "01.09.2026;итого шаров;Весна;M-12345;2;0;0,00;—\nИтого;;;;14;3;45,60;1\n"
    let report = try SpendReport("yandex-direct", text, kind: .searchQueries) {
      $0.currency = .rub
    }
    #expect(report.column("query") == [.text("купить шары"), .text("итого шаров")])
    #expect(report.costs == [4560, 0])
    #expect(report.column("conversions") == [.real(1), .null])
    #expect(report.column("campaign_id") == [.text("12345"), .text("12345")])
    let foreign = try SpendReport("yandex-direct", text, kind: .searchQueries)
    #expect(foreign.table.rejections.map(\.reason) == [.badCurrency, .badCurrency])
  }

  @Test(arguments: ["Неделя", "Месяц", "Кампания"])
  func `a report that is not by day is refused with advice`(column: String) throws {
    let error = #expect(throws: IngestError.self) {
      try SpendReport("yandex-direct", "\(column);Показы;Расход (руб.)\nx;1;2,50\n")
    }
    #expect(error?.kind == .missingColumn)
    #expect(error?.line == 1)
    #expect(error?.message.contains("by days") == true)
  }
}
