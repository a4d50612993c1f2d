import Foundation
import Testing
import TributaryModel

@testable import TributaryPipeline

@Suite struct PipelineFileTests {
  static let source = "{kind: 'orders', paths: ['orders.csv']}"

  private func parse(_ text: String) throws -> Pipeline {
    try PipelineFile.parse(Array(text.utf8), path: "/shops/costumes/pipeline.json5")
  }

  private func problems(_ text: String) throws -> [PipelineProblem] {
    try #require(throws: PipelineFileError.self) { try parse(text) }.problems
  }

  @Test func `a file that names only its sources gets every default`() throws {
    let pipeline = try parse("{sources: [\(Self.source)]}")
    #expect(pipeline.name == "costumes")
    #expect(pipeline.title == "costumes")
    #expect(pipeline.zone.identifier == "UTC")
    #expect(pipeline.currency == .usd)
    #expect(pipeline.language == .english)
    #expect(pipeline.asOf == nil)
    #expect(pipeline.warehouse == "/shops/costumes/warehouse/tributary.sqlite")
    #expect(pipeline.reports == "/shops/costumes/reports")
    #expect(pipeline.keyFile == "/shops/costumes/costumes.key")
    #expect(pipeline.schedule.description == "04:15")
    #expect(pipeline.funnels.product == ["/product/*"])
    #expect(pipeline.conversions.callMinTalkSeconds == 30)
    #expect(pipeline.conversions.order && pipeline.conversions.call && pipeline.conversions.invoice)
    #expect(pipeline.identity.sharedKeyLimit == 20)
    #expect(pipeline.lookbackDays(of: .order) == 30)
    #expect(pipeline.attribution.halfLifeDays == 7 && pipeline.attribution.markovOrder == 1)
    let source = try #require(pipeline.sources.first)
    #expect(source.kind == .orders)
    #expect(source.format == "csv")
    #expect(source.patterns == ["orders.csv"])
    #expect(source.maxRejected == 0.05)
    #expect(!source.isOptional)
  }

  @Test func `what a file says is what the pipeline holds`() throws {
    let pipeline = try parse(
      """
      {name: 'shop', title: 'Maskarad', timezone: 'Europe/Moscow', currency: 'rub', locale: 'ru',
       as_of: '2026-11-14', warehouse: '/data/w.sqlite', reports: '../out/', schedule: '23:05',
       sources: [{kind: 'order_lines', paths: ['../a/*.csv'], derive_orders: true, decimal: ',',
         cancelled_when: {order_id: '^C'}, columns: {order_id: 'Номер'}, delimiter: '\\t',
         values: {status: {'Отменён': 'cancelled'}}, constants: {currency: 'EUR'},
         date_order: 'dmy', max_rejected: 0.5, optional: true}],
       channels: {own_domains: ['shop.example'],
         rules: [{channel: 'email', source: 'letter*'}]},
       conversions: {call_lookback_days: 14}, attribution: {lookback_days: 90}}
      """)
    #expect(pipeline.title == "Maskarad")
    #expect(pipeline.currency == .rub)
    #expect(pipeline.asOf?.description == "2026-11-14")
    #expect(pipeline.warehouse == "/data/w.sqlite")
    #expect(pipeline.reports == "/shops/out")
    #expect(pipeline.schedule.hour == 23 && pipeline.schedule.minute == 5)
    #expect(pipeline.lookbackDays(of: .order) == 90)
    #expect(pipeline.lookbackDays(of: .call) == 14)
    #expect(pipeline.channels.rules.first?.channel == .email)
    #expect(pipeline.channels.rules.first?.source == "letter*")
    let source = try #require(pipeline.sources.first)
    #expect(source.derivesOrders && source.isOptional)
    #expect(source.cancelledWhen == ["order_id": "^C"])
    #expect(source.columns == ["order_id": "Номер"])
    #expect(source.delimiter == "\t")
    #expect(source.decimal == ",")
    #expect(source.dateOrder == "dmy")
    #expect(source.values == ["status": ["Отменён": "cancelled"]])
    #expect(source.constants == ["currency": "EUR"])
    #expect(source.maxRejected == 0.5)
  }

