import Foundation
import Testing
import TributaryAnalysis
import TributaryModel
import TributaryWarehouse

@testable import TributaryPipeline

extension SampleRunTests {
  @Suite struct CampaignTests {
    private struct Rated {
      let role: String
      let ordersCaused: Int
      let grade: Grade?
      let sessions: Int
      let spend: Int
      let advice: CampaignAdvice?
    }

    private let night: SampleRun
    private let rated: [String: Rated]

    init() throws {
      night = try #require(SampleRun.shared)
      let truth = night.truth.campaigns
      var rated: [String: Rated] = [:]
      let rows = try night.warehouse().rows(
        "select * from campaign_rating join campaign using (campaign_key)")
      for row in rows {
        let name = try row.text("name")
        guard let planted = truth.first(where: { $0.name == name }) else { continue }
        rated[name] = Rated(
          role: planted.role, ordersCaused: planted.ordersCaused,
          grade: try row.optionalText("grade").flatMap(Grade.init),
          sessions: try row.int("sessions"),
          spend: try row.int("spend"), advice: CampaignAdvice(rawValue: try row.text("advice")))
      }
      self.rated = rated
    }

    @Test func `each campaign that spends is rated, with spend and visits joined`() {
      #expect(Set(rated.keys) == Set(night.truth.campaigns.map(\.name)))
      for (name, campaign) in rated {
        #expect(campaign.spend > 0, "\(name)")
        #expect(campaign.sessions > 0, "\(name)")
      }
    }

    @Test func `each visit of the log belongs to its campaign, but for unreplaced macros`() throws {
      var found: [String: Int] = [:]
      let rows = try night.warehouse().rows(
        "select name, count(*) as n from session join campaign using (campaign_key) group by name")
      for row in rows { found[try row.text("name")] = try row.int("n") }
      let planted = night.truth.campaigns.reduce(0) { $0 + $1.visitsInLog }
      var joined = 0
      for campaign in night.truth.campaigns {
        let visits = found[campaign.name] ?? 0
        #expect(visits <= campaign.visitsInLog, "\(campaign.name)")
        joined += visits
      }
      #expect(planted - joined == night.truth.log.unreplacedMacros)
    }

    /// Found: two of the three useless ones D and E, the third too little data with two sales.
    @Test func `useless campaigns are to be cut, and none of those that sell is`() {
      for (name, campaign) in rated {
        if campaign.role == "useless" {
          #expect(
            [.cut, .stop].contains(campaign.advice) || campaign.advice == .wait, "\(name)")
        } else {
          #expect(campaign.grade != .d && campaign.grade != .e, "\(name)")
        }
      }
    }

    @Test func `campaigns that bring buyers are told to be good once they have enough orders`() {
      let selling = rated.filter { $0.value.role == "generic" && $0.value.ordersCaused >= 10 }
      #expect(selling.count == 7)
      for (name, campaign) in selling {
        #expect(campaign.grade == .a || campaign.grade == .b, "\(name)")
      }
    }

    @Test func `campaigns that only open the way are not graded as useless`() {
      let assisting = rated.filter { $0.value.role == "assist" }
      #expect(assisting.count == 2)
      for (name, campaign) in assisting { #expect(campaign.advice == .wait, "\(name)") }
    }
  }
}
