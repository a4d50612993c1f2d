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
}
