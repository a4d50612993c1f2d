import Foundation
import Testing

@testable import TributaryIngest

/// Every example of crawler-user-agents (see `Tests/PublicLists`).
struct PublicRobotTests {
  /// The list counts two in-app browsers as robots. They open what a person tapped on.
  static let people = [" Instagram 406.0.0.58.159 Android (", " MetaIAB Facebook"]

  @Test func `every robot of the public list is a robot`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = folder.appending(path: "PublicLists/crawler-user-agents.txt")
    let agents = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .map(String.init).filter { !$0.hasPrefix("#") }
    #expect(agents.count == 2116)
    let missed = agents.filter { !BotList.isBot($0) }
    #expect(missed.count == PublicRobotTests.people.count)
    for agent in missed {
      #expect(PublicRobotTests.people.contains { agent.contains($0) }, "\(agent)")
    }
  }
}
