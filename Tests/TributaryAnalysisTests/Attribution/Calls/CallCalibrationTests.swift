import Testing
import TributaryModel

@testable import TributaryAnalysis

/// What is stated of calls against what was planted, by another law than the model's.
struct CallCalibrationTests {
  private struct Statement {
    let probability: Double
    let isTrue: Bool
  }

  private let none: [Statement]
  private let visits: [Statement]

  /// Four shares of calls from the site, two shops each, one of them with few calls.
  init() {
    var none: [Statement] = []
    var visits: [Statement] = []
    for (number, fromSite) in [0.3, 0.45, 0.6, 0.75].enumerated() {
      for (callsPerDay, seed) in [(9.0, UInt64(number)), (4, UInt64(number + 10))] {
        let planted = PlantedCalls(seed: seed, fromSite: fromSite, callsPerDay: callsPerDay)
        let found = CallSources(sessions: planted.sessions, calls: planted.calls, zone: .utc)
        for place in found.places {
          let source = planted.sources[place.callID]
          for stated in place.sources {
            let statement = Statement(
              probability: stated.probability, isTrue: stated.session == source)
            if stated.session == nil { none.append(statement) } else { visits.append(statement) }
          }
        }
      }
    }
    self.none = none
    self.visits = visits
  }

  /// The stated mean of each tenth lies within .02 of the share that holds, for laws that are not
  /// the model's, and 3.3 standard errors, which chance exceeds once in a thousand tenths.
  private func expectCalibrated(_ statements: [Statement], tenths: Range<Int>) {
    for tenth in tenths {
      let bin = statements.filter { min(9, Int($0.probability * 10)) == tenth }
      let count = Double(bin.count)
      let stated = bin.reduce(0) { $0 + $1.probability } / count
      let held = Double(bin.count(where: \.isTrue)) / count
      let error = bin.reduce(0) { $0 + $1.probability * (1 - $1.probability) }.squareRoot() / count
      #expect(bin.count > 100)
      #expect(
        (stated - held).magnitude <= 0.02 + 3.3 * error,
        "tenth \(tenth): stated \(stated), held \(held) of \(bin.count)")
    }
  }

  @Test func `none of the visits is stated as often as it holds, in each tenth`() {
    expectCalibrated(none, tenths: 0..<10)
    let stated = none.reduce(0) { $0 + $1.probability } / Double(none.count)
    let held = Double(none.count(where: \.isTrue)) / Double(none.count)
    // The standard error of 3,000 calls is under .01.
    #expect((stated - held).magnitude <= 0.03, "stated \(stated), held \(held)")
  }

  @Test func `a visit is stated as often as it holds, in each tenth`() {
    expectCalibrated(visits, tenths: 0..<10)
  }

  /// Of none by itself: the share that holds, .5, has .25. Rates of the model before it was held
  /// against these calls had .152.
  @Test func `statements of none tell calls apart`() {
    let score = none.reduce(0) { sum, statement in
      let miss = statement.probability - (statement.isTrue ? 1 : 0)
      return sum + miss * miss
    }
    #expect(score / Double(none.count) < 0.15, "\(score / Double(none.count))")
  }
}
