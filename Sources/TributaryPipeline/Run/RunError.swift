import Foundation
import TributarySystem

/// Why a command could not do its work: what a person reads, and the exit code that follows.
public struct RunError: Error, Sendable, Hashable {
  /// Exit codes of sysexits.h, as far as the product uses them.
  public enum Code: Int32, Sendable {
    case usage = 64
    case dataRefused = 65
    case noInput = 66
    case `internal` = 70
    case cannotCreate = 73
    case inputOutput = 74
    case busy = 75
    case noPermission = 77
    case configuration = 78
  }

  public let code: Code
  /// Where, what was expected, what was found, what to do.
  public let message: String

  package init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// The system refused to write at that place.
  init(_ error: SystemError, at path: String, doing attempt: String) {
    let code: Code = error.isNoPermission ? .noPermission : .cannotCreate
    self.init(
      code,
      "\(path): could not \(attempt): \(error.reason); expected a place that this user may write to"
    )
  }

  /// Writing below that place failed.
  static func cannotWrite(_ place: URL, to attempt: String, _ error: any Error) -> RunError {
    let cocoa = error as? CocoaError
    let path = place.path(percentEncoded: false)
    switch cocoa?.code {
    case .fileWriteNoPermission?, .fileReadNoPermission?:
      return RunError(
        .noPermission, "\(path): could not \(attempt): no permission; give this user write access")
    case .fileWriteOutOfSpace?:
      return RunError(
        .inputOutput, "\(path): could not \(attempt): the disk is full; free some space, run again")
    case .fileWriteVolumeReadOnly?:
      return RunError(
        .cannotCreate, "\(path): could not \(attempt): the disk is read-only; choose another place")
    default:
      return RunError(
        .cannotCreate, "\(path): could not \(attempt): \(error.localizedDescription)")
    }
  }
}
