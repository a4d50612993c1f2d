import Testing

@testable import TributaryIngest

struct TotalsRowsTests {
  @Test(arguments: ["Total", "Total: Account", "TOTAL :", "Итого", "Всего:", "Gesamt: Konto"])
  func `labels of totals are known`(text: String) {
    #expect(TotalsRows.isLabel(text))
  }

  @Test(arguments: ["Total sale", "Totally", "Итоговая распродажа", "", "2026-09-01"])
  func `names of campaigns are no labels`(text: String) {
    #expect(!TotalsRows.isLabel(text))
  }

  @Test(arguments: [
    "Итого за день", "Всего за 04.05.2026", "Total for May", "TOTAL per day", "Summe",
  ])
  func `sums of a day or a period are known`(text: String) {
    #expect(TotalsRows.isSum(text))
  }

  @Test(arguments: ["Total sale", "Totally for you", "Forever", "Итоговая распродажа"])
  func `names of campaigns are no sums`(text: String) {
    #expect(!TotalsRows.isSum(text))
  }
}
