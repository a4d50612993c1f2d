import TributaryModel

/// Whether the people of a log are told apart: how many of its page views name no address, and
/// whether one address stands for nearly all.
///
/// Source: R. S. Boyer and J. S. Moore, "MJRTY: A Fast Majority Vote Algorithm" (1991): after
/// pairing off different addresses, `lead` of the last one are left. It has then between `lead`
/// and `(pages + lead) / 2` of the page views.
struct VisitorTally {
  /// Page views of people that a web server logged and no cookie names.
  private var pages = 0
  /// Those of them without an address.
  private var nameless = 0
  /// Those of them with a user agent.
  private var withAgent = 0
  private var address: UInt64 = 0
  private var lead = 0

  /// Fewer page views may well be one visitor's.
  static let minimumPages = 10

  mutating func count(address: UInt64, hasAgent: Bool) {
    pages += 1
    if hasAgent { withAgent += 1 }
    guard address != 0 else {
      nameless += 1
      return
    }
    if lead == 0 { self.address = address }
    lead += self.address == address ? 1 : -1
  }

  /// What is odd.
  ///
  /// - Parameter tellsAgents: whether logs of this kind mostly name the user agent.
  func notes(tellsAgents: Bool) -> [FileNote] {
    var notes: [FileNote] = []
    let named = pages - nameless
    if nameless > 0 { notes.append(FileNote(.noAddress, count: nameless)) }
    if named >= VisitorTally.minimumPages, lead * 10 >= named * 9 {
      notes.append(FileNote(.oneAddress, count: named))
    }
    if tellsAgents, pages > 0, withAgent == 0 { notes.append(FileNote(.noAgent, count: pages)) }
    return notes
  }
}
