import TributaryModel

extension CampaignReport {
  /// Rates every campaign of a window against its own kind, and advises on its budget.
  ///
  /// The facts hold what each campaign cost and brought on the covered days; see
  /// `CampaignEvidence` for the formula and `Grade` for the bars. A campaign whose visits are not
  /// recognised gets no grade, and its kind learns nothing from it.
  ///
  /// - Parameters:
  ///   - history: the days that spend and visits both cover, of all history; under 28 there is no
  ///     letter yet. Nil: enough.
  ///   - earlier: the nights before, in order of their days; letters are held from one to the next.
  ///   - limits: of the advice on budgets.
  ///   - cut: the share of spend that the plan of cuts alone saves.
  ///   - ways: of the sales in the window, by the campaign's key.
  ///   - askedCut: a part of a campaign's spend whose loss is worked out beside the half and all of it.
  public static func rating(
    _ campaigns: [CampaignFacts], window: DayRange, covered: DayRange?,
    history: DayRange? = nil, earlier: [RatedNight] = [], knowsCosts: Bool = true,
    assumptions: RatingAssumptions = .usual,
    limits: BudgetLimits = .usual, cut: Double = 0.2, ways: [String: CampaignWays] = [:],
    askedCut: Double? = nil, audit: SpendAudit = SpendAudit()
  ) -> CampaignReport {
    let evidence = CampaignEvidence.gathering(campaigns.filter(\.isRecognised), assumptions)
    var replay = GradeReplay(earlier, assumptions)
    let missing = history.map { GradeReplay.fewestDays - $0.count }.flatMap { $0 > 0 ? $0 : nil }
    let rated = evidence.map { evidence in
      let key = evidence.facts.key
      var rating = evidence.rating(
        held: replay.held(key), daysMissing: missing, days: covered?.count ?? window.count)
      if missing == nil, let grade = rating.grade {
        replay.add(evidence.facts, window.last, grade)
        rating.gradeSince = replay.since(key)
      }
      return (evidence: evidence, rating: rating)
    }
    let planning = BudgetPlanning(
      campaigns: rated.filter { $0.rating.incrementalReturn != nil }.map {
        BudgetPlanning.Campaign($0.evidence, $0.rating, assumptions)
      })
    let move = planning.move(limits)
    let moves = Dictionary(
      uniqueKeysWithValues: (move?.moves ?? []).map { ($0.rating.facts.key, $0) })
    let ratings =
      rated.map { $0.rating.advised(by: moves[$0.rating.facts.key]) }
      + campaigns.filter { !$0.isRecognised }.map(CampaignRating.unrecognised)
    return CampaignReport(
      window: window, covered: covered,
      ratings: ratings.sorted { left, right in
        left.facts.spend == right.facts.spend
          ? left.facts.key < right.facts.key : left.facts.spend > right.facts.spend
      },
      knowsCosts: knowsCosts, assumptions: assumptions,
      budget: BudgetAdvice(move: move, cut: planning.cut(cut, limits)),
      letters: replay.letters.values.flatMap(\.self)
        .sorted { ($0.key, $0.day) < ($1.key, $1.day) },
      cuts: planning.campaigns
        .sorted {
          ($1.rating.facts.spend, $0.rating.facts.key) < (
            $0.rating.facts.spend, $1.rating.facts.key
          )
        }
        .map { $0.cuts(ways[$0.rating.facts.key] ?? CampaignWays(), asked: askedCut) },
      audit: audit)
  }
}

extension CampaignReport {
  /// The windows of the nights before, in order, as far as enough days are covered.
  ///
  /// - Parameter history: the days that spend and visits both cover.
  package static func earlierWindows(of window: DayRange, history: DayRange) -> [DayRange] {
    (1..<GradeReplay.nights).reversed()
      .map { DayRange(last: window.last.adding(-$0), count: window.count) }
      .filter {
        ($0.overlap(history).map { history.first.adding(GradeReplay.fewestDays - 1) <= $0.last }
          ?? false)
      }
  }

  /// The days of all windows that are replayed.
  package static func replayedDays(of window: DayRange) -> DayRange {
    DayRange(last: window.last, count: window.count + GradeReplay.nights - 1)
  }

  /// The days in which a cut is watched, with those that it is held against, and those of the weekly
  /// curves.
  package static func watchedDays(of window: DayRange) -> DayRange {
    let count = SpendChange.oldest + SpendChange.daysBefore
    return DayRange(last: window.last, count: max(count, 7 * CampaignDetails.weekCount))
  }
}

extension CampaignRating {
  /// The same with the advice that the plan carries out: a campaign without a move is kept, whatever
  /// its grade would ask for.
  fileprivate func advised(by move: BudgetPlan.Move?) -> CampaignRating {
    guard [.stop, .cut, .keep, .raise].contains(advice), incrementalReturn != nil else {
      return self
    }
    var rating = self
    rating.advice = move?.advice ?? .keep
    return rating
  }
}
