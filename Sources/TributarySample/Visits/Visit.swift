/// One session of a person on the site.
struct Visit {
  let visitor: Int
  /// The first request, or for a visit that orders the second of its thank-you page.
  let at: LocalTime
  let host: String
  let source: TrafficSource
  let goal: Goal

  enum Goal {
    /// Looks around; may leave at any step of the funnel.
    case browse
    /// Ends with this order; one click skips the cart.
    case order(id: String, product: String, isOneClick: Bool)
    /// Looks around and calls at that time.
    case call(at: LocalTime)
  }
}
