import Testing

@testable import TributaryAnalysis

struct CallerPhoneTests {
  /// The example of `CallerPhone`: 20 cases of each prior, and 80 that bring them to κ0 = .2,
  /// κ1 = .05 and ε = .1.
  @Test func `a phone speaks for its own visitor, against another's, and a little for strangers`() {
    // 1 known of 5, with .1 of 1: 1.1 / 6.
    var phone = CallerPhone(callers: [true, false, nil, false, false, false], phones: 100)
    let known = 1.1 / 6
    #expect((phone.knownFromNone.value - known).magnitude < 1e-12)
    #expect((phone.knownFromOthers.value - known / 5).magnitude < 1e-12)
    #expect(phone.otherPhone.value == 0.05)
    phone.countNone(20 - 20 * known, isKnown: true)
    phone.countNone(60 + 20 * known, isKnown: false)
    // 9 of other phones are among the 80 whose phone is not the visitor's.
    phone.count(9, .other, isKnown: false)
    phone.count(71, .same, isKnown: true)
    phone.count(5 - 4 * known, .none, isKnown: true)
    phone.count(66 + 4 * known, .none, isKnown: false)
    #expect((phone.knownFromNone.value - 0.2).magnitude < 1e-12)
    #expect((phone.knownFromOthers.value - 0.05).magnitude < 1e-12)
    #expect((phone.otherPhone.value - 0.1).magnitude < 1e-12)
    #expect((phone.ratio(.same, isKnown: true) - 450).magnitude < 1e-9)
    #expect((phone.ratio(.other, isKnown: true) - 0.025).magnitude < 1e-12)
    #expect((phone.ratio(.none, isKnown: true) - 0.25).magnitude < 1e-12)
    #expect((phone.ratio(.other, isKnown: false) - 0.11875).magnitude < 1e-12)
    #expect((phone.ratio(.none, isKnown: false) - 1.1875).magnitude < 1e-12)
  }

  @Test func `shops without orders or without phones have finite rates`() {
    let phone = CallerPhone(callers: [], phones: 0)
    #expect((phone.ratio(.none, isKnown: false) - 1.0).magnitude < 0.1)
    #expect(phone.ratio(.other, isKnown: true).isFinite)
    let all = CallerPhone(callers: [true, true], phones: 2)
    #expect(all.ratio(.none, isKnown: false).isFinite)
  }

  // (3 + 2) / (5 + 10), worked at the type.
  @Test func `a share is learned from parts of cases and their prior`() {
    var share = LearnedShare(prior: 0.2, weight: 10)
    #expect(share.value == 0.2)
    for _ in 0..<6 { share.count(0.5, isYes: true) }
    share.count(2, isYes: false)
    #expect((share.value - 1.0 / 3).magnitude < 1e-12)
  }
}
