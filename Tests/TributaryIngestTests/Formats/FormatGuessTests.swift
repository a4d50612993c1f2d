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

  @Test(arguments: [
    ("order_id,placed_at,sku,quantity,unit_price\n7,2026-05-03 10:20,a,6,2.55\n", true),
    ("order_id,sku,quantity,unit_price\n7,a,6,2.55\n", false),
    ("InvoiceNo,InvoiceDate,StockCode,Quantity,UnitPrice\n7,2026-05-03 10:20,a,6,2.55\n", true),
    ("Номер;Дата;Артикул;Количество;Цена\n7;03.05.2026;a;6;2,55\n", true),
  ])
  func `lines that carry their order's time are proposed with derive_orders`(
    text: String, derives: Bool
  ) throws {
    let bench = try Workbench()
    let guess = try #require(try FormatGuess.of(bench.write("l.csv", text)))
    #expect(guess.kind == .orderLines)
    #expect(guess.snippet(path: "l.csv").contains("derive_orders: true") == derives)
  }

  @Test(arguments: ["", "nothing known here\n", "a,b\n1,2\n"])
  func `what fits nothing is not guessed`(text: String) throws {
    let bench = try Workbench()
    #expect(try FormatGuess.of(bench.write("f", text))?.format.name == nil)
  }

  private static let agent =
    "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"

  private static func lines(_ line: (Int) -> String, count: Int = 3) -> String {
    (1...count).map { line($0) + "\n" }.joined()
  }

  private static func common(_ number: Int) -> String {
    "203.0.113.\(number) - - [03/May/2026:10:00:0\(number % 10) +0000] \"GET /a HTTP/1.1\" 200 5000"
  }

  private static func combined(_ number: Int) -> String {
    common(number) + " \"-\" \"\(agent)\""
  }

  @Test(arguments: [
    (lines { combined($0) + " 161 \"shop@docker\" \"http://172.17.0.3:80\" 22ms" }, "traefik-clf"),
    (lines { combined($0) + " rt=0.01" }, "nginx-combined"),
    (lines { combined($0) + " \"-\" 0.010" }, "nginx-main"),
    (lines { combined($0).replacing(" - - ", with: " -  -  ") + " " }, "nginx-combined"),
    (lines { "shop.example " + combined($0) }, "nginx-vhost-combined"),
    (lines { "shop.example " + common($0) }, "apache-vhost-common"),
    (lines { common($0) + " 2/2126669" }, "apache-common"),
    (
      lines { combined($0).replacing(" - - ", with: " shop.example - ") }, "lighttpd"
    ),
    (lines { "May  3 10:00:01 web1 nginx: " + combined($0) }, "nginx-combined"),
    (
      lines { "{\"log\":\"" + combined($0).replacing("\"", with: "\\\"") + "\\n\"}" },
      "nginx-combined"
    ),
    (
      "#Fields: date time cs-uri-stem c-ip cs(User-Agent) sc-status\n"
        + lines { "2026-05-03 10:00:0\($0) /a 203.0.113.\($0) \"Mozilla/5.0 (X11)\" 200" },
      "iis-w3c"
    ),
  ])
  func `a log is told by what reads its opening whole and plausibly`(
    text: String, name: String
  ) throws {
    let bench = try Workbench()
    let guess = try #require(try FormatGuess.of(bench.write("a.log", text)))
    #expect(guess.format.name == name)
    #expect(guess.loaded == guess.read && guess.read == 3)
  }

  @Test(arguments: [
    // The status dumps of nginx Plus.
    lines {
      "{\"timestamp\":177779250012\($0),\"version\":8,\"requests\":{\"total\":5000},"
        + "\"server_zones\":{\"shop.example\":{\"requests\":400}}}"
    },
    // A program's own log.
    lines { "{\"ts\":177779250\($0),\"level\":\"info\",\"msg\":\"done\",\"path\":\"/tmp/x\"}" },
    // One line of four is of another layout.
    lines { combined($0) } + "05/03 10:00:01 [error] no such file\n",
    // The host is everybody's address.
    lines({ common($0).replacing("203.0.113.\($0) ", with: "shop.example ") }, count: 25),
    lines { "May 3 " + common($0) },
  ])
  func `what reads little or implausibly is no log`(text: String) throws {
    let bench = try Workbench()
    #expect(try FormatGuess.of(bench.write("a.log", text))?.kind != .clickstream)
  }

  private static let proxied =
    #""start_time":"2026-05-03T10:15:00.123Z","method":"GET","#
    + #""path":"/cart?a=1","protocol":"HTTP/1.1","response_code":200,"bytes_sent":5316,"#
    + #""upstream_host":"10.0.0.9:8080","user_agent":"Mozilla/5.0 (X11)","#

  @Test(arguments: [
    // Envoy's own keys, Istio's, and those of a gateway whose connections are a proxy's.
    (
      #""authority":"shop.example","x_forwarded_for":"203.0.113.7""#,
      ["host": "authority", "forwarded_for": "x_forwarded_for"]
    ),
    (
      #""authority":"shop.example","downstream_remote_address":"203.0.113.7:5123","#
        + #""downstream_local_address":"10.0.0.5:8080","x_forwarded_for":null"#,
      ["host": "authority", "client_ip": "downstream_remote_address"]
    ),
    (
      #"":authority":"shop.example","downstream_remote_address":"10.0.0.7:5123","#
        + #""x_forwarded_for":"203.0.113.7,10.0.0.7""#,
      [
        "host": ":authority", "client_ip": "downstream_remote_address",
        "forwarded_for": "x_forwarded_for",
      ]
    ),
  ])
  func `the log of a mesh is proposed with its own keys`(
    more: String, columns: [String: String]
  ) throws {
    let bench = try Workbench()
    let file = try bench.write(
      "a.json", Self.lines { _ in "{" + Self.proxied + more + "}" })
    let guess = try #require(try FormatGuess.of(file))
    #expect(guess.format.name == "json")
    let common = [
      "time": "start_time", "method": "method", "path": "path", "status": "response_code",
      "bytes": "bytes_sent", "user_agent": "user_agent",
    ]
    #expect(guess.headers == common.merging(columns) { $1 })
    let log = try ReadLog(file, "json", columns: guess.headers)
    #expect(log.rows.map(\.host) == Array(repeating: "shop.example", count: 3))
  }

  @Test(arguments: [
    // Names of the shop's own machines are no hosts of a site.
    #""hostname":"web1.lan.example","remote_addr":"203.0.113.7""#,
    #""pod_ip":"10.0.0.4","x_forwarded_for":"203.0.113.7","host":"shop.example""#,
    #""remote_addr":"203.0.113.7","authority":"shop.example","host":"shop.example""#,
  ])
  func `keys of machines make no other log of one with known keys`(more: String) throws {
    let bench = try Workbench()
    let line =
      #"{"time":"2026-05-03T10:15:00Z","request":"GET /a HTTP/1.1","status":200,"#
      + #""user_agent":"Mozilla/5.0 (X11)","# + more + "}"
    let guess = try #require(
      try FormatGuess.of(bench.write("a.json", Self.lines { _ in line })))
    #expect(guess.format.name == "nginx-json")
  }

  @Test(arguments: [
    (#" "shop.example""#, #" "%v""#), (#" "www.shop.example:443" rt=0.01"#, #" "%v""#),
    (#" "shop.example" "203.0.113.9""#, #" "%v" "%{X-Forwarded-For}i""#),
    (#" "-" "shop.example""#, #" "%v""#),
    (#" "203.0.113.9, 10.0.0.2" "shop.example""#, #" "%{X-Forwarded-For}i" "%v""#),
  ])
  func `a host in the last quotes is no list of addresses`(end: String, shape: String) throws {
    let bench = try Workbench()
    let file = try bench.write("a.log", Self.lines { Self.combined($0) + end })
    let guess = try #require(try FormatGuess.of(file))
    #expect(guess.format.name.hasSuffix(shape), "\(guess.format.name)")
    let host = end.contains("www") ? "www.shop.example" : "shop.example"
    let log = try ReadLog(file, guess.format.name)
    #expect(log.rows.map(\.host) == Array(repeating: host, count: 3))
  }

  @Test(arguments: [
    #" "203.0.113.9""#, #" "-""#, #" "unknown, 203.0.113.9""#, #" "2001:db8::1""#,
    #" "10.0.0.2" 1"#,
  ])
  func `forwarded addresses in the last quotes are still nginx's`(end: String) throws {
    let bench = try Workbench()
    let guess = try FormatGuess.of(
      bench.write("a.log", Self.lines { Self.combined($0) + end }))
    #expect(guess?.format.name == "nginx-main")
  }

  @Test(arguments: [
    #""request":{"url":"https://shop.example/cart","method":"GET"},"level":"error""#,
    #""url":"https://shop.example/a","method":"GET","exception":{"values":[{"type":"TypeError"}]}"#,
    #""url":"https://shop.example/a","method":"POST","status":500,"stacktrace":"at a.js:1""#,
    #""path":"/a","method":"GET","status_code":500,"severity":"CRITICAL","message":"TypeError""#,
  ])
  func `a tracker of errors is no log of visits`(more: String) throws {
    let bench = try Workbench()
    let line =
      #"{"event_id":"a1","timestamp":"2026-05-03T10:00:00Z","ip":"203.0.113.7","#
      + #""user_agent":"Mozilla/5.0 (X11)","# + more + "}"
    var objection: String?
    let guess = try FormatGuess.of(
      bench.write("a.json", Self.lines { _ in line }), objection: &objection)
    #expect(guess == nil)
    #expect(objection?.contains("errors of a program") == true, "\(objection ?? "")")
  }

  @Test(arguments: [
    #""level":"info""#, #""exception":null"#, #""level":"error""#, #""exception":"E""#,
  ])
  func `a log of requests may have errors among them`(more: String) throws {
    let bench = try Workbench()
    let text = Self.lines {
      #"{"time":"2026-05-03T10:00:00Z","client_ip":"203.0.113.\#($0)","method":"GET","#
        + #""path":"/a","status":200,"user_agent":"Mozilla/5.0 (X11)""#
        + ($0 == 1 ? "," + more : "") + "}"
    }
    let guess = try FormatGuess.of(bench.write("a.json", text))
    #expect(guess?.format.name == "nginx-json")
  }

  @Test func `a log that fits nothing is told what does not fit`() throws {
    let bench = try Workbench()
    var objection: String?
    let text = FormatGuessTests.lines { FormatGuessTests.combined($0) } + "x y z\n"
    let guess = try FormatGuess.of(bench.write("a.log", text), objection: &objection)
    #expect(guess == nil)
    #expect(objection?.contains("nginx-combined") == true && objection?.contains("line 4") == true)
  }

  @Test(arguments: [
    (
      #"{"EdgeStartTimestamp":"2026-05-03T10:00:00Z","ClientIP":"203.0.113.7","EdgeServerIP":"8.8.8.8","#
        + #""ClientRequestHost":"shop.example","ClientRequestMethod":"GET","ClientRequestURI":"/a?b=c","#
        + #""EdgeResponseStatus":200,"ClientRequestUserAgent":"Mozilla/5.0"}"#,
      [
        "time": "EdgeStartTimestamp", "client_ip": "ClientIP", "host": "ClientRequestHost",
        "method": "ClientRequestMethod", "path": "ClientRequestURI", "status": "EdgeResponseStatus",
        "user_agent": "ClientRequestUserAgent",
      ]
    ),
    (
      #"{"@timestamp":"2026-05-03T10:00:00Z","http":{"request":{"method":"GET","referrer":"-"}},"#
        + #""url":{"path":"/a","query":"b=c"},"source":{"ip":"203.0.113.7"}}"#,
      [
        "time": "@timestamp", "method": "http.request.method", "path": "url.path",
        "query": "url.query", "client_ip": "source.ip", "referrer": "http.request.referrer",
      ]
    ),
  ])
  func `JSON lines of other keys are proposed with the columns to look at`(
    line: String, columns: [String: String]
  ) throws {
    let bench = try Workbench()
    let guess = try #require(try FormatGuess.of(bench.write("a.json", line + "\n")))
    #expect(guess.format.name == "json")
    #expect(guess.headers == columns)
  }
}
