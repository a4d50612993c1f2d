import Testing
import TributaryModel

@testable import TributarySample

struct CallLogTests {
  private let sample = SmallShop.sample

  @Test func `each telephone order was made during an answered call from its phone`() throws {
    var calls: [String: [CallLog.Call]] = [:]
    for call in sample.callLog.calls {
      calls[try #require(PhoneNumber.normalized(call.caller)), default: []].append(call)
    }
    let orders = sample.orders.filter { $0.method == .phone }
    #expect(!orders.isEmpty)
    for order in orders {
      let phone = try #require(order.customer.phone)
      let call = calls["7" + phone]?.first { call in
        call.at < order.placedAt && order.placedAt < call.at.adding(call.wait + call.talk)
      }
      #expect(call?.answered == true)
      #expect(call?.orderID == nil || call?.orderID == order.id)
    }
  }

  @Test func `part of the calls lacks the order's number`() {
    let noted = sample.callLog.calls.compactMap(\.orderID)
    let orders = sample.orders.count { $0.method == .phone }
    #expect(Set(noted).count == noted.count)
    #expect((1..<orders).contains(noted.count))
  }

  @Test func `people write one phone in many ways that all mean the same`() {
    var random = SeededRandom(seed: 1, stream: "notations")
    let ways = Set((0..<100).map { _ in Customer.notation(of: "9451234567", &random) })
    #expect(ways.count == 5)
    #expect(ways.allSatisfy { PhoneNumber.normalized($0) == "79451234567" })
  }
}
