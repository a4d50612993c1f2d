import Foundation
import Testing
import TributaryModel

@testable import TributaryPipeline

@Suite struct PipelineKeyEffectTests {
  /// A value other than the default, the kind of source that may have the key, and what must
  /// stand beside it.
  struct Example: Sendable {
    let value: String
    var kind = "orders"
    var beside: [String: String] = [:]
  }

  static let examples: [String: Example] = [
    "name": Example(value: "'other'"),
    "title": Example(value: "'Costumes'"),
    "summary": Example(value: "'Costumes and masks'"),
    "timezone": Example(value: "'Europe/Moscow'"),
    "currency": Example(value: "'RUB'"),
    "locale": Example(value: "'ru'"),
    "as_of": Example(value: "'2026-11-14'"),
    "warehouse": Example(value: "'other.sqlite'"),
    "reports": Example(value: "'pages'"),
    "key_file": Example(value: "'other.key'"),
    "schedule": Example(value: "'05:00'"),
    "unpacking.silence_seconds": Example(value: "61"),
    "unpacking.max_megabytes": Example(value: "1"),
    "unpacking.max_ratio": Example(value: "1000"),
    "sources[].kind": Example(value: "'calls'"),
    "sources[].format": Example(value: "'json'"),
    "sources[].paths": Example(value: "['b']"),
    "sources[].optional": Example(value: "true"),
    "sources[].columns": Example(value: "{order_id: 'No'}"),
    "sources[].header": Example(
      value: "false", beside: ["sources[].columns": "{order_id: '1', placed_at: '2', total: '5'}"]),
    "sources[].constants": Example(value: "{currency: 'EUR'}"),
    "sources[].encoding": Example(value: "'cp866'"),
    "sources[].timezone": Example(value: "'UTC'"),
    "sources[].skip_rows": Example(value: "1"),
    "sources[].totals": Example(value: "['Sum']"),
    "sources[].vat_rate": Example(value: "0.2", kind: "spend"),
    "sources[].micros": Example(
      value: "false", kind: "spend",
      beside: ["sources[].format": "'yandex-direct-api'", "sources[].vat_rate": "0"]),
    "sources[].delimiter": Example(value: #"'\t'"#),
    "sources[].decimal": Example(value: "','"),
    "sources[].date_order": Example(value: "'dmy'"),
    "sources[].values": Example(value: "{status: {a: 'cancelled'}}"),
    "sources[].derive_orders": Example(value: "true", kind: "order_lines"),
    "sources[].cancelled_when": Example(
      value: "{order_id: '^C'}", kind: "order_lines", beside: ["sources[].derive_orders": "true"]),
    "sources[].leave_out_when": Example(value: "{status: 'test'}"),
    "sources[].refund_when": Example(value: "{status: 'refund'}"),
    "identity.phone_country": Example(value: "'de'"),
    "sources[].id_prefix": Example(value: "'outlet-'"),
    "sources[].max_rejected": Example(value: "0.5"),
    "sources[].visitor_cookie": Example(value: "'id'", kind: "clickstream"),
    "sources[].forwarded_for": Example(value: "true", kind: "clickstream"),
    "sources[].host": Example(value: "'shop.example'", kind: "clickstream"),
    "channels.own_domains": Example(value: "['shop.example']"),
    "channels.payment_gateways": Example(value: "['pay.example']"),
    "sessions.own_addresses": Example(value: "['203.0.113.0/24']"),
    "channels.spam_referrers": Example(value: "['spam.example']"),
    "channels.platforms": Example(value: "{'rsya-msk': 'yandex'}"),
    "channels.sign_in_domains": Example(value: "['id.example']"),
    "channels.campaign_id_parameters": Example(value: "['cid']"),
    "channels.packed_campaign_keys": Example(value: "['k']"),
    "channels.rules[].channel": Example(value: "'display'"),
    "channels.rules[].source": Example(value: "'s*'"),
    "channels.rules[].medium": Example(value: "'m'"),
    "channels.rules[].campaign": Example(value: "'c'"),
    "channels.rules[].referrer": Example(value: "'r'"),
    "channels.rules[].landing": Example(value: "'/l'"),
    "sessions.gap_minutes": Example(value: "31"),
    "sessions.max_pages_per_minute": Example(value: "61"),
    "sessions.bot_agents": Example(value: "['x']"),
    "sessions.human_agents": Example(value: "['x']"),
    "funnels.product": Example(value: "['/p/*']"),
    "funnels.cart": Example(value: "['/basket']"),
    "funnels.checkout": Example(value: "['/pay']"),
    "funnels.order": Example(value: "['/thanks']"),
    "funnels.order_id_parameters": Example(value: "['order']"),
    "funnels.order_number_paths": Example(value: "['insales', '/done/*']"),
    "conversions.order": Example(value: "false"),
    "conversions.call": Example(value: "false"),
    "conversions.call_min_talk_seconds": Example(value: "0"),
    "conversions.call_pause_days": Example(value: "90"),
    "conversions.call_value": Example(value: "12.5"),
    "ratings.types[].type": Example(value: "'brand'"),
    "ratings.types[].campaign": Example(value: "'c*'"),
    "ratings.types[].source": Example(value: "'s'"),
    "ratings.types[].medium": Example(value: "'m'"),
    "ratings.incrementality.brand": Example(value: "[1, 9]"),
    "ratings.incrementality.generic": Example(value: "[1, 9]"),
    "ratings.incrementality.upper": Example(value: "[1, 9]"),
    "ratings.incrementality.retention": Example(value: "[1, 9]"),
    "ratings.changes[].on": Example(value: "'2026-05-02'"),
    "ratings.changes[].campaign": Example(
      value: "'c*'", beside: ["ratings.changes[].on": "'2026-05-02'"]),
    "ratings.budget.total": Example(value: "0.8"),
    "ratings.budget.platforms": Example(value: "{yandex: 40000}"),
    "ratings.budget.minimum": Example(value: "500"),
    "ratings.budget.frozen": Example(value: "['brand*']"),
    "ratings.budget.cut": Example(value: "0.1"),
    "ratings.margin": Example(value: "0.4"),
    "ratings.target_cost": Example(value: "500"),
    "ratings.target_return": Example(value: "5"),
    "conversions.invoice": Example(value: "false"),
    "conversions.order_lookback_days": Example(value: "14"),
    "conversions.call_lookback_days": Example(value: "14"),
    "conversions.invoice_lookback_days": Example(value: "14"),
    "identity.shared_key_limit": Example(value: "2"),
    "identity.nobody": Example(value: "['test-7']"),
    "attribution.lookback_days": Example(value: "90"),
    "attribution.half_life_days": Example(value: "14"),
    "attribution.markov_order": Example(value: "2"),
    "geodomains.city_spellings": Example(value: "{'Qazan': 'Kazan'}"),
  ]

  private static let values = PipelineCatalogue.all.filter {
    guard case .declared = $0.key.members else { return true }
    return false
  }

  @Test func `each key that holds a value has an example`() {
    #expect(Set(Self.values.map(\.path)) == Set(Self.examples.keys))
  }

  @Test(arguments: values.map(\.path))
  func `a key changes what the pipeline says, and remakes what it names and nothing else`(
    path: String
  ) throws {
    let entry = try #require(PipelineCatalogue.all.first { $0.path == path })
    let example = try #require(Self.examples[path])
    let document = KeyedDocument(kind: example.kind, beside: example.beside)
    let plain = try document.pipeline()
    let other = try document.setting(path, to: example.value).pipeline()
    #expect(plain.values.text != other.values.text)
    #expect(other.values.text.contains(entry.key.name + ": "))
    #expect(try remade(plain, other, isOfSource: path.hasPrefix("sources[]")) == entry.key.stages)
  }

  /// The stages whose fingerprints differ.
  private func remade(
    _ one: Pipeline, _ other: Pipeline, isOfSource: Bool
  ) throws -> Set<PipelineStage> {
    var stages: Set<PipelineStage> = []
    for stage in [PipelineStage.sessions, .facts, .calls, .journeys]
    where stage.fingerprint(of: one) != stage.fingerprint(of: other) { stages.insert(stage) }
    let keys = try [one, other].map { SourceKeys(try #require($0.sources.first), $0) }
    let logs = try [one, other].map { pipeline in
      let log = KeyedDocument(kind: "clickstream", beside: [:])
      return SourceKeys(try #require(try log.pipeline().sources.first), pipeline)
    }
    if keys[0].reading != keys[1].reading {
      stages.insert(isOfSource || logs[0].reading != logs[1].reading ? .files : .tables)
    } else if keys[0].refusing != keys[1].refusing {
      stages.insert(.refusals)
    }
    return stages
  }

  @Test(arguments: values.filter { !$0.key.isRequired && $0.key.text(of: nil) != "" }.map(\.path))
  func `a default that is written out changes nothing`(path: String) throws {
    let entry = try #require(PipelineCatalogue.all.first { $0.path == path })
    let example = try #require(Self.examples[path])
    let document = KeyedDocument(kind: example.kind, beside: example.beside)
    let (plain, written) = (
      try document.pipeline(),
      try document.setting(path, to: entry.key.text(of: nil)).pipeline()
    )
    #expect(plain.values.text == written.values.text)
    #expect(try remade(plain, written, isOfSource: path.hasPrefix("sources[]")) == [])
  }

  @Test func `a value that says nothing is told from one that is not set`() throws {
    let document = KeyedDocument(
      kind: "spend", beside: Self.examples["sources[].micros"]?.beside ?? [:])
    let told = try ["true", "false"].map {
      try document.setting("sources[].micros", to: $0).pipeline()
    }
    let all = [try document.pipeline()] + told
    let keys = try all.map { SourceKeys(try #require($0.sources.first), $0).reading }
    #expect(Set(keys).count == 3)
  }

  @Test func `another list of models or code makes another fingerprint`() throws {
    let pipeline = try KeyedDocument(kind: "orders", beside: [:]).pipeline()
    let models = AttributionModel.allCases.map(\.rawValue)
    let known = PipelineStage.journeys.fingerprint(of: pipeline)
    #expect(PipelineStage.journeys.fingerprint(of: pipeline, lists: models) == known)
    #expect(PipelineStage.journeys.fingerprint(of: pipeline, lists: models + ["new"]) != known)
  }

  /// Each property that holds a key, and whether anything reads one of its name: a declaration has no
  /// dot before it.
  @Test func `each key is read somewhere`() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources/TributaryPipeline")
    let names = try #require(FileManager.default.enumerator(atPath: folder.path))
    var code = ""
    for case let name as String in names where name.hasSuffix(".swift") {
      code += try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
    let objects: [any PipelineObject] = [
      ShopObject.keys, UnpackingObject.keys, SourceObject.keys, ChannelsObject.keys,
      ChannelRuleObject.keys, SessionsObject.keys, FunnelsObject.keys, ConversionsObject.keys,
      IdentityObject.keys, AttributionObject.keys,
    ]
    for object in objects {
      for label in Mirror(reflecting: object).children.compactMap(\.label) {
        #expect(code.contains(".\(label)"), "\(type(of: object)).\(label)")
      }
    }
  }
}
