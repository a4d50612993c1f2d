/// A number as SVG attributes hold it.
enum Coordinate {
  /// One decimal, rounded half away from zero; none when it is whole, 0 when it is not finite.
  static func text(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "0" }
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let size = abs(tenths)
    return size % 10 == 0 ? sign + String(size / 10) : sign + "\(size / 10).\(size % 10)"
  }
}
