/// What the sample shop has planted, as far as the tests ask: `sample-data/truth.json`.
struct SampleTruth: Decodable, Sendable {
  let badRows: [BadRow]
  let campaigns: [Campaign]
  let cancellations: Cancellations
  let customers: Customers
  let demand: Demand
  let letters: Letters
  let log: Log
  let orders: Orders
  let phoneOrders: PhoneOrders
  let stockOut: StockOut
  let webOrdersInLog: [WebOrder]

  struct BadRow: Decodable, Sendable {
    let file: String
    let line: Int
    let reason: String
  }

  struct Campaign: Decodable, Sendable {
    let campaignId: String
    let name: String
    let role: String
    let ordersCaused: Int
    let visitsInLog: Int
  }

  struct Cancellations: Decodable, Sendable {
    let from: [String: From]
    let pilesUpIn: String

    struct From: Decodable, Sendable {
      let cancelled: Int
      let entered: Int
    }
  }

  struct Customers: Decodable, Sendable {
    let withPhoneBoth: Int
    let withPhoneOnline: Int
    let withPhoneStore: Int
  }

  struct Demand: Decodable, Sendable {
    let peaks: [Peak]

    struct Peak: Decodable, Sendable {
      let name: String
      let index: Double
      let topFirst: String
      let topLast: String
    }
  }

  struct Letters: Decodable, Sendable {
    let letters: Int
    let invoices: Int
    let plantedPaidShare: Double
    let invoicesOlderThan30Days: Int
    let invoicesOlderThan30DaysPaid: Int
  }

  struct Log: Decodable, Sendable {
    let lines: Int
    let assetLines: Int
    let humanSessions: Int
    let thanksPages: Int
    let unparsableLines: Int
    let unreplacedMacros: Int
  }

  struct Orders: Decodable, Sendable {
    let count: Int
    let revenue: Double
  }

  struct PhoneOrders: Decodable, Sendable {
    let orders: Int
    let joinedByOrderId: Int
    let joinedOnlyByPhone: Int
  }

  struct StockOut: Decodable, Sendable {
    let category: String
    let days: [OutDay]

    struct OutDay: Decodable, Sendable { let date: String }
  }

  struct WebOrder: Decodable, Sendable {
    let order: String
    let causedBy: String
    let path: String
  }
}
