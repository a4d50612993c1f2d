extension Campaign {
  /// The fourteen campaigns of the shop.
  static let all: [Campaign] = yandex + google + vk

  private static let yandex: [Campaign] = [
    Campaign(
      name: "maskarad_brand_poisk", id: "70110001", platform: .yandex, medium: "cpc",
      role: .brand, landing: "/", opening: 3, buying: 6, closing: 26, clickPrice: 900,
      impressionsPerClick: 4),
    Campaign(
      name: "karnavalnye_kostyumy_poisk", id: "70110002", platform: .yandex, medium: "cpc",
      role: .generic, landing: "/catalog/supergeroi", opening: 7, buying: 13, closing: 9,
      clickPrice: 3400, impressionsPerClick: 13),
    Campaign(
      name: "detskie_kostyumy_poisk", id: "70110003", platform: .yandex, medium: "cpc",
      role: .generic, landing: "/catalog/zveri", opening: 6, buying: 10, closing: 7,
      clickPrice: 2800, impressionsPerClick: 12),
    Campaign(
      name: "Хэллоуин поиск", id: "70110004", platform: .yandex, medium: "cpc",
      role: .generic, landing: "/catalog/hellouin", opening: 8, buying: 14, closing: 9,
      clickPrice: 3800, impressionsPerClick: 11, months: [9, 10]),
    Campaign(
      name: "novyj_god_poisk", id: "70110005", platform: .yandex, medium: "cpc",
      role: .generic, landing: "/catalog/novyj-god", opening: 8, buying: 14, closing: 9,
      clickPrice: 4100, impressionsPerClick: 11, months: [11, 12]),
    Campaign(
      name: "spb_poisk", id: "70110006", platform: .yandex, medium: "cpc", role: .generic,
      landing: "/", opening: 9, buying: 13, closing: 6, clickPrice: 3000,
      impressionsPerClick: 14, city: "Санкт-Петербург", tagsByID: true),
    Campaign(
      name: "kazan_poisk", id: "70110007", platform: .yandex, medium: "cpc", role: .generic,
      landing: "/", opening: 10, buying: 12, closing: 6, clickPrice: 2200,
      impressionsPerClick: 14, city: "Казань"),
    Campaign(
      name: "rsya_obrazy", id: "70110008", platform: .yandex, medium: "cpc", role: .assist,
      landing: "/catalog/princessy", opening: 7, buying: 10, closing: 0, clickPrice: 1100,
      impressionsPerClick: 180),
    Campaign(
      name: "rsya_shirokaya", id: "70110009", platform: .yandex, medium: "cpc", role: .useless,
      landing: "/catalog/aksessuary", opening: 7, buying: 0.06, closing: 0, clickPrice: 1300,
      impressionsPerClick: 260),
  ]

  private static let google: [Campaign] = [
    Campaign(
      name: "search_costumes", id: "20987650001", platform: .google, medium: "cpc",
      role: .generic, landing: "/catalog/istoricheskie", opening: 4, buying: 6, closing: 4,
      clickPrice: 2600, impressionsPerClick: 15),
    Campaign(
      name: "display_wide", id: "20987650002", platform: .google, medium: "display",
      role: .useless, landing: "/", opening: 5, buying: 0.05, closing: 0, clickPrice: 1500,
      impressionsPerClick: 310),
  ]

  private static let vk: [Campaign] = [
    Campaign(
      name: "vk_karnaval_video", id: "1031001", platform: .vk, medium: "social",
      role: .assist, landing: "/catalog/hellouin", opening: 6, buying: 9, closing: 0,
      clickPrice: 1200, impressionsPerClick: 150),
    Campaign(
      name: "vk_podborki", id: "1031002", platform: .vk, medium: "cpc", role: .generic,
      landing: "/catalog/princessy", opening: 4, buying: 4, closing: 3, clickPrice: 1700,
      impressionsPerClick: 90),
    Campaign(
      name: "vk_konkurs", id: "1031003", platform: .vk, medium: "social", role: .useless,
      landing: "/", opening: 6, buying: 0.06, closing: 0, clickPrice: 1000,
      impressionsPerClick: 120),
  ]
}
