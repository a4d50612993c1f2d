import Foundation
import Testing
import TributaryModel

@testable import TributaryIngest

/// The shapes are those of RFC 4155 (mbox) and RFC 5322.
struct MailRecordsTests {
  private let bench: Workbench

  init() throws {
    bench = try Workbench()
  }

  private static let mailbox = """
    From ann@example.com Sun May  3 07:15:04 2026
    Received: from mx.example.com by mail.shop.example; Sun, 3 May 2026 10:15:04 +0300
    From: "Lee, Ann (buyer)" <Ann@Example.com>
    To: =?UTF-8?B?0J7RgtC00LXQuw==?= <Sales@shop.example>, other@shop.example
    Date: Sun, 3 May 2026 10:15:00 +0300 (MSK)
    Message-ID:
     <a1@example.com>
    Subject: =?koi8-r?Q?=EB=D2=D5=D6=CB=C1?=

    Have you got mugs?
    From what I see, you have: 3.

    >From the mugs of 2026 at 10:15 I want two.
    From here on: no
    Message-ID: <body@example.com>

    From sales@shop.example Sun May  3 08:00:00 2026
    From: sales@shop.example
    To: ann@example.com
    Date: 3 May 26 08:00 GMT
    Message-ID: <r1@shop.example>
    In-Reply-To: <a1@example.com>

    We have.

    From bob@example.org Mon May  4 00:00:00 2026
    From: bob@example.org (Bob)
    Delivered-To: info@shop.example
    To: someone@else.example
    Date: soon
    Message-ID: <b1@example.org>

    From bob@example.org Mon May  4 00:00:00 2026
    from: bob@example.org
    DATE: Mon, 4 May 2026 00:00:00 EST
    References: <a1@example.com>
    \t<r1@shop.example>

    """

  private func read(
    _ text: String, _ shape: TableShape = .letters, own: String? = nil
  ) throws -> ReadTable {
    var options = Given.tableOptions()
    if let own { options.constants["mailbox"] = own }
    let format = try FormatRegistry.format(named: "mail")
    return try ReadTable(bench.write("mail", text), shape, format.applied(to: options))
  }

  // 2026-05-03 07:15:00 UTC = 1,777,792,500 s; 2026-05-04 05:00:00 UTC = 1,777,870,800 s.
  @Test func `the messages of a mailbox are letters, by their headers`() throws {
    let table = try read(Self.mailbox, own: "sales@shop.example")
    #expect(table.summary.counts.read == 4)
    #expect(table.summary.counts.filtered == 1)
    #expect(table.rejections.map(\.reason) == [.badDate])
    #expect(table.rejections.map(\.line) == [26])
    #expect(table.rows.map(\.line) == [1, 33])
    #expect(table.cell(0, "letter_id") == .text("a1@example.com"))
    #expect(table.cell(0, "received_at") == .integer(1_777_792_500_000))
    #expect(table.cell(0, "mailbox") == .text("sales@shop.example"))
    let ann = try #require(Given.key.email("ann@example.com"))
    #expect(table.cell(0, "from_email") == .text(ann))
    #expect(table.cell(1, "received_at") == .integer(1_777_870_800_000))
    guard case .text(let id) = table.cell(1, "letter_id") else { throw Missing() }
    #expect(id.hasPrefix("no-id-"))
  }

  private struct Missing: Error {}

