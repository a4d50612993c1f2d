/// Unicode text as the letters, digits and hyphens that a host name may have, and back.
///
/// ```
///  "bücher"  ->  "bcher" + "-" + "kva"     basic characters, then where the others go and which
/// ```
/// Source: RFC 3492, sections 5 and 6; without the `xn--` that host names put before it.
public enum Punycode {
  /// Nil for a text that is too long to be counted in 32 bits.
  public static func encoded(_ text: String) -> String? {
    let input = text.unicodeScalars.map(\.value)
    var output = input.filter { $0 < 0x80 }.compactMap(Unicode.Scalar.init)
    let basic = output.count
    var handled = basic
    if basic > 0 { output.append("-") }
    var (next, delta, bias) = (UInt32(0x80), UInt32(0), initialBias)
    while handled < input.count {
      guard let smallest = input.filter({ $0 >= next }).min() else { return nil }
      let step = (smallest - next).multipliedReportingOverflow(by: UInt32(handled + 1))
      let sum = delta.addingReportingOverflow(step.partialValue)
      guard !step.overflow, !sum.overflow else { return nil }
      delta = sum.partialValue
      next = smallest
      for value in input {
        if value < next { delta += 1 }
        guard value == next else { continue }
        output += digits(of: delta, bias)
        bias = adapted(delta, count: UInt32(handled + 1), isFirst: handled == basic)
        delta = 0
        handled += 1
      }
      delta += 1
      next += 1
    }
    return self.text(output)
  }

  /// Nil for a text that is not punycode.
  public static func decoded(_ text: String) -> String? {
    let input = Array(text.utf8)
    guard input.allSatisfy({ $0 < 0x80 }) else { return nil }
    let basic = input.lastIndex(of: UInt8(ascii: "-")) ?? 0
    var output = input[..<basic].map { Unicode.Scalar($0) }
    var rest = input[(basic > 0 ? basic + 1 : 0)...]
    var (next, index, bias) = (UInt32(0x80), UInt32(0), initialBias)
    while !rest.isEmpty {
      guard let number = number(&rest, bias) else { return nil }
      let sum = index.addingReportingOverflow(number)
      guard !sum.overflow else { return nil }
      let length = UInt32(output.count + 1)
      bias = adapted(number, count: length, isFirst: output.count == basic)
      let point = next.addingReportingOverflow(sum.partialValue / length)
      guard !point.overflow, let scalar = Unicode.Scalar(point.partialValue) else { return nil }
      next = point.partialValue
      index = sum.partialValue % length
      output.insert(scalar, at: Int(index))
      index += 1
    }
    return self.text(output)
  }

  private static let base: UInt32 = 36
  private static let lowest: UInt32 = 1
  private static let highest: UInt32 = 26
  private static let initialBias: UInt32 = 72

  private static func threshold(_ place: UInt32, _ bias: UInt32) -> UInt32 {
    place <= bias ? lowest : min(highest, place - bias)
  }

  /// A number whose last digit is told by being small.
  private static func digits(of number: UInt32, _ bias: UInt32) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var rest = number
    var place = base
    while true {
      let threshold = threshold(place, bias)
      if rest < threshold { break }
      result.append(digit(threshold + (rest - threshold) % (base - threshold)))
      rest = (rest - threshold) / (base - threshold)
      place += base
    }
    return result + [digit(rest)]
  }

  private static func number(_ rest: inout ArraySlice<UInt8>, _ bias: UInt32) -> UInt32? {
    var (result, weight, place) = (UInt32(0), UInt32(1), base)
    while true {
      guard let byte = rest.popFirst(), let digit = value(byte) else { return nil }
      let part = digit.multipliedReportingOverflow(by: weight)
      let sum = result.addingReportingOverflow(part.partialValue)
      guard !part.overflow, !sum.overflow else { return nil }
      result = sum.partialValue
      let threshold = threshold(place, bias)
      if digit < threshold { return result }
      let heavier = weight.multipliedReportingOverflow(by: base - threshold)
      guard !heavier.overflow else { return nil }
      weight = heavier.partialValue
      place += base
    }
  }

  private static func adapted(_ delta: UInt32, count: UInt32, isFirst: Bool) -> UInt32 {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var places: UInt32 = 0
    while delta > ((base - lowest) * highest) / 2 {
      delta /= base - lowest
      places += base
    }
    return places + (base - lowest + 1) * delta / (delta + 38)
  }

  /// a to z are 0 to 25, 0 to 9 are 26 to 35.
  private static func digit(_ value: UInt32) -> Unicode.Scalar {
    Unicode.Scalar(UInt8(value < 26 ? value + 97 : value + 22))
  }

  private static func value(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 48...57: UInt32(byte) - 22
    case 65...90: UInt32(byte) - 65
    case 97...122: UInt32(byte) - 97
    default: nil
    }
  }

  private static func text(_ scalars: [Unicode.Scalar]) -> String {
    var result = ""
    result.unicodeScalars.append(contentsOf: scalars)
    return result
  }
}
