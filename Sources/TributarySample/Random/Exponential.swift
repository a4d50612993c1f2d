/// e to a power by plain arithmetic, since the last digit of the system's `exp` differs between
/// platforms and the sample must not.
enum Exponential {
  /// Accurate to about 1e-14 of the value for powers from -60 to 60.
  static func of(_ power: Double) -> Double {
    let whole = power.rounded()
    let rest = power - whole
    var term = 1.0
    var sum = 1.0
    for step in 1...18 {
      term *= rest / Double(step)
      sum += term
    }
    var scale = 1.0
    for _ in 0..<Int(whole.magnitude) { scale *= 2.718281828459045 }
    return whole < 0 ? sum / scale : sum * scale
  }
}
