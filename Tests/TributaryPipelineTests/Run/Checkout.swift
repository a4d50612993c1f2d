import Foundation

/// Where the tests find the files of the checkout, which they never write to.
enum Checkout {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Real files of other people, which the project may not carry: the folder that
  /// `TRIBUTARY_EXAMPLES` names, else `shared/examples` beside or above the checkout.
  static let examples: URL? = {
    let named = ProcessInfo.processInfo.environment["TRIBUTARY_EXAMPLES"].map { URL(filePath: $0) }
    let beside = root.deletingLastPathComponent()
    let places = [
      named, beside.appending(path: "shared/examples"),
      beside.deletingLastPathComponent().appending(path: "shared/examples"),
    ]
    return places.compactMap(\.self).first {
      FileManager.default.fileExists(atPath: $0.appending(path: "nginx-real.log.gz").path)
    }
  }()
}
