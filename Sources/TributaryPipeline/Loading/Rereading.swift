import TributaryIngest
import TributaryModel
import TributaryWarehouse

/// Which files of a run are read again, though they are as they were.
///
/// ```
///  keys of a source changed            ──► its files, and for tables all of the kind: an older row
///  files stand in another order        ──►   of another file may count now
///  a file is gone, its keys changed    ──► kept as it was read, and told
///  it is another kind's now            ──► what it gave as the former one is taken back
/// ```
struct Rereading {
  private let warehouse: Warehouse
  private let readings: [SourceLoading.Reading]
  /// By kind, as the ledger had them before the run.
  private var known: [SourceKind: [KnownLedgerFile]] = [:]
  /// By kind and path the source that reads a file: two sources may match it.
  private var owners: [SourceKind: [FileName: Int]] = [:]
  private var versionNames: [Int: VersionNames] = [:]
  private(set) var notices: [String] = []

  init(
    _ warehouse: Warehouse, _ readings: [SourceLoading.Reading], known: [KnownLedgerFile]
  ) throws(WarehouseError) {
    self.warehouse = warehouse
    self.readings = readings
    self.known = Dictionary(grouping: known, by: \.kind)
    for kind in Set(readings.map(\.source.kind)).sorted() { owners[kind] = owners(of: kind) }
    for (index, reading) in readings.enumerated() where reading.source.kind != .clickstream {
      versionNames[index] = names(reading)
    }
  }

  /// The days that the names of a source's files say.
  func names(of reading: Int) -> VersionNames { versionNames[reading] ?? VersionNames([]) }

  /// Whether the file is that source's to read: one that several match is read once, by the one
  /// that read it before, else by the first.
  func reads(_ file: SourceFile, _ reading: Int) -> Bool {
    owners[readings[reading].source.kind]?[file.name] == reading
  }

  /// Marks what is to be read again for changed keys or names.
  mutating func begin() throws(WarehouseError) {
    try withdrawFormerKinds()
    for kinds in groups {
      var former: [Int: Int] = [:]
      for kind in kinds {
        try noteNames(of: kind)
        for (entry, reading) in atHand(kind) where isFormer(entry, readings[reading].keys) {
          former[reading, default: 0] += 1
        }
      }
      for (reading, count) in former.sorted(by: { $0.key < $1.key }) {
        let source = readings[reading].source
        notices.append(
          "\(source.patterns.joined(separator: ", ")): the keys of this source changed; "
            + "\(count) \(count == 1 ? "file is" : "files are") read again")
      }
      guard kinds.first != .clickstream else { continue }
      let isAsked = try isAsked(kinds)
      if isAsked || !former.isEmpty { try mark(kinds) }
    }
  }

  private func isAsked(_ kinds: [SourceKind]) throws(WarehouseError) -> Bool {
    for kind in kinds {
      if try warehouse.mustReread(kind) { return true }
    }
    return false
  }

  /// Marks what a run found to stand in another order than it was read.
  ///
  /// - Returns: the sources to load again.
  mutating func again() throws(WarehouseError) -> Set<Int> {
    var found: Set<Int> = []
    for kinds in groups where kinds.first != .clickstream {
      guard try isAsked(kinds) else { continue }
      for kind in kinds { known[kind] = try warehouse.knownFiles(of: kind) }
      try mark(kinds)
      found.formUnion(readings.indices.filter { kinds.contains(readings[$0].source.kind) })
    }
    return found
  }

  /// Notes the files that are gone and that other keys have read, each once for a change.
  func kept() throws(WarehouseError) -> [SourceNote] {
    var notes: [SourceNote] = []
    for (kind, atHand) in owners.sorted(by: { $0.key < $1.key }) {
      for entry in try warehouse.knownFiles(of: kind) where entry.counts.loaded > 0 {
        guard atHand[entry.path] == nil, let reading = reading(matching: entry) else {
          continue
        }
        let (kept, keys) = ("kept " + readings[reading].keys.reading, readings[reading].keys)
        guard entry.reading != kept, isFormer(entry, keys) else { continue }
        let note = FileNote(.keptAsRead, count: entry.counts.loaded)
        try warehouse.noteKept(entry.id, reading: kept, note)
        notes.append(SourceNote(source: kind, path: entry.path.spelling, note: note))
      }
    }
    return try notes + gone()
  }

  /// Notes the files of spend that are gone, of which nothing is taken back, but those that are told
  /// for their keys; each once.
  private func gone() throws(WarehouseError) -> [SourceNote] {
    guard let atHand = owners[.spend] else { return [] }
    let files = try warehouse.knownFiles(of: .spend).filter {
      atHand[$0.path] == nil && $0.counts.loaded > 0 && !$0.reading.hasPrefix("kept ")
    }
    return try warehouse.note(.spendOfGoneFile, of: files, kind: .spend)
  }

