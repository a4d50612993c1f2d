import TributaryIngest
import TributaryModel

extension PipelineCheck {
  /// What the types of single keys cannot say: which keys of a source fit its kind.
  mutating func sources(of document: JSON5Value) {
    guard let list = document.member("sources"), case .list(let sources) = list.content else {
      return
    }
    if sources.isEmpty {
      add("$.sources", list.position, "expected at least one source, found none; add one")
    }
    for (position, source) in sources.enumerated() {
      guard case .text(let word)? = source.member("kind")?.content,
        let kind = SourceKind(rawValue: word)
      else { continue }
      check(source, kind: kind, at: "$.sources[\(position)]")
    }
  }

  /// A rule without patterns would match nothing.
  mutating func channelRules(of document: JSON5Value) {
    guard case .list(let rules)? = document.member("channels")?.member("rules")?.content else {
      return
    }
    let patterns = ["source", "medium", "campaign", "referrer", "landing"]
    for (position, rule) in rules.enumerated() {
      guard case .object = rule.content, !patterns.contains(where: { rule.member($0) != nil })
      else { continue }
      add(
        "$.channels.rules[\(position)]", rule.position,
        "expected at least one of \(patterns.joined(separator: ", ")), found none; add one")
    }
  }

  private mutating func check(_ source: JSON5Value, kind: SourceKind, at path: String) {
    if let paths = source.member("paths"), case .list([]) = paths.content {
      add(path + ".paths", paths.position, "expected at least one path, found none; add one")
    }
    format(of: source, kind: kind, at: path + ".format")
    allow(
      ["derive_orders", "cancelled_when"], of: source, kind: kind, only: [.orderLines], at: path)
    allow(
      ["visitor_cookie", "forwarded_for", "host"], of: source, kind: kind, only: [.clickstream],
      at: path)
    allow(["vat_rate"], of: source, kind: kind, only: [.spend, .searchQueries], at: path)
    let tables = SourceKind.allCases.filter { $0 != .clickstream }
    allow(
      [
        "header", "constants", "encoding", "skip_rows", "totals", "delimiter", "decimal",
        "date_order", "values", "leave_out_when",
      ],
      of: source, kind: kind, only: tables, at: path)
    allow(["refund_when"], of: source, kind: kind, only: [.orders], at: path)
    if let pattern = source.member("cancelled_when"),
      source.member("derive_orders")?.content != .boolean(true)
    {
      add(
        path + ".cancelled_when", pattern.position,
        "expected beside derive_orders: true, found without it, where it does nothing; "
          + "add derive_orders or remove it")
    }
    columns(of: source, kind: kind, at: path)
    places(of: source, kind: kind, at: path)
  }

  /// Places of cells belong to files without a header, which need them.
  private mutating func places(of source: JSON5Value, kind: SourceKind, at path: String) {
    var members: [JSON5Member] = []
    if case .object(let found)? = source.member("columns")?.content { members = found }
    guard source.member("header")?.content == .boolean(false) else {
      for member in members {
        guard case .number = member.value.content else { continue }
        add(
          PipelineCheck.path(path + ".columns", member.key), member.value.position,
          "expected the file's own header, found a place; add header: false, or write a header")
      }
      return
    }
    if let format = source.member("format"), format.content != .text("csv") {
      add(
        path + ".header", format.position,
        "expected header: false beside the format csv, found it beside \(format.spoken), where it "
          + "does nothing; remove it")
    }
    for member in members where PipelineCheck.place(member.value) == nil {
      add(
        PipelineCheck.path(path + ".columns", member.key), member.value.position,
        "expected the place of a cell, from 1 on, as the file has no header, found "
          + "\(member.value.spoken); write a number")
    }
    var constants: [JSON5Member] = []
    if case .object(let found)? = source.member("constants")?.content { constants = found }
    let known = Set((members + constants).map(\.key))
    for column in TableShape.of(kind)?.columns ?? []
    where column.isRequired && !known.contains(column.name) {
      add(
        path + ".columns", (source.member("columns") ?? source).position,
        "expected a place for \(column.name), as the file has no header, found none; add "
          + "\(column.name): 1 or whichever cell holds it")
    }
  }

