import Testing
import TributaryModel

@testable import TributaryIngest

struct CallBuilderTests {
  private typealias Leg = CallFile.Leg

  /// 10:00:00 UTC of 2 March 2026.
  private static let ten: Int64 = 1_772_445_600_000

  /// A queue that rings two phones: the first does not answer, the second talks from 10:00:30 to
  /// 10:01:20. The talk stands in the caller's record and in that of the queue's own channel.
  private static let queue = [
    Leg(joined: "Local/101@from-queue-1;1", duration: 15, did: "74951112233", sequence: 1),
    Leg(
      joined: "Local/102@from-queue-2;1", duration: 80, talk: 50, disposition: "ANSWERED",
      did: "74951112233", sequence: 2),
    Leg(
      at: 5, destination: "101", context: "ext-local", channel: "Local/101@from-queue-1;2",
      joined: "PJSIP/101-1", application: "Dial", duration: 10, leg: "1772445605.12", sequence: 3),
    Leg(
      at: 28, destination: "102", context: "ext-local", channel: "Local/102@from-queue-2;2",
      joined: "PJSIP/102-1", application: "Dial", duration: 52, talk: 50, disposition: "ANSWERED",
      leg: "1772445628.14", sequence: 5),
  ]

  private func only(_ legs: [Leg]) throws -> ReadTable {
    let table = try CallFile().read("freepbx-cdr", CallFile.freePBX(legs))
    #expect(table.rejections.isEmpty)
    #expect(table.rows.count == 1)
    #expect(table.rows.first?.records == legs.count)
    #expect(table.summary.counts.read == legs.count)
    return table
  }

  private func outcome(_ table: ReadTable) -> [Cell?] {
    ["answered", "talk_seconds", "wait_seconds"].map { table.cell(0, $0) }
  }

  @Test func `a queue's records are one call, and its talk counts once`() throws {
    let table = try only(CallBuilderTests.queue)
    #expect(table.cell(0, "call_id") == .text("1772445600.10"))
    #expect(table.cell(0, "started_at") == .integer(CallBuilderTests.ten))
    #expect(table.cell(0, "dialled_number") == .text("74951112233"))
    #expect(table.cell(0, "caller") == Given.key.phone("79161234567").map(Cell.text))
    #expect(outcome(table) == [.integer(1), .integer(50), .integer(30)])
    #expect(table.rows.first?.line == 2)
  }

  // Three phones ring at 10:00:00, the third answers after 9 seconds and talks 41.
  @Test func `a ring group is one call that one phone answered`() throws {
    let table = try only([
      Leg(joined: "PJSIP/101-1", application: "Dial", duration: 9, did: "74951112233"),
      Leg(joined: "PJSIP/102-1", application: "Dial", duration: 9, did: "74951112233", sequence: 2),
      Leg(
        joined: "PJSIP/103-1", application: "Dial", duration: 50, talk: 41,
        disposition: "ANSWERED", did: "74951112233", sequence: 3),
    ])
    #expect(outcome(table) == [.integer(1), .integer(41), .integer(9)])
  }

  // 101 talks from 10:00:10 to 10:00:40 and passes the caller on to 102, who talks until 10:01:40.
  @Test func `a blind transfer adds up both talks`() throws {
    let table = try only([
      Leg(
        joined: "PJSIP/101-1", application: "Dial", duration: 40, talk: 30,
        disposition: "ANSWERED", did: "74951112233"),
      Leg(
        at: 40, destination: "102", context: "from-internal-xfer", joined: "PJSIP/102-1",
        application: "Dial", duration: 60, talk: 60, disposition: "ANSWERED", sequence: 2),
    ])
    #expect(outcome(table) == [.integer(1), .integer(90), .integer(10)])
  }

  // The exchange answers, nobody does; the caller stays until the last record's end.
  @Test(arguments: [
    ("Queue", "", 95), ("BackGround", "", 25), ("Playback", "PJSIP/101-1", 30),
    ("VoiceMail", "PJSIP/101-1", 60),
  ])
  func `a greeting, a queue left or voice mail is no answer`(
    _ application: String, _ joined: String, _ seconds: Int
  ) throws {
    let table = try only([
      Leg(
        joined: joined, application: application, duration: seconds, talk: seconds,
        disposition: "ANSWERED", did: "74951112233")
    ])
    #expect(outcome(table) == [.integer(0), .integer(0), .integer(Int64(seconds))])
  }

