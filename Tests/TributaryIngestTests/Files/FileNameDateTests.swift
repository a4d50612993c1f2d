import Testing
import TributaryModel

@testable import TributaryIngest

@Suite struct FileNameDateTests {
  @Test(arguments: [
    ("orders-2026-06-01.csv", "2026-06-01"), ("orders_20260601.csv.gz", "2026-06-01"),
    ("orders-31.05.2026.csv", "2026-05-31"), ("2026_06_01 orders (1).csv", "2026-06-01"),
    ("Orders 1 Jun 2026.csv", "2026-06-01"), ("orders-1-июня-2026.csv", "2026-06-01"),
    ("June 1, 2026 export.csv", "2026-06-01"), ("01jun2026.csv", "2026-06-01"),
    ("1.6.26.csv", "2026-06-01"), ("заказы 01.06.2026 - копия.csv", "2026-06-01"),
    ("in/2026/06/01/orders.csv", "2026-06-01"), ("in/2026-06-01/orders.csv", "2026-06-01"),
    ("13-06-2026.csv", "2026-06-13"), ("06-13-2026.csv", "2026-06-13"),
    ("24. Dezember 2025.csv", "2025-12-24"), ("3 août 2026.csv", "2026-08-03"),
    ("31-Dec-25.csv", "2025-12-31"), ("06.06.2026.csv", "2026-06-06"),
    ("注文_2026年5月31日.csv", "2026-05-31"), ("pedidos 1 de junio de 2026.csv", "2026-06-01"),
    ("замовлення 31 травня 2026.csv", "2026-05-31"), ("01.06.26.csv", "2026-06-01"),
    ("in/2026-06-01/part-120534.csv", "2026-06-01"), ("120534 2026-06-01.csv", "2026-06-01"),
  ])
  func `a day is read in any usual writing`(name: String, day: String) throws {
    let named = try #require(FileNameDate(name).day(nil), "\(name)")
    #expect(named == NamedDay(try #require(Day(day))), "\(name)")
  }

  @Test(arguments: [
    ("июнь 2026.csv", "2026-06-30"), ("spend-2026-02.csv", "2026-02-28"),
    ("202402.csv", "2024-02-29"), ("06.2026.csv", "2026-06-30"),
    ("2026-05-01_2026-05-31.csv", "2026-05-31"), ("01.05-31.05.2026.csv", "2026-05-31"),
    ("spend-2026-W22.csv", "2026-05-31"), ("2026w01.csv", "2026-01-04"),
    ("2026-Q2.csv", "2026-06-30"), ("20260501-20260531.csv", "2026-05-31"),
    ("KW53-2026.csv", "2027-01-03"), ("may_2026.csv", "2026-05-31"),
    ("orders_May-1-31-2026.csv", "2026-05-31"), ("01.05.26-31.05.26.csv", "2026-05-31"),
    ("260501-260531.csv", "2026-05-31"), ("01-05-2026_31-05-2026.csv", "2026-05-31"),
    ("05-01-2026_05-31-2026.csv", "2026-05-31"), ("201501-202412.csv", "2024-12-31"),
    ("spend-05-2026.csv", "2026-05-31"), ("spend 5.2026.csv", "2026-05-31"),
    ("spend_05_2026.csv", "2026-05-31"),
  ])
  func `of several days the last counts`(name: String, day: String) throws {
    let named = try #require(FileNameDate(name).day(nil), "\(name)")
    let isRange = name == "01.05-31.05.2026.csv"
    #expect(named == NamedDay(try #require(Day(day)), isSpan: !isRange), "\(name)")
  }

  @Test(arguments: [
    ("2026-06-01_0415.csv", 4 * 3600 + 15 * 60), ("2026-06-01T04-15-30.csv", 15_330),
    ("20260601-041530.csv", 15_330), ("20260601041530.csv", 15_330),
    ("orders 2026-06-01 04.15.csv", 4 * 3600 + 15 * 60),
    ("01.06.2026 9.15.csv", 9 * 3600 + 15 * 60), ("2026-06-01 at 04.15.30 AM.csv", 15_330),
    ("2026-06-01 at 4.15.00\u{202f}PM.csv", 16 * 3600 + 15 * 60),
    ("2026-06-01 12.15 am.csv", 15 * 60), ("2026-06-01 12.15 pm.csv", 12 * 3600 + 15 * 60),
  ])
  func `a time behind the day is read`(name: String, second: Int) throws {
    let day = try #require(Day("2026-06-01"))
    #expect(FileNameDate(name).day(nil) == NamedDay(day, second: second), "\(name)")
  }