  @Test func `without an address of its own all messages are letters, each to its own`() throws {
    let table = try read(Self.mailbox.replacing("Date: soon", with: "Date: 4 May 2026 00:00 Z"))
    #expect(
      table.rows.map { $0.cells[2] } == [
        .text("sales@shop.example"), .text("ann@example.com"), .text("info@shop.example"), .null,
      ])
  }

  // 2026-05-03 08:00:00 UTC = 1,777,795,200 s.
  @Test func `the shop's replies say which letter they answer`() throws {
    let table = try read(Self.mailbox, .letterReplies, own: "Sales@shop.example")
    #expect(
      table.rows.map(\.cells) == [
        [
          .text("a1@example.com"), .integer(1_777_795_200_000), .text("Sales@shop.example"), .null,
        ]
      ])
    #expect(table.summary.counts.filtered == 3)
    let sent = try read(Self.mailbox, .letterReplies)
    #expect(sent.rows.map { $0.cells[0] } == [.text("a1@example.com"), .text("r1@shop.example")])
    #expect(
      sent.rows.map { $0.cells[2] } == [.text("sales@shop.example"), .text("bob@example.org")])
  }

  @Test(arguments: ["\n", "\r\n"])
  func `a file of one message is one letter, whatever its body says`(end: String) throws {
    let text = [
      "Return-Path: <ann@example.com>", "Date: Sun, 3 May 2026 10:15:00 +0300",
      "From: ann@example.com", "Message-ID: <a1@example.com>", "", "Hi",
      "", "From bob@example.org Mon May  4 00:00:00 2026", "From: bob@example.org", "",
    ].joined(separator: end)
    let table = try read(text)
    #expect(table.rows.map { $0.cells[0] } == [.text("a1@example.com")])
    #expect(table.summary.counts.read == 1)
  }

  @Test(arguments: ["order_id,total\n1,2\n", "Note: nothing\n\nbody\n", "{\"a\": 1}\n", "\0\0:\n"])
  func `another file is refused`(text: String) throws {
    let error = #expect(throws: IngestError.self) { try read(text) }
    #expect(error?.kind == .unsupported)
  }

  @Test func `a mark of byte order belongs to no header`() throws {
    let message = "From: a@b.example\nDate: 3 May 2026 07:15 +0000\n\nHi\n"
    #expect(try read("\u{feff}" + message).rows.count == 1)
    let separator = "From a Sun May  3 07:15:04 2026\n"
    #expect(try read("\u{feff}" + separator + message + separator + message).rows.count == 2)
  }

  @Test func `an empty file has no letters, endless headers are refused alone`() throws {
    #expect(try read("").summary.counts.read == 0)
    let long = "To: " + String(repeating: "a@b.example,\n ", count: 6_000) + "\n\n"
    let table = try read(
      "From a Sun May  3 07:15:04 2026\nDate: x\n" + long
        + "From a Sun May  3 07:15:04 2026\nFrom: a@b.example\nDate: 3 May 2026 07:15 +0000\n")
    #expect(table.rejections.map(\.reason) == [.tooLong])
    #expect(table.rows.count == 1)
  }

  @Test(
    arguments: [
      ("Sun, 03 May 2026 10:15:00 +0300", 1_777_792_500_000),
      ("3 May 26 07:15 UT", 1_777_792_500_000), ("3 May 126 07:15:00 -0000", 1_777_792_500_000),
      ("Sun, 3 May 2026 02:15:00 -0500", 1_777_792_500_000),
      ("Sun,3 May 2026 03:15:00 EDT (a (nested) comment)", 1_777_792_500_000),
      ("Sun, 3 May 2026 10:15:00 MSK", 1_777_792_500_000),
      ("Sun, 3 May 2026 09:15:00 CEST", 1_777_792_500_000),
      ("Sun, 3 May 2026 08:15:00 CET", 1_777_792_500_000),
      ("Sun, 3 May 2026 08:15:00 BST", 1_777_792_500_000),
      ("Sun, 3 May 2026 07:15:00 IST", 1_777_792_500_000),
      ("Sun, 3 May 2026 10:15:00 GMT+0300", 1_777_792_500_000),
      ("31 Feb 2026 10:00 +0000", nil), ("3 May 2026 24:00 +0000", nil), ("3 May 2026 10:00", nil),
      ("3 May 1926 10:00 +0000", nil), ("2026-05-03 10:15:00 +0300", nil), ("", nil),
    ] as [(String, Int64?)])
  func `the time of a message is read with its zone`(text: String, at: Int64?) {
    #expect(MailTime.milliseconds(text) == at)
  }
}

/// Mailboxes as programs write them, each of two letters: a1 and b1.
struct MailboxVariantTests {
  private let bench: Workbench

  init() throws {
    bench = try Workbench()
  }

  private func letters(_ text: String) throws -> [Cell] {
    let format = try FormatRegistry.format(named: "mail")
    let options = format.applied(to: Given.tableOptions())
    let table = try ReadTable(bench.write("inbox", text), .letters, options)
    #expect(table.rejections == [])
    #expect(table.summary.counts.read == table.rows.count)
    return table.rows.map { $0.cells[0] }
  }

