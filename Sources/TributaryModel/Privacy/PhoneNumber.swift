/// Phone numbers as people write them, brought to one form.
public enum PhoneNumber {
  /// Digits with the country code: `8 (495) 123-45-67` becomes `74951234567`.
  ///
  /// A Russian number of 11 digits that starts with 8 gets a 7, one of 10 digits gets a 7 before
  /// it; other numbers keep their digits. Nil below 7 digits: an internal extension is no phone.
  public static func normalized(_ text: String) -> String? {
    let digits = text.filter { $0.isASCII && $0.isNumber }
    switch digits.count {
    case ..<7, 16...: return nil
    case 10 where !text.contains("+"): return "7" + digits
    case 11 where digits.hasPrefix("8") && !text.contains("+"): return "7" + digits.dropFirst()
    default: return digits
    }
  }
}
