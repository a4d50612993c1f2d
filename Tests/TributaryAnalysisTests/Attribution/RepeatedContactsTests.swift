import Testing
import TributaryModel

@testable import TributaryAnalysis

struct RepeatedContactsTests {
  private static let hour: Int64 = 3_600_000

  private static func at(_ hours: Double) -> Instant {
    Instant(milliseconds: Int64(hours * Double(hour)))
  }

  /// Calls as `id hours number channel`; persons are the letters before the id's number.
  private func calls(_ texts: [String]) -> [String] {
    let calls = texts.map { text -> (call: CallFact, touchpoints: [Touchpoint]) in
      let words = text.split(separator: " ").map(String.init)
      let call = CallFact(
        id: words[0], startedAt: Self.at(Double(words[1]) ?? 0), dialledNumber: words[2])
      let touchpoint = Touchpoint(
        personID: String(words[0].prefix(1)), at: call.startedAt, kind: .call, member: call.id,
        channel: words.count > 3 ? Channel(rawValue: words[3]) ?? .call : .call)
      return (call, [touchpoint])
    }
    return RepeatedContacts.withoutRedials(calls).map { touchpoint in
      touchpoint.member
        + touchpoint.repeats.map { "+\($0.milliseconds / Self.hour)" }.joined()
    }
  }

  @Test(arguments: [
    // A busy line, talk, and once more in the evening; the next day is another.
    (["a1 10 7", "a2 11 7", "a3 20 7", "a4 34 7"], ["a1+11+20", "a4"]),
    // Over midnight, and two persons at once.
    (["a1 23 7", "b1 23 7", "a2 25 7", "b2 26 7"], ["a1+25", "b1+26"]),
    // A chain is no longer than a day from its first call.
    (["a1 0 7", "a2 20 7", "a3 40 7", "a4 60 7"], ["a1+20", "a3+60"]),
    // A number of an advertisement is another contact, the general one no news after it.
    (["a1 10 7", "a2 11 8 paid-search", "a3 12 7", "a4 13 9"], ["a1+12", "a2+13"]),
    (["a1 10 8 paid-search", "a2 11 7"], ["a1+11"]),
    // In any order.
    (["a2 11 7", "a1 10 7"], ["a1+11"]),
  ])
  func `calls of a day are one contact`(_ given: [String], _ contacts: [String]) {
    #expect(calls(given) == contacts)
  }

  @Test func `all ways of the first call stay, those of redials go`() {
    func ways(_ id: String, _ hours: Double) -> (call: CallFact, touchpoints: [Touchpoint]) {
      let call = CallFact(id: id, startedAt: Self.at(hours), dialledNumber: "7")
      return (
        call,
        [Channel.paidSearch, .call].map {
          Touchpoint(
            personID: "p", at: call.startedAt, kind: .call, member: id, channel: $0,
            probability: 0.5)
        }
      )
    }
    let found = RepeatedContacts.withoutRedials([ways("c1", 1), ways("c2", 2)])
    #expect(found.map(\.member) == ["c1", "c1"])
    #expect(found.map(\.repeats) == [[Self.at(2)], [Self.at(2)]])
  }

  /// Letters as `id hours thread`.
  private func letters(_ texts: [(String, Double, String?)]) -> [String] {
    RepeatedContacts.withoutReplies(
      texts.map { id, hours, thread in
        let letter = LetterFact(id: id, receivedAt: Self.at(hours), thread: thread)
        return (letter, Touchpoint(letter: letter, personID: String(id.prefix(1))))
      }
    ).map { $0.member + $0.repeats.map { "+\($0.milliseconds / Self.hour)" }.joined() }
  }

  @Test func `letters of one thread and person are one contact, those of none each their own`() {
    #expect(
      letters([
        ("a1", 1, "<1@mail>"), ("b1", 2, "<1@mail>"), ("a2", 3, "<1@mail>"), ("a3", 4, "<2@mail>"),
        ("a4", 5, nil), ("a5", 6, nil), ("a6", 7, " "),
      ]) == ["a1+3", "b1", "a3", "a4", "a5", "a6"])
    // 30 days after the first of it another contact begins.
    #expect(
      letters([("a1", 0, "x"), ("a2", 719, "x"), ("a3", 720, "x"), ("a4", 730, "x")])
        == ["a1+719", "a3+730"])
  }

  @Test(arguments: [
    "Кружки с логотипом", "Re: Кружки с логотипом", "RE: FW: Кружки  с логотипом ",
    "Ответ: Кружки с логотипом", "Отв: Re[2]: кружки с логотипом",
    "Fwd: Re (3): Кружки с логотипом",
    "AW: Кружки с логотипом",
  ])
  func `a subject is a thread's whatever programs put before it`(_ subject: String) {
    #expect(LetterThread.key(subject) == "кружки с логотипом")
  }

  @Test func `other words before a colon belong to the subject`() {
    #expect(LetterThread.key("Заказ: 12") == "заказ: 12")
    #expect(LetterThread.key("Regarding: mugs") == "regarding: mugs")
    #expect(LetterThread.key("Re 5: mugs") == "mugs")
    #expect(LetterThread.key("Re: ") == nil)
    #expect(LetterThread.key("<a:b@mail>") == "<a:b@mail>")
  }

  @Test(arguments: [
    "ПЕР: Кружки", "RES: Кружки", "[External] Re: Кружки", "НА: Кружки", "Re: [EXT] HA: Кружки",
    "回复：Кружки", "RIF: Кружки",
  ])
  func `prefixes of more programs are passed over`(subject: String) {
    #expect(LetterThread.key(subject) == "кружки")
    #expect(LetterThread.key("[Shop] Кружки") == "[shop] кружки")
  }
}
