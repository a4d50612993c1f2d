import TributaryIngest
import TributaryModel

extension PipelineCheck {
  /// What the types of single keys cannot say: which keys of a source fit its kind.
  mutating func sources(_ shop: PipelineValues<ShopObject>) {
    if let list = shop.written(\.sources), case .list([]) = list.content {
      add(
        shop.path(\.sources), list.position, "expected at least one source, found none; add one")
    }
    for source in shop.sources where SourceKind(written: source) != nil { check(source) }
  }

  /// A rule without patterns would match nothing.
  mutating func channelRules(_ channels: PipelineValues<ChannelsObject>) {
    let patterns = ChannelRuleObject.declarations.filter { !$0.isRequired }.map(\.name)
    for rule in channels.rules where !patterns.contains(where: { rule.written.member($0) != nil }) {
      add(
        rule.path, rule.written.position,
        "expected at least one of \(patterns.joined(separator: ", ")), found none; add one")
    }
  }

  private mutating func check(_ source: Pipeline.Source) {
    if let paths = source.written(\.patterns), case .list([]) = paths.content {
      add(
        source.path(\.patterns), paths.position, "expected at least one path, found none; add one")
    }
    format(of: source)
    kind(of: source)
    if let pattern = source.written(\.cancelledWhen), !source.derivesOrders {
      add(
        source.path(\.cancelledWhen), pattern.position,
        "expected beside derive_orders: true, found without it, where it does nothing; "
          + "add derive_orders or remove it")
    }
    columns(of: source)
    places(of: source)
  }

  /// Places of cells belong to files without a header, which need them.
  private mutating func places(of source: Pipeline.Source) {
    let columns = source.written(\.columns)
    guard !source.hasHeader else {
      for member in columns?.members ?? [] {
        guard case .number = member.value.content else { continue }
        add(
          PipelineCheck.path(source.path(\.columns), member.key), member.value.position,
          "expected the file's own header, found a place; add header: false, or write a header")
      }
      return
    }
    if let format = source.written(\.format), format.content != .text("csv") {
      add(
        source.path(\.hasHeader), format.position,
        "expected header: false beside the format csv, found it beside \(format.spoken), where it "
          + "does nothing; remove it")
    }
    for member in columns?.members ?? [] where PipelineCheck.place(member.value) == nil {
      add(
        PipelineCheck.path(source.path(\.columns), member.key), member.value.position,
        "expected the place of a cell, from 1 on, as the file has no header, found "
          + "\(member.value.spoken); write a number")
    }
    let constants = source.written(\.constants)?.members ?? []
    let known = Set(((columns?.members ?? []) + constants).map(\.key))
    for column in TableShape.of(source.kind)?.columns ?? []
    where column.isRequired && !known.contains(column.name) {
      add(
        source.path(\.columns), (columns ?? source.written).position,
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

  private mutating func format(of source: Pipeline.Source) {
    let isLog = source.kind == .clickstream
    guard let value = source.written(\.format) else {
      if isLog {
        add(
          source.path(\.format), source.written.position,
          "expected a format, as logs have no default, found no such key; see tributary formats")
      }
      return
    }
    guard let name = value.content.text else { return }
    let columns = source.columns.filter { LogColumn(rawValue: $0.key) != nil }
    do throws(IngestError) {
      if isLog, FormatRegistry.isFormatString(name) {
        _ = try ClickstreamFormat(name, columns: columns)
        return
      }
      let format = try FormatRegistry.format(named: name)
      if !format.kinds.contains(source.kind) {
        let kinds = format.kinds.map(\.rawValue).joined(separator: ", ")
        add(
          source.path(\.format), value.position,
          "expected a format of \(source.kind.rawValue), found \(name), which is for \(kinds); "
            + "see tributary formats")
      } else if isLog {
        _ = try ClickstreamFormat(name, columns: columns)
      }
      if let micros = source.written(\.micros), !format.mayBeMicros {
        add(
          source.path(\.micros), micros.position,
          "expected beside a format whose costs may be in millionths, found beside \(name), where "
            + "it does nothing; remove it")
      }
      for need in format.needs
      where source.written.member(String(need.prefix { $0 != ":" })) == nil {
        add(
          source.path(\.format), value.position,
          "expected \(need) beside \(name), found no such key; add it")
      }
    } catch {
      let isColumns = error.path == SourceObject.keys.columns.name
      let place = isColumns ? source.written(\.columns) : nil
      add(
        isColumns ? source.path(\.columns) : source.path(\.format), (place ?? value).position,
        error.message)
    }
  }

  /// Keys that sources of this kind do not have.
  private mutating func kind(of source: Pipeline.Source) {
    for key in SourceObject.declarations where !key.kinds.contains(source.kind) {
      guard let value = source.written.member(key.name) else { continue }
      let words =
        key.kinds.count > 3
        ? "a source that is a table" : key.kinds.map(\.rawValue).joined(separator: " or ")
      add(
        PipelineCheck.path(source.path, key.name), value.position,
        "expected in \(words), found in \(source.kind.rawValue), where it does nothing; remove it")
    }
  }

  /// The canonical columns that maps of a source may name.
  private mutating func columns(of source: Pipeline.Source) {
    let kind = source.kind
    var known = PipelineCheck.columnNames(kind)
    if kind == .orderLines { known += PipelineCheck.columnNames(.orders) }
    if [.orders, .orderLines, .orderStatuses].contains(kind) {
      known += ["external_id", "external_site"]
    }
    guard !known.isEmpty else { return }
    for map in SourceObject.declarations {
      guard case .chosen = map.members, let columns = source.written.member(map.name) else {
        continue
      }
      for member in columns.members where !known.contains(member.key) {
        let advice =
          Spelling.nearest(to: member.key, among: known).map { "did you mean \($0)?" }
          ?? "known here: " + known.joined(separator: ", ")
        add(
          PipelineCheck.path(PipelineCheck.path(source.path, map.name), member.key),
          member.position, "expected a column of \(kind.rawValue), found \(member.key); \(advice)")
      }
    }
  }

  private static func columnNames(_ kind: SourceKind) -> [String] {
    if kind == .clickstream { return LogColumn.allCases.map(\.rawValue) }
    return TableShape.of(kind)?.readColumns.map(\.name) ?? []
  }
}

extension SourceKind {
  /// That of the file; nil where it names none that there is.
  fileprivate init?(written source: Pipeline.Source) {
    guard let word = source.written(\.kind)?.content.text else { return nil }
    self.init(rawValue: word)
  }
}
