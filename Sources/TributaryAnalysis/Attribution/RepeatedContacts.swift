import TributaryModel

/// Joins what is one contact of a person: redials within a day, letters of one thread.
///
/// ```
///  calls     10:00 busy   10:02 talk      next day 09:00     next day 10:30
///            |------------- one contact, of 10:00 -------|    another
///
///  letters   "Mugs"   "Re: Mugs"   "Bowls"
///            |----- one -------|   another
/// ```
/// A contact is its first touchpoint; it counts wherever one of its calls or letters does.
public enum RepeatedContacts {
  /// Seconds after the first call of a contact within which another is a redial.
  static let redialReach: Int64 = 86_400
  /// Seconds after the first letter of a contact within which others of the thread belong to it.
  static let threadReach: Int64 = 30 * 86_400

  /// The calls of all persons without redials: the same number dialled again, or one that says
  /// nothing of where the call comes from.
  ///
  /// - Parameters:
  ///   - calls: with the touchpoints of each; one for each way that it may have come.
  ///   Returns: the touchpoints that stay, in the order of calls.
  public static func withoutRedials(
    _ calls: [(call: CallFact, touchpoints: [Touchpoint])]
  ) -> [Touchpoint] {
    let order = calls.indices.filter { !calls[$0].touchpoints.isEmpty }.sorted {
      (calls[$0].call.startedAt, calls[$0].call.id) < (calls[$1].call.startedAt, calls[$1].call.id)
    }
    /// Where the contacts of a person begin that are not over, the newest last.
    var running: [String: [Int]] = [:]
    var later: [Int: [Instant]] = [:]
    for index in order {
      let (call, touchpoints) = calls[index]
      let person = touchpoints[0].personID
      let open = (running[person] ?? []).filter {
        call.startedAt < calls[$0].call.startedAt.adding(seconds: redialReach)
      }
      let first =
        open.last { calls[$0].call.dialledNumber == call.dialledNumber }
        ?? (saysNothing(touchpoints) ? open.last : nil)
      if let first {
        later[first, default: []].append(call.startedAt)
        running[person] = open
      } else {
        later[index] = []
        running[person] = open + [index]
      }
    }
    return calls.indices.flatMap { index in
      later[index].map { times in calls[index].touchpoints.map { $0.repeated(at: times) } } ?? []
    }
  }

  private static func saysNothing(_ touchpoints: [Touchpoint]) -> Bool {
    touchpoints.allSatisfy { $0.channel == .call && $0.campaignKey == nil }
  }

  /// The letters of all persons, of each thread the first.
  public static func withoutReplies(
    _ letters: [(letter: LetterFact, touchpoint: Touchpoint)]
  ) -> [Touchpoint] {
    let order = letters.indices.sorted {
      (letters[$0].touchpoint.at, letters[$0].letter.id)
        < (letters[$1].touchpoint.at, letters[$1].letter.id)
    }
    var running: [Thread: Int] = [:]
    var later: [Int: [Instant]] = [:]
    for index in order {
      let (letter, touchpoint) = letters[index]
      let thread = letter.thread.flatMap(LetterThread.key).map {
        Thread(person: touchpoint.personID, key: $0)
      }
      if let first = thread.flatMap({ running[$0] }),
        touchpoint.at < letters[first].touchpoint.at.adding(seconds: threadReach)
      {
        later[first, default: []].append(touchpoint.at)
      } else {
        later[index] = []
        if let thread { running[thread] = index }
      }
    }
    return letters.indices.compactMap { index in
      later[index].map { letters[index].touchpoint.repeated(at: $0) }
    }
  }

  private struct Thread: Hashable {
    let person: String
    let key: String
  }
}

/// The name of a thread of letters: an id, or a subject without what programs put before it.
enum LetterThread {
  /// What programs of several languages write before the subject of an answer, in lower case.
  private static let prefixes: Set<String> = [
    "re", "fwd", "fw", "aw", "wg", "tr", "rv", "sv", "vs", "antw", "odp", "ответ", "отв", "пересл",
    "переслано", "пер", "на", "ha", "res", "enc", "rif", "ref", "ang", "vl", "bls", "trs", "doorst",
    "ynt", "ilt", "pd", "vá", "回复", "答复", "转发", "回覆", "轉寄", "返信", "転送",
  ]

  /// Words in brackets that gateways put before a subject.
  private static let stamps: Set<String> = [
    "external", "ext", "extern", "external email", "external sender", "spam", "внешнее",
    "внешняя почта", "внешний отправитель",
  ]

  /// `Re: [2] Отв: Кружки ` as `кружки`; nil where nothing stays.
  static func key(_ text: String) -> String? {
    var rest = text.lowercased().drop(while: \.isWhitespace)
    while true {
      if rest.first == "[", let end = rest.firstIndex(of: "]"),
        stamps.contains(String(rest[..<end].dropFirst()))
      {
        rest = rest[rest.index(after: end)...].drop { $0.isWhitespace || $0 == ":" }
        continue
      }
      guard let colon = rest.firstIndex(where: { $0 == ":" || $0 == "：" }) else { break }
      // Programs count: `Re[2]:`, `RE (3):`, `Re^2:`.
      let word = rest[..<colon].prefix(while: \.isLetter)
      let count = rest[word.endIndex..<colon]
      guard prefixes.contains(String(word)),
        count.allSatisfy({ $0.isNumber || $0.isWhitespace || "[]()^".contains($0) })
      else { break }
      rest = rest[rest.index(after: colon)...].drop(while: \.isWhitespace)
    }
    let words = rest.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.isEmpty ? nil : words
  }
}
