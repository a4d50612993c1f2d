extension Product {
  /// Every article: eight categories of six.
  static let catalogue: [Product] =
    shelf(
      .halloween, "HW",
      [
        ("vampir", "Костюм вампира", 3490), ("vedma", "Костюм ведьмы", 2990),
        ("skelet", "Костюм скелета", 2490), ("zombi", "Костюм зомби", 2790),
        ("prizrak", "Костюм призрака", 1990), ("plashch", "Плащ с капюшоном", 1490),
      ])
    + shelf(
      .newYear, "NY",
      [
        ("ded-moroz", "Костюм Деда Мороза", 5990), ("snegurochka", "Костюм Снегурочки", 4990),
        ("snezhinka", "Платье снежинки", 2190), ("gnom", "Костюм гнома", 1890),
        ("elf", "Костюм эльфа", 2390), ("yolochka", "Платье ёлочки", 2090),
      ])
    + shelf(
      .animals, "AN",
      [
        ("zajchik", "Костюм зайчика", 1690), ("lisichka", "Костюм лисички", 1790),
        ("tigr", "Костюм тигра", 2290), ("medved", "Костюм медведя", 2490),
        ("volk", "Костюм волка", 2390), ("pchelka", "Костюм пчёлки", 1590),
      ])
    + shelf(
      .princesses, "PR",
      [
        ("zolushka", "Платье Золушки", 3290), ("koroleva", "Костюм королевы", 4290),
        ("feya", "Костюм феи", 2590), ("rusalka", "Костюм русалки", 2890),
        ("vostochnaya", "Костюм восточной красавицы", 3190), ("balerina", "Пачка балерины", 1990),
      ])
    + shelf(
      .heroes, "HR",
      [
        ("rycar", "Костюм рыцаря", 3390), ("pirat", "Костюм пирата", 2690),
        ("nindzya", "Костюм ниндзя", 2290), ("kovboj", "Костюм ковбоя", 2590),
        ("kosmonavt", "Костюм космонавта", 3690), ("bogatyr", "Костюм богатыря", 3190),
      ])
    + shelf(
      .history, "HI",
      [
        ("gusar", "Костюм гусара", 6490), ("barynya", "Платье барыни", 6890),
        ("rimlyanin", "Тога римлянина", 3990), ("viking", "Костюм викинга", 4690),
        ("kupec", "Костюм купца", 4490), ("mushketer", "Костюм мушкетёра", 5290),
      ])
    + shelf(
      .accessories, "AC",
      [
        ("maska", "Маска венецианская", 890), ("shlyapa", "Шляпа ведьмы", 790),
        ("krylya", "Крылья ангела", 1290), ("mech", "Меч игрушечный", 690),
        ("ushki", "Ушки на ободке", 390), ("boa", "Боа из перьев", 590),
      ])
    + shelf(
      .wigs, "WG",
      [
        ("parik-chernyj", "Парик чёрный", 1390), ("parik-ryzhij", "Парик рыжий", 1390),
        ("grim", "Набор грима", 690), ("krov", "Кровь искусственная", 290),
        ("boroda", "Борода накладная", 590), ("klyki", "Клыки вампира", 490),
      ])

  static func all(in category: Category) -> [Product] {
    catalogue.filter { $0.category == category }
  }

  private static func shelf(
    _ category: Category, _ prefix: String, _ items: [(String, String, Int64)]
  ) -> [Product] {
    items.enumerated().map { position, item in
      let percent = 46 + Int64((position * 5 + prefix.utf8.reduce(0) { $0 + Int($1) }) % 12)
      return Product(
        sku: "\(prefix)-0\(position + 1)", slug: item.0, name: item.1, category: category,
        price: item.2 * 100, cost: item.2 * percent, leadDays: 7 + position * 3)
    }
  }
}
