import TributaryModel

extension SampleTable {
  static func geodomains(_ settings: SampleSettings) -> SampleTable {
    SampleTable(
      "geodomains.csv", .geodomains,
      rows: City.withDomain.map { city in
        let launch = city.launchDay(asOf: settings.asOf) ?? Day(year: 2021, month: 3, day: 1)
        return [
          city.host ?? "", city.name, city.region, String(city.population),
          launch?.description ?? "",
        ]
      })
  }

  static func phoneNumbers(_ settings: SampleSettings) -> SampleTable {
    var rows = City.withDomain.map { city in
      [
        city.phone ?? "", city.host ?? "", "static", "", "",
        city.launchDay(asOf: settings.asOf)?.description ?? "2021-03-01", "",
      ]
    }
    rows.append([City.tollFree, "", "tollfree", "", "", "2021-03-01", ""])
    rows.append(
      [City.mapsNumber, City.mainHost, "static", "", "organic-search", "2023-05-01", ""])
    return SampleTable("phone_numbers.csv", .phoneNumbers, rows: rows)
  }

  static func products() -> SampleTable {
    SampleTable(
      "products.csv", .products,
      rows: Product.catalogue.map { product in
        [
          product.sku, product.name, product.category.name, product.cost.roubles,
          String(product.leadDays),
        ]
      })
  }

  /// Holidays of every year of the story and of the one after, promotions up to as-of.
  static func calendar(_ settings: SampleSettings) -> SampleTable {
    let holidays = [
      (1, 1, "Новый год"), (1, 7, "Рождество"), (2, 23, "День защитника Отечества"),
      (3, 8, "Международный женский день"), (5, 9, "День Победы"), (5, 26, "Последний звонок"),
      (6, 1, "День защиты детей"), (6, 12, "День России"), (9, 1, "День знаний"),
      (10, 31, "Хэллоуин"), (11, 4, "День народного единства"), (12, 31, "Канун Нового года"),
    ]
    var rows: [[String]] = []
    for year in settings.trade.first.year...(settings.asOf.year + 1) {
      for (month, day, name) in holidays {
        guard let date = Day(year: year, month: month, day: day) else { continue }
        rows.append([date.description, name, "holiday"])
      }
      for day in 17...19 {
        guard let date = Day(year: year, month: 4, day: day) else { continue }
        rows.append([date.description, "Весенняя распродажа", "promotion"])
      }
    }
    return SampleTable("calendar.csv", .calendar, rows: rows.sorted { $0[0] < $1[0] })
  }
}
