import TributaryModel

/// The findings that are worth attention this morning, in the order of their urgency.
public struct Attention: Hashable, Sendable {
  /// Most that a morning takes in.
  public static let most = 5

  /// At most `most`. The first of the campaigns to stop stands for all of them.
  public let findings: [Finding]
  /// All campaigns to stop, most spend first.
  public let stops: [CampaignRating]

  /// What cannot be judged without its data first, then money lost, money to come, late data.
  public init(_ report: RunReport) {
    var (gone, late, below, above): ([Finding], [Finding], [Finding], [Finding]) = ([], [], [], [])
    var (losing, changed, peaks): ([Finding], [Finding], [Finding]) = ([], [], [])
    var waits: Finding?
    for finding in report.findings {
      switch finding.judgement {
      case .source(_, .missing), .source(_, .refused): gone.append(finding)
      case .source(_, .stops): late.append(finding)
      case .indicator(let each) where each.verdict == .below: below.append(finding)
      case .indicator: above.append(finding)
      case .campaign(let rating) where rating.advice == .stop: losing.append(finding)
      case .statusLoses, .words, .cutLost: losing.append(finding)
      case .ordersWait: waits = waits ?? finding
      case .pastChanged: changed.append(finding)
      case .peakComes: peaks.append(finding)
      default: break
      }
    }
    stops = losing.compactMap(\.campaign)
    let first = losing.first { $0.campaign != nil }
    let others = losing.filter { $0.campaign == nil }
    let urgent = gone + below.prefix(1) + [first].compactMap(\.self) + others
    let known = [waits].compactMap(\.self) + changed.prefix(1) + peaks
    findings = Array(
      (urgent + known + late + below.dropFirst() + above).prefix(Attention.most))
  }

  public var namesPeak: Bool {
    findings.contains { if case .peakComes = $0.judgement { true } else { false } }
  }

  public var namesIndicator: Bool {
    findings.contains { if case .indicator = $0.judgement { true } else { false } }
  }
}

extension Finding {
  fileprivate var campaign: CampaignRating? {
    if case .campaign(let rating) = judgement { rating } else { nil }
  }
}