  @Test(arguments: [
    "orders.csv", "orders (1).csv", "batch-10.csv", "20269999.csv", "order-4711.csv",
    "12345678901234567890.csv", "mars.csv", "2026.csv", "u-a.csv", "1-2-3.csv", "99999999.csv",
    "access.log.1", "v2.1.csv", "300000.csv", "order-9161234567.csv", "batch-100101.csv",
    "200401-200912.csv", "199801-200112.csv", "200101_200206.csv", "kassa 1 2026.csv",
    "kassa 12 2026.csv", "shop-1-2026.csv", "shop_2_2026.csv", "kassa1.2026.csv",
    "2019-2026.csv",
  ])
  func `numbers and words that are no dates are none`(name: String) {
    #expect(FileNameDate(name).day(nil) == nil, "\(name)")
    #expect(FileNameDate(name).day(.dayFirst) == nil, "\(name)")
  }

  @Test func `day and month in digits count where other names prove their order`() throws {
    let name = FileNameDate("orders-03-04-2026.csv")
    #expect(name.day(nil) == nil)
    let dayFirst = FileNameDate("orders-15-03-2026.csv")
    let monthFirst = FileNameDate("orders-03-15-2026.csv")
    let other = FileNameDate("orders-05.06.2026.csv")
    #expect(FileNameDate.order(of: [name, other]) == nil)
    #expect(
      name.day(FileNameDate.order(of: [name, dayFirst]))
        == NamedDay(try #require(Day("2026-04-03"))))
    #expect(
      name.day(FileNameDate.order(of: [monthFirst, name]))
        == NamedDay(try #require(Day("2026-03-04"))))
    #expect(FileNameDate.order(of: [dayFirst, monthFirst]) == nil)
  }

  @Test(arguments: [
    (["orders_260531.csv", "orders_260601.csv"], "2026-06-01"),
    (["26-05-31.csv", "26-06-01.csv"], "2026-06-01"),
    (["orders_310526.csv", "orders_010626.csv"], "2026-06-01"),
    (["31-05-26.csv", "01-06-26.csv"], "2026-06-01"),
    (["05-31-26.csv", "06-01-26.csv"], "2026-06-01"),
    (["26.05.31.csv", "26.06.01.csv"], "2026-06-01"),
    (["31.05.26.csv", "01.06.26.csv"], "2026-06-01"),
    (["260501.csv", "260502.csv"], "2026-05-02"),
    (["orders_25.06.24.csv", "orders_25.01.26.csv"], "2026-01-25"),
    (["20.02.24.csv", "20.03.25.csv", "20.01.26.csv"], "2026-01-20"),
  ])
  func `a short year is known by the other names`(names: [String], day: String) throws {
    let dates = names.map { FileNameDate($0) }
    let last = try #require(dates.last).day(FileNameDate.order(of: dates))
    #expect(last == NamedDay(try #require(Day(day))))
  }

  @Test func `a range in numbers ends where other names prove its order`() throws {
    let name = FileNameDate("orders-01-05-2026_03-05-2026.csv")
    #expect(name.day(nil) == nil)
    let other = FileNameDate("orders-13-05-2026_15-05-2026.csv")
    #expect(
      name.day(FileNameDate.order(of: [name, other]))?.day == Day("2026-05-03"))
    #expect(name.day(.monthFirst)?.day == Day("2026-03-05"))
  }

  @Test(arguments: [
    (["200401.csv", "200413.csv"], "200401.csv", "2020-04-01"),
    (["20052026.csv", "19052026.csv"], "20052026.csv", "2026-05-20"),
    (["20102015.csv", "31102015.csv"], "20102015.csv", "2015-10-20"),
  ])
  func `what may be a month or years is a day where other names are days`(
    names: [String], name: String, day: String
  ) throws {
    let order = FileNameDate.order(of: names.map { FileNameDate($0) })
    #expect(FileNameDate(name).day(order)?.day == Day(day))
    #expect(FileNameDate(name).day(nil) == nil)
    #expect(FileNameDate.order(of: [FileNameDate(name)]) == nil)
  }

  @Test(arguments: [
    ["260520.csv"], ["250624.csv", "250126.csv"], ["1650032058.csv"], ["export-v2.1.24.csv"],
    ["010626.csv", "020626.csv"], ["26-05-31.csv"], ["260531.csv", "310526.csv"],
  ])
  func `a short year that nothing proves is none`(names: [String]) {
    let dates = names.map { FileNameDate($0) }
    #expect(dates.last?.day(FileNameDate.order(of: dates)) == nil)
  }
}
