import TributaryModel

/// Makes records of messages: letters to the shop, or the shop's replies to them.
///
/// A table with `received_at` is one of letters; what the shop wrote itself is filtered there, if
/// `constants` names its address as `mailbox`. Else it is one of replies: messages of the shop, as
/// far as its address is known, that say which message they answer. Filtered is a record without
/// cells.
struct MailCutter {
  /// What the ids begin with that stand in for missing ones.
  static let unnamed = "no-id-"

  private let keys: WantedKeys
  private let key: ContactKey
  private let takesReplies: Bool
  private let own: String?
  private var repeats = RepeatedRecords()

  var positions: [Int?] { keys.positions }

  init(_ columns: [Column], _ options: TableOptions) {
    var options = options
    own = options.constants["mailbox"]?.lowercased()
    takesReplies = !columns.contains { $0.name == "received_at" }
    // A message's date is when it came; of a reply it is when the shop answered.
    if takesReplies {
      options.aliases["mailbox"] = ["From"]
    } else {
      options.aliases["replied_at"] = []
    }
    if own != nil { options.aliases["mailbox"] = nil }
    keys = WantedKeys(columns, options)
    key = options.key
  }

  mutating func record(_ message: MailHeaders) -> Record {
    var record = Record()
    record.line = message.line
    record.byteOffset = message.byteOffset
    record.start = message.start
    guard !message.isTooLong else {
      record.problem = .tooLong
      record.complaint = "expected headers of at most 64 KiB, found longer ones"
      return record
    }
    let from = message.address("from")
    let answered = message.firstID("in-reply-to") ?? message.lastID("references")
    let reply = takesReplies ? nil : answerAddress(message, from)
    let isOwn = own.map { reply == nil && $0 == from }
    guard takesReplies ? answered != nil && isOwn != false : isOwn != true else { return record }
    var fields = ["From": reply ?? from ?? ""]
    for (name, header) in [
      ("To", "to"), ("Delivered-To", "delivered-to"), ("X-Original-To", "x-original-to"),
    ] {
      fields[name] = message.address(header)
    }
    fields["Message-ID"] =
      takesReplies ? answered : message.firstID("message-id") ?? identity(message)
    fields["References"] =
      message.firstID("references") ?? message.firstID("in-reply-to") ?? fields["Message-ID"]
    if let date = message.text("date") {
      fields["Date"] = MailTime.milliseconds(date).map { String($0) } ?? date
    }
    keys.cut(fields, into: &record)
    return record
  }

  /// Who gets the answer to a letter that a form wrote: `From: noreply@tilda.ws`, `Reply-To: ann@…`.
  /// Nil where From is a writer's own, or Reply-To is the shop's.
  private func answerAddress(_ message: MailHeaders, _ from: String?) -> String? {
    guard let from, let reply = message.address("reply-to"), reply != from, reply != own,
      !EmailAddress.namesNobody(reply)
    else { return nil }
    func domain(_ address: String) -> Substring { address.drop { $0 != "@" } }
    let isShops = own.map { domain($0) == domain(from) } ?? false
    if isShops, own.map({ domain($0) == domain(reply) }) ?? false { return nil }
    let name = from.prefix { $0 != "@" }
    let isForm =
      MailCutter.forms.contains(String(name))
      || (isShops && MailCutter.desks.contains(String(name)))
    return from == own || EmailAddress.namesNobody(from) || isForm ? reply : nil
  }

  /// Names by which forms write, wherever they are.
  private static let forms: Set<String> = [
    "form", "forms", "contactform", "webform", "wordpress", "bitrix", "opencart", "joomla", "tilda",
    "robot", "bot", "mailer", "notify", "notification", "notifications", "www-data", "www",
    "apache",
    "webmaster", "website", "site", "lead", "leads",
  ]
  /// Names by which forms write on a shop's own domain.
  private static let desks: Set<String> = [
    "info", "mail", "sales", "shop", "store", "order", "orders", "zakaz", "zayavka", "request",
    "requests", "feedback", "callback", "contact", "contacts", "hello", "support", "office",
    "admin",
    "root", "service", "crm", "web",
  ]

  /// Some programs write no Message-ID: what the message says of itself stands in for it. Of
  /// messages that say the same there are as many as the file that lists most of them.
  private mutating func identity(_ message: MailHeaders) -> String? {
    guard let date = message.text("date"), let from = message.text("from") else { return nil }
    let sender = String(UInt64(bitPattern: key.visitor(id: date + "|" + from)), radix: 16)
    let all = String(UInt64(bitPattern: key.visitor(id: message.telling)), radix: 16)
    return repeats.numbered(MailCutter.unnamed + sender + "-" + all)
  }
}
