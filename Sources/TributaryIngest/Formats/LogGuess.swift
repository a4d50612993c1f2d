import TributaryModel

/// The log format that reads the opening of a file best.
struct LogGuess {
  /// A format of the registry that reads the opening whole and plausibly.
  private(set) var known: FormatGuess?
  /// Else the format `json`, with the keys that seem to say what a log says.
  private(set) var ownKeys: FormatGuess?
  /// Why nothing fits, where the file looks like a log.
  private(set) var objection: String?

  private static let lines = 100

  /// Errors: those of opening and unpacking.
  init(_ file: SourceFile) throws(IngestError) {
    let samples = try LogGuess.opening(file)
    var best: (named: NamedFormat, trial: LogTrial)?
    var nearest: (name: String, trial: LogTrial, objection: String)?
    for named in FormatRegistry.logs {
      let trial = LogTrial(try ClickstreamFormat(named.name), samples)
      if let objection = trial.objection {
        guard trial.loaded > nearest?.trial.loaded ?? 0 else { continue }
        nearest = (named.name, trial, objection)
        continue
      }
      let rank = (trial.fields, trial.literals)
      guard rank > best.map({ ($0.trial.fields, $0.trial.literals) }) ?? (0, 0) else { continue }
      best = (named, trial)
    }
    let keys = LogKeys(samples)
    if let best, !LogGuess.isPoor(best.named, best.trial, keys) {
      known =
        LogGuess.unnamed(samples, above: best.trial.fields)
        ?? LogGuess.guess(best.named, best.trial, [:])
    } else if keys.isOfVisits {
      take(keys, samples, file)
    } else if let unnamed = LogGuess.unnamed(samples) {
      known = unnamed
    } else if let nearest {
      objection = "it looks like \(nearest.name), but \(nearest.objection)"
    }
  }

  /// Whether the format that knows keys of many programs reads lines that are no requests, or knows
  /// less of them than their keys seem to say: Envoy's `authority` is a host.
  private static func isPoor(_ named: NamedFormat, _ trial: LogTrial, _ keys: LogKeys) -> Bool {
    guard named.name == ClickstreamFormat.anyKeys else { return false }
    if keys.haveEvents || keys.areErrors { return true }
    func lacks(_ slot: LogSlot, _ column: LogColumn, named words: [String]) -> Bool {
      let key = keys.columns[column.rawValue]?.lowercased() ?? ""
      return !trial.filled.contains(slot) && words.contains(where: key.contains)
    }
    // Other keys of hosts and addresses name machines of the shop.
    return keys.isOfVisits
      && (lacks(.host, .host, named: ["authority"])
        || lacks(.address, .clientIP, named: ["client", "remote"]))
  }

  /// The first lines that are not empty, and not too long.
  private static func opening(_ file: SourceFile) throws(IngestError) -> [[UInt8]] {
    var lines = LineReader(try ByteStream(file), leavesUnterminated: false, opensArrays: true)
    var samples: [[UInt8]] = []
    while samples.count < LogGuess.lines, let line = try lines.next() {
      guard !line.isTooLong else { continue }
      let start =
        line.offset == 0 ? EventBatcher.withoutMark(lines.buffer.span, line).start : line.start
      if start < line.end { samples.append(Array(lines.buffer[start..<line.end])) }
    }
    return samples
  }

  private static func guess(
    _ format: NamedFormat, _ trial: LogTrial, _ columns: [String: String]
  ) -> FormatGuess {
    FormatGuess(
      kind: .clickstream, format: format, columns: [], headers: columns, read: trial.read,
      loaded: trial.loaded)
  }

  /// A guess for JSON lines of unknown keys, by what stands under them.
  private mutating func take(_ keys: LogKeys, _ samples: [[UInt8]], _ file: SourceFile) {
    guard
      let format = try? ClickstreamFormat(ClickstreamFormat.ownKeys, columns: keys.columns)
    else { return }
    let trial = LogTrial(format, samples)
    let guess = LogGuess.guess(FormatRegistry.json, trial, keys.columns)
    let snippet = guess.snippet(path: file.relativePath)
    if keys.haveEvents, let events = keys.events {
      let names = events.names.prefix(4).map { PrintableText.of(String($0.prefix(48))) }
      objection =
        "its \(events.key) names several kinds of events (\(names.joined(separator: ", "))"
        + (events.names.count > names.count ? ", …" : "")
        + "), which would all be page views; keep page views alone in the file and write \(snippet)"
    } else if keys.areErrors {
      objection =
        "its records tell of errors of a program, not of visits; give the log of requests instead"
    } else if !keys.isOfRequests {
      objection =
        "its records name no method and no status, as those of requests do; "
        + "if each is a page view, write \(snippet)"
    } else if let problem = trial.objection {
      objection = "it looks like a log of own keys, but \(problem)"
    } else {
      ownKeys = guess
    }
  }

  /// A layout without a name that reads the opening.
  ///
  /// - Parameter fields: those that a named one reads, above 0: only what ends otherwise and reads
  ///   more counts then.
  private static func unnamed(_ samples: [[UInt8]], above fields: Int = 0) -> FormatGuess? {
    for shape in shapes where fields == 0 || !shape.end.isEmpty {
      let text =
        shape.start + " \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\"" + shape.end
      guard let format = try? ClickstreamFormat(text) else { continue }
      let trial = LogTrial(format, samples, usesForwardedFor: shape.isForwarded)
      guard trial.objection == nil, trial.fields > fields else { continue }
      let named = NamedFormat(
        text, [.clickstream], "", needs: shape.isForwarded ? ["forwarded_for: true"] : [],
        example: "")
      return guess(named, trial, [:])
    }
    return nil
  }

  /// What stands around Apache's `combined`: OpenLiteSpeed's and others' with the host first, those
  /// that a proxy's address stands before or after the visitor's in, and nginx's with the host last,
  /// or the forwarded addresses and the host.
  private static let shapes: [(start: String, end: String, isForwarded: Bool)] = [
    ("\"%v\" %h %l %u %t", "", false), ("%v %h %u %t", "", false),
    ("\"%{X-Forwarded-For}i\" %h %l %u %t", "", true),
    ("%{X-Forwarded-For}i %h %l %u %t", "", true),
    ("%h %{X-Forwarded-For}i %l %u %t", "", true),
    ("%h %l %u %t", " \"%{X-Forwarded-For}i\" \"%v\"", false),
    ("%h %l %u %t", " \"%v\" \"%{X-Forwarded-For}i\"", false),
    ("%h %l %u %t", " \"%v\"", false),
  ]
}
