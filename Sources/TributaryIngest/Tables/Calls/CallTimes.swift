import TributaryModel

/// When a leg was answered by a person, and how long it was talked.
///
/// In Asterisk a leg is a talk when its disposition is ANSWERED, its `billsec` above 0, another
/// channel was joined (`dstchannel`), and it did not end in an application that plays to the caller
/// or records him: greetings, menus, queues that nobody took the caller out of and voice mail all
/// "answer", and no person did. Where `billsec` counts the greeting before the talk, so does the
/// talk: the record cannot be taken apart.
struct CallTimes {
  let isAnswered: Bool?
  /// When a person answered; nil when nobody did or the record does not say. Milliseconds.
  let answeredAt: Int64?
  /// Milliseconds; where only the length is known, from the call's start.
  let talk: Range<Int64>?
  let endedAt: Int64?

  /// Applications of Asterisk that end a leg without a person.
  private static let machines: Set<String> = [
    "answer", "authenticate", "background", "backgrounddetect", "busy", "congestion", "dictate",
    "directory", "echo", "hangup", "milliwatt", "minivmrecord", "musiconhold", "playback",
    "playtones", "progress", "read", "record", "ringing", "sayalpha", "saydigits", "saynumber",
    "sayunixtime", "voicemail", "voicemailmain", "wait", "waitexten", "zapateller", "ivr",
  ]

  init(_ row: TableRow, _ columns: CallColumns) {
    let start = columns.integer("started_at", row) ?? 0
    let duration = columns.integer("duration_seconds", row)
    let answeredAt = columns.integer("answered_at", row)
    let seconds = columns.integer("talk_seconds", row)
    let end = columns.integer("ended_at", row) ?? duration.map { start + $0 * 1000 }
    endedAt = end ?? answeredAt.flatMap { at in seconds.map { at + $0 * 1000 } }
    // Mango Office says no more than when a call was answered and when it ended.
    var answered = columns.integer("answered", row).map { $0 != 0 }
    if answered == nil, end != nil, seconds == nil { answered = answeredAt != nil }
    if answered == nil { answered = seconds.map { $0 > 0 } }
    if columns.text("channel_name", row) != nil {
      let application = columns.text("application", row)?.lowercased() ?? ""
      let isJoined = columns.text("other_channel", row) != nil
      if !isJoined || CallTimes.machines.contains(application) { answered = false }
    }
    var length = seconds.map { $0 * 1000 }
    if length == nil, let answeredAt, let end { length = end - answeredAt }
    if answered == true, let length { answered = length > 0 }
    isAnswered = answered
    guard answered == true, let length else {
      talk = nil
      self.answeredAt = answered == true ? answeredAt : nil
      return
    }
    let wait = columns.integer("wait_seconds", row).map { start + $0 * 1000 }
    self.answeredAt = answeredAt ?? end.map { $0 - length } ?? wait
    let from = self.answeredAt ?? start
    talk = from..<from + length
  }
}
