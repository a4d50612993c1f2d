import Testing
import TributaryModel

@testable import TributaryIngest

struct FormatGuessTests {
  // Two of Apache's formats lay out their lines as nginx's do: the first name is taken.
  @Test(
    arguments: FormatRegistry.all.map(\.name).filter {
      !["apache-combined", "apache-vhost-combined"].contains($0)
    })
  func `a format is told from its own example`(name: String) throws {
    let bench = try Workbench()
    let format = try FormatRegistry.format(named: name)
    let guess = try #require(try FormatGuess.of(bench.write("f", format.example + "\n")))
    #expect(guess.format.name == name)
    #expect(format.kinds.contains(guess.kind))
  }

  @Test func `a guess prints what to paste`() throws {
    let bench = try Workbench()
    let file = try bench.write("o.csv", "order_id;total;placed_at;city\n")
    let guess = try #require(try FormatGuess.of(file))
    #expect(guess.columns == ["order_id", "placed_at", "total", "city"])
    #expect(
      guess.snippet(path: "o.csv") == "{kind: \"orders\", format: \"csv\", paths: [\"o.csv\"]}")
  }

  @Test(arguments: [
    ("Day,Search term,Campaign,Ad group,Keyword,Cost,Impr.,Clicks\n", "google-ads"),
    (
      "Дата;Поисковый запрос;Кампания;Группа;Показы;Клики;Расход (руб.)\n"
        + "03.05.2026;шары;Весна;Шары;5;1;10,50\n", "yandex-direct"
    ),
    ("Date\tQuery\tCampaignId\tAdGroupName\tCriterion\tClicks\tCost\n", "yandex-direct-api"),
  ])
  func `a report of search queries is told from one of spend`(text: String, name: String) throws {
    let bench = try Workbench()
    let guess = try #require(try FormatGuess.of(bench.write("f", text)))
    #expect(guess.format.name == name)
    #expect(guess.kind == .searchQueries)
  }

  @Test func `headers of the shop's own are mapped, in its own words`() throws {
    let bench = try Workbench()
    let text =
      "Выгрузка за май\n№ заказа;Дата создания;Сумма;Статус;Город;Примечание\n"
      + "17;03.05.2026 10:15;1 990,50;Новый;Тула;\n"
    let guess = try #require(try FormatGuess.of(bench.write("o.csv", text)))
    #expect(guess.kind == .orders)
    #expect(guess.loaded == 1)
    #expect(
      guess.snippet(path: "o.csv")
        == "{kind: \"orders\", format: \"csv\", paths: [\"o.csv\"], columns: {"
        + "city: \"Город\", order_id: \"№ заказа\", placed_at: \"Дата создания\", "
        + "status: \"Статус\", total: \"Сумма\"}}")
  }

  @Test(arguments: ["", "nothing known here\n", "a,b\n1,2\n"])
  func `what fits nothing is not guessed`(text: String) throws {
    let bench = try Workbench()
    #expect(try FormatGuess.of(bench.write("f", text))?.format.name == nil)
  }
}