  @Test func `the order of the legs in the file does not matter`() throws {
    let file = try CallFile()
    let other = Leg(
      at: 20, source: "anonymous", destination: "101", context: "from-did-direct",
      joined: "PJSIP/101-2", application: "Dial", duration: 7, disposition: "BUSY",
      leg: "1772445620.99", did: "78001112233", call: "1772445620.99", sequence: 4)
    let legs = CallBuilderTests.queue + [other]
    func calls(_ legs: [Leg]) throws -> [[Cell]] {
      let table = try file.read("freepbx-cdr", CallFile.freePBX(legs))
      #expect(table.rows.map(\.records).reduce(0, +) == 5)
      return table.rows.map(\.cells).sorted { "\($0[0])" < "\($1[0])" }
    }
    let expected = try calls(legs)
    #expect(expected.count == 2)
    #expect(expected.last?[3] == .null)
    for order in permutations(of: legs) {
      #expect(try calls(order) == expected)
    }
  }

  private func permutations<Element>(of elements: [Element]) -> [[Element]] {
    guard let first = elements.first else { return [[]] }
    return permutations(of: Array(elements.dropFirst())).flatMap { rest in
      (0...rest.count).map { Array(rest[..<$0]) + [first] + Array(rest[$0...]) }
    }
  }

  @Test func `calls that the shop makes are left out, all their legs counted`() throws {
    let text = CallFile.freePBX([
      Leg(source: "101", destination: "89161234567", context: "from-internal", call: "1"),
      Leg(at: 2, context: "ext-local", did: "74951112233", call: "1"),
      Leg(destination: "89161234567", context: "macro-x", outbound: "74951112233", call: "2"),
      Leg(source: "101", destination: "102", context: "ext-local", call: "3"),
      Leg(source: "900", destination: "101", context: "ext-local", did: "74951112233", call: "4"),
    ])
    let table = try CallFile().read("freepbx-cdr", text)
    #expect(table.rows.map { $0.cells[0] } == [.text("4")])
    #expect(table.cell(0, "caller") == .null)
    #expect(table.summary.counts.filtered == 4)
    #expect(table.summary.counts.read == 5)
  }

  @Test func `a call without the shop's number is refused leg by leg`() throws {
    let legs = [
      Leg(application: "Dial", call: "1"),
      Leg(at: 1, destination: "89161234567", application: "Dial", call: "1"),
      Leg(did: "74951112233", call: "2"),
    ]
    let table = try CallFile().read("freepbx-cdr", CallFile.freePBX(legs))
    #expect(table.rejections.map(\.line) == [2, 3])
    #expect(table.rejections.map(\.reason) == [.missingValue, .missingValue])
    #expect(table.rejections.map(\.column) == ["dialled_number", "dialled_number"])
    let header = CallFile.freePBX([]).utf8.count
    #expect(
      table.rejections.map(\.byteOffset) == [
        Int64(header), Int64(header + legs[0].line.utf8.count),
      ])
    #expect(table.rejections[0].sample.hasPrefix("2026-03-02 10:00:00"))
    #expect(table.rejections.allSatisfy { $0.message.contains("columns: {dialled_number:") })
    #expect(table.rows.count == 1)
    #expect(table.summary.counts.rejected == 2)
    #expect(table.summary.counts.read == 3)
  }

  @Test func `an export without linkedid groups by uniqueid`() throws {
    let header = "calldate,src,dst,channel,dstchannel,lastapp,duration,billsec,disposition,uniqueid"
    let table = try CallFile().read(
      "freepbx-cdr",
      header + ",did\n"
        + "2026-03-02 10:00:00,79161234567,101,S/t-1,S/101-1,Dial,20,0,NO ANSWER,a.1,74951112233\n"
        + "2026-03-02 10:00:20,79161234567,102,S/t-1,S/102-1,Dial,15,10,ANSWERED,a.1,\n")
    #expect(table.rows.map(\.records) == [2])
    #expect(table.cell(0, "call_id") == .text("a.1"))
    #expect(outcome(table) == [.integer(1), .integer(10), .integer(25)])
  }
}
