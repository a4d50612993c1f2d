/// What a visitor held in the hand, as far as the user agent tells.
public enum DeviceClass: String, Sendable, CaseIterable, Hashable {
  case desktop
  case mobile
  case tablet

  /// Guesses from a user agent; desktop when nothing speaks for another.
  ///
  /// Android without the word `Mobile` is a tablet (Google, "Understanding user-agent strings").
  /// An iPad that asks for desktop pages calls itself a Mac and counts as one.
  public init(userAgent: String) {
    let agent = userAgent.lowercased()
    func has(_ word: String) -> Bool { agent.holds(word) }
    if has("ipad") || has("tablet") || has("kindle") || has("silk/") || has("playbook")
      || (has("android") && !has("mobile"))
    {
      self = .tablet
    } else if has("mobi") || has("iphone") || has("ipod") || has("android") || has("windows phone")
      || has("opera mini")
    {
      self = .mobile
    } else {
      self = .desktop
    }
  }
}
