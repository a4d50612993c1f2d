import Foundation
import TributaryModel
import TributaryWarehouse

/// The keys that name nobody, whoever carries them: values that stand for "not known", the shop's
/// own phones and addresses, and what the pipeline file lists.
struct NobodyKeys {
  /// Why, by key as `identity_key` writes it.
  private(set) var reasons: [String: String] = [:]

  init(_ warehouse: Warehouse, _ pipeline: Pipeline) throws(WarehouseError) {
    guard let key = warehouse.settings.key else { return }
    for text in pipeline.identity.nobody { note(text, "listed", key) }
    try warehouse.forEachRow("select number from phone_number") { row in
      note(key.phone(row.text(0)).map { "phone:" + $0 }, "own")
    }
    // A number that several callers dial, or that dials itself, is the shop's. One that a single
    // caller dials may be a customer's whom the shop called.
    try warehouse.forEachRow(
      "select dialled_number, count(distinct caller), min(caller) from call group by dialled_number"
    ) { row in
      guard let hash = key.phone(row.text(0)) else { return }
      if row.int64(1) > 1 || row.optionalText(2) == hash { note("phone:" + hash, "own") }
    }
    var domains = Set(pipeline.channels.ownDomains.map { $0.lowercased() })
    try warehouse.forEachRow("select distinct mailbox from letter where mailbox is not null") {
      row in
      guard let address = EmailAddress.normalized(row.text(0)) else { return }
      note(key.email(address).map { "email:" + $0 }, "own")
      let domain = String(address.drop { $0 != "@" }.dropFirst())
      if !Self.mailHouses.contains(domain) { domains.insert(domain) }
    }
    for domain in domains {
      for name in Self.senders { note(key.email(name + "@" + domain).map { "email:" + $0 }, "own") }
    }
    for word in Self.words {
      for text in Set([word, word.lowercased(), word.uppercased(), word.capitalized]) {
        note("visitor:\(key.visitor(id: text))", "placeholder")
        note(key.card(text).map { "card:\($0)" }, "placeholder")
      }
    }
    for number in Self.numbers {
      note("visitor:\(key.visitor(id: number))", "placeholder")
      note(key.card(number).map { "card:\($0)" }, "placeholder")
      note(key.phone(number).map { "phone:" + $0 }, "placeholder")
    }
    for address in Self.addresses { note(key.email(address).map { "email:" + $0 }, "placeholder") }
  }

  /// A text of the pipeline file, as any key that it may be.
  private mutating func note(_ text: String, _ reason: String, _ key: ContactKey) {
    note("visitor:\(key.visitor(id: text))", reason)
    note(key.card(text).map { "card:\($0)" }, reason)
    note(key.phone(text).map { "phone:" + $0 }, reason)
    note(key.email(text).map { "email:" + $0 }, reason)
  }

  private mutating func note(_ key: String?, _ reason: String) {
    guard let key, reasons[key] == nil else { return }
    reasons[key] = reason
  }
}
