import TributaryModel

@testable import TributaryAnalysis
@testable import TributaryReports

extension CarnivalShop {
  var ledger: LedgerAnswers {
    LedgerAnswers(money: money, restatement: restatement, accounts: accounts)
  }

  private var money: [FileMoney] {
    [
      file("orders/2026.csv", .orders, read: 507_465_000, rejected: 345_000, unknown: 2),
      file("payments.csv", .payments, read: 96_400_000),
      file("spend/11.csv", .spend, read: 39_800_000, stated: 41_000_000),
      file("spend/12.csv", .spend, read: 1_204_000, stated: 1_204_000, currency: "EUR"),
    ]
  }

  private func file(
    _ path: String, _ kind: SourceKind, read: Int64, rejected: Int64 = 0, unknown: Int = 0,
    stated: Int64? = nil, currency: String = "RUB"
  ) -> FileMoney {
    var counts = MoneyCounts()
    counts.read = read
    counts.loaded = read - rejected
    counts.rejected = rejected
    counts.restatedFrom = read / 50
    counts.restatedTo = read / 60
    counts.unknownAmounts = unknown
    return FileMoney(
      path: spell(path), kind: kind, currency: currency, counts: counts, listed: read,
      statedTotal: stated)
  }

  private var restatement: Restatement {
    func change(
      _ days: Int, _ measure: Restatement.Measure, _ before: Int64, _ after: Int64
    ) -> Restatement.Change {
      Restatement.Change(
        day: CarnivalShop.asOf.adding(-days), measure: measure, before: before, after: after,
        files: (1...3).map { spell("orders/2026-11-\($0).csv") })
    }
    return Restatement(
      since: CarnivalShop.asOf.adding(-1),
      days: [
        change(2, .revenue, 19_840_000, 17_210_000), change(2, .orders, 61, 57),
        change(2, .cancelled, 3, 7), change(5, .spend, 1_204_000, 1_310_550),
      ], usual: [.revenue: 200_000_000, .spend: 39_800_000])
  }

  private var accounts: [AdAccount] {
    let months: [(Int, Int64, Int64)] = [
      (-60, 41_200_000, 50_000_000), (-30, 38_900_000, 30_000_000), (0, 19_100_000, 20_000_000),
    ]
    let entries = months.flatMap { days, spent, paid in
      ["yandex", "vk"].map { source in
        AdAccount.Entry(
          source: spell(russian(source, source == "vk" ? "вк" : "яндекс")), currency: "RUB",
          month: CarnivalShop.asOf.adding(days),
          spent: spent, paid: source == "vk" ? 0 : paid, lastSpend: CarnivalShop.asOf,
          lastPaid: source == "vk" ? nil : CarnivalShop.asOf)
      }
    }
    return AdAccount.balancing(entries, platforms: AdPlatforms(), asOf: CarnivalShop.asOf)
  }
}