  private static func letter(_ name: String, _ more: String = "", body: String = "Hello\n")
    -> String
  {
    more + "From: \(name)@example.com\nDate: Sun, 3 May 2026 10:15:00 +0300\n"
      + "Message-ID: <\(name)1@example.com>\n\n" + body
  }

  private static let two = [Cell.text("a1@example.com"), .text("b1@example.com")]

  @Test(
    arguments: [
      "From ann@example.com Sun May  3 10:15:04 2026", "From - Sun May 03 10:15:04 2026",
      "From 1700000000000000001@xxx Sun May 03 07:15:04 +0000 2026",
      "From ann@example.com Sun May  3 10:15:04 2026 +0300",
      "From MAILER-DAEMON Sun May  3 10:15:04 MSK 2026",
      "From ann@example.com Sun, 3 May 2026 10:15",
      "From ", "From",
    ], ["", "\n", "\n\n"])
  func `separators, with and without a blank line before`(line: String, blank: String) throws {
    let text =
      line + "\n" + Self.letter("a") + blank + line + "\nX-Mozilla-Status: 0001\n"
      + Self.letter("b")
    #expect(try letters(text) == Self.two)
    #expect(try letters(text.replacing("\n", with: "\r\n")) == Self.two)
  }

  @Test(
    arguments: [
      "From 10:00 till 18:00 on 4 May 2026\nI am in.\n", "\nFrom \nOdessa: with love\n\nBye\n",
      "\n>From carl@example.com Sat May  2 09:00:00 2026\nFrom: c@example.com\nDate: x\n\ntext\n",
      "\nFrom now on, Sun May  3 10:15:04 2026\nwe are closed.\n",
      "From the letter: 12:00 in 2026\nNote: it is late\n\nBye\n", "From:\n", "\nFrom\n",
    ])
  func `lines of a body are no separators`(body: String) throws {
    let line = "From x@example.com Sun May  3 10:15:04 2026\n"
    let text = line + Self.letter("a", body: body) + "\n" + line + Self.letter("b", body: body)
    #expect(try letters(text) == Self.two)
  }

  /// The forwarded message of 150 bytes or so is the body's where the declared length holds.
  @Test func `a declared length covers what looks like a message inside`() throws {
    let line = "From x@example.com Sun May  3 10:15:04 2026\n"
    let body = "See:\n\n" + line + Self.letter("c")
    let length = "Content-Length: \(body.utf8.count)\n"
    let right = line + Self.letter("a", length, body: body) + "\n" + line + Self.letter("b")
    #expect(try letters(right) == Self.two)
    let last = line + Self.letter("b") + "\n" + line + Self.letter("a", length, body: body)
    #expect(try letters(last) == Self.two.reversed())
    for wrong in ["Content-Length: 9\n", "Content-Length: 9999\n", "Content-Length: no\n"] {
      let text = line + Self.letter("a", wrong, body: body) + "\n" + line + Self.letter("b")
      #expect(
        try letters(text)
          == [.text("a1@example.com"), .text("c1@example.com"), .text("b1@example.com")])
    }
  }

  @Test func `headers that run into the next separator are a letter`() throws {
    let line = "From x@example.com Sun May  3 10:15:04 2026\n"
    let text = line + Self.letter("a", body: "").dropLast() + line + Self.letter("b")
    #expect(try letters(text) == Self.two)
  }

  @Test func `letters without an id differ by what they say, and repeat as often as in one box`()
    throws
  {
    func letter(_ subject: String, date: String = "3 May 2026 10:15:00 +0300") -> String {
      "From x@example.com Sun May  3 10:15:04 2026\nFrom: noreply@forms.example\nTo: s@shop.example\n"
        + "Date: \(date)\nSubject: \(subject)\n\nx\n\n"
    }
    let ids = try letters(letter("1") + letter("2") + letter("1"))
    #expect(Set(ids).count == 3)
    let folded = letter("1").replacing("Subject: 1", with: "Subject:\n 1")
    #expect(try letters(letter("2") + folded) == [ids[1], ids[0]])
  }
}
