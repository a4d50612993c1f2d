import TributaryModel

extension Warehouse {
  /// What the results of that name were made with; nil before the first time.
  public func fingerprint(_ name: String) throws(WarehouseError) -> String? {
    try rows("select value from fingerprint where name = ?", [.text(name)]).first?.text("value")
  }

  public func setFingerprint(_ name: String, _ value: String) throws(WarehouseError) {
    try run("insert or replace into fingerprint values (?, ?)", [.text(name), .text(value)])
  }
}