  /// The place of a cell, written as a number or as its text.
  private static func place(_ value: JSON5Value) -> Int? {
    switch value.content {
    case .number(let number): Int(exactly: number).flatMap { $0 > 0 ? $0 : nil }
    case .text(let text): Int(text).flatMap { $0 > 0 && String($0) == text ? $0 : nil }
    default: nil
    }
  }

  private mutating func format(of source: JSON5Value, kind: SourceKind, at path: String) {
    guard let value = source.member("format") else {
      if kind == .clickstream {
        add(
          path, source.position,
          "expected a format, as logs have no default, found no such key; see tributary formats")
      }
      return
    }
    guard case .text(let name) = value.content else { return }
    do throws(IngestError) {
      if kind == .clickstream, FormatRegistry.isFormatString(name) {
        _ = try ClickstreamFormat(name, columns: PipelineCheck.texts(source, "columns"))
        return
      }
      let format = try FormatRegistry.format(named: name)
      if !format.kinds.contains(kind) {
        let kinds = format.kinds.map(\.rawValue).joined(separator: ", ")
        add(
          path, value.position,
          "expected a format of \(kind.rawValue), found \(name), which is for \(kinds); "
            + "see tributary formats")
      }
      if kind == .clickstream, format.kinds.contains(kind) {
        _ = try ClickstreamFormat(name, columns: PipelineCheck.texts(source, "columns"))
      }
      if let micros = source.member("micros"), !format.mayBeMicros {
        let key = String(path.dropLast("format".count)) + "micros"
        add(
          key, micros.position,
          "expected beside a format whose costs may be in millionths, found beside \(name), where "
            + "it does nothing; remove it")
      }
      for need in format.needs where source.member(String(need.prefix { $0 != ":" })) == nil {
        add(path, value.position, "expected \(need) beside \(name), found no such key; add it")
      }
    } catch {
      let isColumns = error.path == "columns"
      let columns = isColumns ? source.member("columns") : nil
      add(
        isColumns ? String(path.dropLast("format".count)) + "columns" : path,
        columns?.position ?? value.position, error.message)
    }
  }

  /// The texts of a log's `columns`; other members are told elsewhere.
  private static func texts(_ source: JSON5Value, _ key: String) -> [String: String] {
    guard case .object(let members)? = source.member(key)?.content else { return [:] }
    var texts: [String: String] = [:]
    for member in members {
      if LogColumn(rawValue: member.key) != nil, case .text(let text) = member.value.content {
        texts[member.key] = text
      }
    }
    return texts
  }

  private mutating func allow(
    _ keys: [String], of source: JSON5Value, kind: SourceKind, only kinds: [SourceKind],
    at path: String
  ) {
    guard !kinds.contains(kind) else { return }
    let words =
      kinds.count > 3 ? "a source that is a table" : kinds.map(\.rawValue).joined(separator: " or ")
    for key in keys {
      guard let value = source.member(key) else { continue }
      add(
        path + "." + key, value.position,
        "expected in \(words), found in \(kind.rawValue), where it does nothing; remove it")
    }
  }

  /// The canonical columns that `columns`, `values` and `cancelled_when` may name.
  private mutating func columns(of source: JSON5Value, kind: SourceKind, at path: String) {
    var known = PipelineCheck.columnNames(kind)
    if kind == .orderLines { known += PipelineCheck.columnNames(.orders) }
    if [.orders, .orderLines, .orderStatuses].contains(kind) {
      known += ["external_id", "external_site"]
    }
    guard !known.isEmpty else { return }
    for key in [
      "columns", "constants", "values", "cancelled_when", "leave_out_when", "refund_when",
    ] {
      guard case .object(let members)? = source.member(key)?.content else { continue }
      for member in members where !known.contains(member.key) {
        let advice =
          Spelling.nearest(to: member.key, among: known).map { "did you mean \($0)?" }
          ?? "known here: " + known.joined(separator: ", ")
        add(
          PipelineCheck.path("\(path).\(key)", member.key), member.position,
          "expected a column of \(kind.rawValue), found \(member.key); \(advice)")
      }
    }
  }

  private static func columnNames(_ kind: SourceKind) -> [String] {
    if kind == .clickstream { return LogColumn.allCases.map(\.rawValue) }
    return TableShape.of(kind)?.readColumns.map(\.name) ?? []
  }
}