  @Test func `every problem is told at once, in the order of lines`() throws {
    let found = try problems(
      """
      {
        timezone: 'Europe/Moskow',
        sources: [
          {kind: 'order', paths: ['a']},
          {kind: 'spend', formt: 'csv', paths: 'a.csv'},
        ],
        atribution: {},
      }
      """)
    #expect(
      found.map { "\($0.line ?? 0) \($0.key ?? "")" } == [
        "2 $.timezone", "4 $.sources[0].kind", "5 $.sources[1].formt", "5 $.sources[1].paths",
        "7 $.atribution",
      ])
    #expect(found[1].message.contains("did you mean orders?"))
    #expect(found[2].message.contains("did you mean format?"))
    #expect(found[4].message.contains("did you mean attribution?"))
    #expect(
      found[2].description.hasPrefix("/shops/costumes/pipeline.json5:5:21: $.sources[1].formt: "))
  }

  /// A fault, the path it is told under, a part of the message.
  @Test(arguments: [
    ("{}", "$.sources", "found no such key"),
    ("{sources: []}", "$.sources", "at least one source"),
    ("{currency: 'RUR', sources: []}", "$.currency", "write RUB"),
    ("{currency: 'ZZZ', sources: []}", "$.currency", "found text 'ZZZ'"),
    ("{currency: '₽', sources: []}", "$.currency", "write the code RUB"),
    ("{timezone: 'GMT+3', sources: []}", "$.timezone", "did you mean Europe/Moscow?"),
    ("{timezone: 'MSK', sources: []}", "$.timezone", "did you mean Europe/Moscow?"),
    ("{timezone: '+03:00', sources: []}", "$.timezone", "Etc/GMT-3 is 3 hours ahead"),
    ("{timezone: 'Europe/Moskow', sources: []}", "$.timezone", "did you mean Europe/Moscow?"),
    (
      "{sources: [{kind: 'orders', paths: ['a'], timezone: 'UTC+5'}]}", "$.sources[0].timezone",
      "Asia/Yekaterinburg"
    ),
    (
      "{sources: [{kind: 'spend', paths: ['a'], columns: {date: 1}}]}",
      "$.sources[0].columns.date", "add header: false"
    ),
    (
      "{sources: [{kind: 'spend', paths: ['a'], header: false, columns: {date: 1, cost: 'Cost'}}]}",
      "$.sources[0].columns.cost", "the place of a cell"
    ),
    (
      "{sources: [{kind: 'spend', paths: ['a'], header: false, columns: {date: 1}}]}",
      "$.sources[0].columns", "expected a place for cost"
    ),
    (
      "{sources: [{kind: 'spend', format: 'json', paths: ['a'], header: false, columns: {date: 1, cost: 2}}]}",
      "$.sources[0].header", "beside the format csv"
    ),
    ("[]", "$", "expected an object, found a list"),
    ("{sources: [{paths: ['a']}]}", "$.sources[0].kind", "found no such key"),
    ("{sources: [{kind: 'spend'}]}", "$.sources[0].paths", "found no such key"),
    ("{sources: [{kind: 'spend', paths: []}]}", "$.sources[0].paths", "at least one path"),
    ("{sources: [{kind: 'spend', paths: ['']}]}", "$.sources[0].paths[0]", "expected a path"),
    (
      #"{sources: [{kind: 'spend', paths: ['a\u0000b']}]}"#, "$.sources[0].paths[0]",
      "expected a path"
    ),
    ("{sources: [{kind: 'clickstream', paths: ['a']}]}", "$.sources[0].format", "no default"),
    (
      "{sources: [{kind: 'spend', format: 'yandex-drect', paths: ['a']}]}", "$.sources[0].format",
      "did you mean yandex-direct"
    ),
    (
      "{sources: [{kind: 'orders', format: 'google-ads', paths: ['a']}]}", "$.sources[0].format",
      "found google-ads, which is for spend"
    ),
    (
      "{sources: [{kind: 'order_lines', format: 'shopify-orders', paths: ['a']}]}",
      "$.sources[0].format", "expected derive_orders: true beside shopify-orders"
    ),
    (
      "{sources: [{kind: 'clickstream', format: 'csv', paths: ['a']}]}", "$.sources[0].format",
      "found csv, which is for"
    ),
    (
      "{sources: [{kind: 'clickstream', format: '$nothing_such', paths: ['a']}]}",
      "$.sources[0].format", "expected"
    ),
    (
      "{sources: [{kind: 'spend', paths: ['a'], derive_orders: true}]}",
      "$.sources[0].derive_orders", "does nothing"
    ),
    (
      "{sources: [{kind: 'clickstream', format: 'x', paths: ['a'], constants: {}}]}",
      "$.sources[0].constants", "does nothing"
    ),
    (
      "{sources: [{kind: 'clickstream', format: 'nginx-main', paths: ['a'], columns: {path: 'x'}}]}",
      "$.sources[0].columns", "do nothing"
    ),
    (
      "{sources: [{kind: 'clickstream', format: 'json', paths: ['a'], columns: {path: 'x'}}]}",
      "$.sources[0].columns", "expected the keys of a JSON log"
    ),
    (
      "{sources: [{kind: 'clickstream', format: 'json', paths: ['a']}]}",
      "$.sources[0].columns", "found no columns"
    ),
    (
      "{sources: [{kind: 'clickstream', format: 'nginx-json', paths: ['a'], columns: {pth: 'x'}}]}",
      "$.sources[0].columns.pth", "did you mean path?"
    ),
    (
      "{sources: [{kind: 'spend', format: 'google-ads', paths: ['a'], micros: true}]}",
      "$.sources[0].micros", "does nothing"
    ),
    (
      "{sources: [{kind: 'spend', format: 'yandex-direct-api', paths: ['a']}]}",
      "$.sources[0].format", "expected vat_rate: 0"
    ),
    (
      "{sources: [{kind: 'order_lines', paths: ['a'], cancelled_when: {status: 'x'}}]}",
      "$.sources[0].cancelled_when", "derive_orders"
    ),
    (
      "{sources: [{kind: 'orders', paths: ['a'], columns: {order_di: 'Номер'}}]}",
      "$.sources[0].columns.order_di", "did you mean order_id?"
    ),
    (
      "{channels: {rules: [{channel: 'email'}]}, sources: []}", "$.channels.rules[0]",
      "at least one of source"
    ),
    ("{name: '../up', sources: []}", "$.name", "expected a name"),
    ("{name: '-rf', sources: []}", "$.name", "expected a name"),
    ("{warehouse: '~/w.sqlite', sources: []}", "$.warehouse", "without ~"),
    ("{retention: {}, sources: []}", "$.retention", "does not support yet"),
    ("{as_of: '2026-02-30', sources: []}", "$.as_of", "expected a day"),
    ("{schedule: '24:00', sources: []}", "$.schedule", "expected a time of day"),
    ("{funnels: {cart: ['cart']}, sources: []}", "$.funnels.cart[0]", "start it with /"),
    (
      "{identity: {shared_key_limit: 2.5}, sources: []}", "$.identity.shared_key_limit",
      "a whole number from 2"
    ),
  ])
  func `a fault is told under its path`(text: String, key: String, part: String) throws {
    let found = try problems(text)
    let problem = try #require(found.first { $0.key == key }, "\(found)")
    #expect(problem.message.contains(part), "\(problem.message)")
  }

  @Test func `breaches of syntax name the file, line and column`() throws {
    let found = try problems("{\n  name: shop,\n}")
    #expect(
      found.first?.description.hasPrefix("/shops/costumes/pipeline.json5:2:9: expected") == true)
  }
}