  // MARK: Parts

  /// Takes back what files at hand gave as a kind that no source reads them as any more.
  private mutating func withdrawFormerKinds() throws(WarehouseError) {
    var now: [FileName: (file: SourceFile, reading: SourceLoading.Reading)] = [:]
    for reading in readings {
      for file in reading.files { now[file.name] = (file, reading) }
    }
    var changed: Set<SourceKind> = []
    for entry in known.sorted(by: { $0.key < $1.key }).flatMap(\.value)
    where entry.counts.loaded > 0 {
      guard owners[entry.kind]?[entry.path] == nil, let (now, reading) = now[entry.path],
        Rereading.canBeRead(now, reading.reader)
      else { continue }
      let kind = reading.source.kind
      var file = FileDescription(entry)
      file.id = entry.id
      try warehouse.withdraw(file)
      changed.insert(entry.kind)
      notices.append(
        "\(entry.path): read as \(kind.rawValue) from now on; the \(entry.counts.loaded) records "
          + "that it gave as \(entry.kind.rawValue) are taken back")
    }
    // Older rows of other files may count now.
    if !changed.isDisjoint(with: [.orders, .orderLines]) {
      changed.formUnion([.orders, .orderLines])
    }
    for kind in changed.sorted() {
      known[kind] = try warehouse.knownFiles(of: kind)
      if kind != .clickstream { try warehouse.askToReread(kind) }
    }
  }

  /// Whether a file has records of the kind that it is read as now: else its rows stay as they are.
  private static func canBeRead(_ file: SourceFile, _ reader: SourceReader) -> Bool {
    guard let head = try? reader.head(of: file) else { return false }
    return head.rejected < head.read
  }

  /// Kinds whose files fill the same tables.
  private var groups: [[SourceKind]] {
    let kinds = Set(readings.map(\.source.kind)).sorted()
    let sales = kinds.filter { $0 == .orders || $0 == .orderLines }
    return (sales.isEmpty ? [] : [sales])
      + kinds.filter { $0 != .orders && $0 != .orderLines }.map { [$0] }
  }

  private func isFormer(_ entry: KnownLedgerFile, _ keys: SourceKeys) -> Bool {
    guard !keys.made(entry), entry.counts.read > 0 || entry.refusal != nil else { return false }
    return entry.refusal == nil || entry.counts.loaded + entry.counts.duplicate > 0
  }

  /// The entries whose files lie where the ledger has them, with the source that reads each.
  private func atHand(_ kind: SourceKind) -> [(entry: KnownLedgerFile, reading: Int)] {
    let owner = owners[kind] ?? [:]
    return (known[kind] ?? []).compactMap { entry in
      owner[entry.path].map { (entry, $0) }
    }
  }

  private func mark(_ kinds: [SourceKind]) throws(WarehouseError) {
    try warehouse.markToReread(kinds.flatMap { atHand($0).map(\.entry.id) }, of: kinds)
  }

  private func owners(of kind: SourceKind) -> [FileName: Int] {
    let read = Dictionary(
      (known[kind] ?? []).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    var owners: [FileName: Int] = [:]
    for (index, reading) in readings.enumerated() where reading.source.kind == kind {
      for file in reading.files {
        let path = file.name
        guard owners[path] != nil else {
          owners[path] = index
          continue
        }
        if let entry = read[path], reading.keys.made(entry) { owners[path] = index }
      }
    }
    return owners
  }

  private func names(_ reading: SourceLoading.Reading) -> VersionNames {
    let paths = reading.files.map(\.name)
    let folders = Set(paths.map(Rereading.folder))
    let former = (known[reading.source.kind] ?? []).map(\.path).filter {
      folders.contains(Rereading.folder($0))
    }
    return VersionNames(paths + former)
  }

  private func noteNames(of kind: SourceKind) throws(WarehouseError) {
    guard kind != .clickstream else { return }
    var names: [Int64: NamedDay?] = [:]
    for entry in known[kind] ?? [] {
      guard let reading = owners[kind]?[entry.path] ?? reading(matching: entry) else {
        continue
      }
      names[entry.id] = .some(self.names(of: reading).day(of: entry.path))
    }
    try warehouse.note(names, of: kind)
  }

  /// The first source whose patterns a file matches that is not at hand.
  private func reading(matching entry: KnownLedgerFile) -> Int? {
    readings.indices.first { index in
      readings[index].source.kind == entry.kind
        && readings[index].source.patterns.contains {
          FilePattern($0).matches(path: entry.path.spelling)
        }
    }
  }

  private static func folder(_ path: FileName) -> ArraySlice<UInt8> {
    path.bytes.prefix((path.bytes.lastIndex(of: UInt8(ascii: "/")) ?? 0))
  }
}
