import Foundation
import Testing
import TributaryModel

@testable import TributaryPipeline

/// Persons who call or write about one thing more than once.
@Suite struct RepeatedContactRunTests {
  private static let sources = """
    {kind: 'letters', paths: ['letters/*.csv'], optional: true},
    {kind: 'letters', format: 'mail', paths: ['letters/*.mbox'], optional: true,
     constants: {mailbox: 'sales@shop.example'}},
    {kind: 'letters', paths: ['desk/*'], columns: {thread_id: 'Тема'}, optional: true},
    {kind: 'invoices', paths: ['invoices/*'], optional: true}
    """
  private static let linear = """
    select t.kind, t.member, a.credit
    from attribution_credit a join touchpoint t using (touchpoint_id)
    where a.model = 'linear' and a.conversion_id =
    """

  @Test func `redials share one touchpoint, and one of them is the qualified call`() throws {
    let shop = try Shop.small()
    try shop.write(
      """
      call_id,started_at,dialled_number,caller,talk_seconds
      c1,2026-11-12 23:40:00,+7 495 000-00-01,8 900 000 00 01,0
      c2,2026-11-12 23:58:00,+7 495 000-00-01,8 900 000 00 01,95
      c3,2026-11-13 00:20:00,8 495 000 00 01,+7 900 000 00 01,40
      c4,2026-11-14 09:00:00,8 495 000 00 01,+7 900 000 00 01,50

      """, to: "calls/a.csv")
    try shop.write(
      "order_id,placed_at,total,customer_phone\nA1,2026-11-14 12:00:00,100,+7 900 000-00-01\n",
      to: "orders/a.csv")
    try shop.run()
    #expect(try shop.rows("select member from touchpoint order by at") == ["c1", "c4"])
    #expect(
      try shop.rows(Self.linear + " 'order:A1' order by t.at") == ["call|c1|0.5", "call|c4|0.5"])
    #expect(
      try shop.rows("select member from conversion where kind = 'call' and is_counted") == ["c2"])
    #expect(try shop.rows(Self.linear + " 'call:c2'") == ["call|c1|1.0"])
    #expect(try shop.rows("select calls from person") == ["4"])
  }

  private static let invoice =
    "invoice_id,issued_at,total,customer_email,paid_at\n"
    + "I1,2026-11-13 10:00:00,100,anna@mail.example,2026-11-13 15:00:00\n"

  /// A first letter, two that go on with it, and one about something else.
  @Test(arguments: [
    (
      "letters/a.csv",
      """
      letter_id,received_at,from_email,thread_id
      L1,2026-11-10 09:00:00,anna@mail.example,T-7
      L2,2026-11-11 09:00:00,anna@mail.example,T-7
      L3,2026-11-12 09:00:00,anna@mail.example,t-7
      L4,2026-11-12 10:00:00,anna@mail.example,T-8

      """
    ),
    (
      "desk/a.csv",
      """
      letter_id,received_at,from_email,Тема
      L1,10.11.2026 09:00,Anna <anna@mail.example>,Кружки
      L2,11.11.2026 09:00,anna@mail.example,Re: Кружки
      L3,12.11.2026 09:00,anna@mail.example,Ответ: Re: кружки
      L4,12.11.2026 10:00,anna@mail.example,Чашки

      """
    ),
    (
      "letters/a.mbox",
      """
      From anna@mail.example Tue Nov 10 09:00:00 2026
      From: Anna <anna@mail.example>
      Date: Tue, 10 Nov 2026 09:00:00 +0300
      Message-ID: <L1@mail.example>
      Subject: Mugs

      From anna@mail.example Wed Nov 11 09:00:00 2026
      From: Anna <anna@mail.example>
      Date: Wed, 11 Nov 2026 09:00:00 +0300
      Message-ID: <L2@mail.example>
      In-Reply-To: <r1@shop.example>
      References: <L1@mail.example> <r1@shop.example>
      Subject: Re: Mugs

      From anna@mail.example Thu Nov 12 09:00:00 2026
      From: Anna <anna@mail.example>
      Date: Thu, 12 Nov 2026 09:00:00 +0300
      Message-ID: <L3@mail.example>
      In-Reply-To: <L1@mail.example>
      Subject: Re: Mugs

      From anna@mail.example Thu Nov 12 10:00:00 2026
      From: Anna <anna@mail.example>
      Date: Thu, 12 Nov 2026 10:00:00 +0300
      Message-ID: <L4@mail.example>
      Subject: Bowls


      """
    ),
  ])
  func `letters of one thread share one touchpoint`(_ name: String, _ text: String) throws {
    let shop = try Shop.small(Self.sources)
    try shop.write(text, to: name)
    try shop.write(Self.invoice, to: "invoices/a.csv")
    try shop.run()
    #expect(
      try shop.rows("select substr(member, 1, 2) from touchpoint order by at") == ["L1", "L4"])
    #expect(
      try shop.rows(
        "select substr(t.member, 1, 2), a.credit from attribution_credit a "
          + "join touchpoint t using (touchpoint_id) "
          + "where a.model = 'linear' and a.conversion_id = 'invoice:I1' order by t.at")
        == ["L1|0.5", "L4|0.5"])
    #expect(try shop.rows("select letters from person") == ["4"])
  }

  @Test func `a thread that goes on for weeks keeps its credit, in any order of its letters`()
    throws
  {
    let head = "letter_id,received_at,from_email,thread_id\n"
    let files = [
      "letters/1.csv": head + "L1,2026-10-10 09:00:00,anna@mail.example,T-7\n",
      "letters/2.csv": head + "L2,2026-11-01 09:00:00,anna@mail.example,T-7\n",
      "invoices/1.csv": Self.invoice,
    ]
    for nights in [[["1", "2"]], [["1"], ["2"]], [["2"], ["1"]]] {
      let shop = try Shop.small(Self.sources)
      for night in nights {
        try shop.write(
          files,
          where: { name in
            name.hasPrefix("invoices") || night.contains { name.hasSuffix("/\($0).csv") }
          })
        try shop.run()
      }
      // The first letter came 34 days before the payment, the second 12.
      #expect(try shop.rows("select member from touchpoint") == ["L1"])
      #expect(
        try shop.rows(Self.linear + " 'invoice:I1'") == ["letter|L1|1.0"])
    }
  }
}
