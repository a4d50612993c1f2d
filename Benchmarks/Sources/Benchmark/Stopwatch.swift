import Foundation

/// User processor time of this process and of those it waited for. Units: seconds.
struct Stopwatch {
  private let start = Stopwatch.now

  var seconds: Double { Stopwatch.now - start }

  /// Prints `read 1000000 lines, 0.512 s of user time, 1953125 lines/s`.
  func report(_ stage: String, _ amount: Double, _ unit: String) {
    let seconds = seconds
    print(
      "\(stage) \(Int(amount)) \(unit), \((seconds * 1000).rounded() / 1000) s of user time, "
        + "\(Int(amount / seconds)) \(unit)/s")
  }

  private static var now: Double {
    #if canImport(Glibc)
      user(RUSAGE_SELF.rawValue) + user(RUSAGE_CHILDREN.rawValue)
    #else
      user(RUSAGE_SELF) + user(RUSAGE_CHILDREN)
    #endif
  }

  private static func user<Who: BinaryInteger>(_ who: Who) -> Double {
    var usage = rusage()
    getrusage(Int32(truncatingIfNeeded: who), &usage)
    return Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) / 1_000_000
  }
}
