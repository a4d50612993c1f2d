import Foundation
import TributaryModel
import TributarySystem

/// A file to read, with the name under which the ledger and messages know it.
public struct SourceFile: Hashable, Sendable {
  /// Where the file lies, absolute or relative to the working folder: what the system is given.
  public let place: [UInt8]
  /// The name shown to people: relative to the pipeline's folder.
  public let name: FileName
  /// Whether to read the standard input instead of a file.
  public let isStandardInput: Bool
  /// What it may ask for if it is compressed.
  public var unpacking = UnpackingLimits()

  package init(place: [UInt8], name: FileName) {
    self.place = place
    self.name = name
    isStandardInput = false
  }

  /// A file of the ledger.
  ///
  /// - Parameter folder: what its name is relative to.
  public init(_ name: FileName, in folder: String) {
    let bytes = name.bytes
    let isAbsolute = bytes.first == UInt8(ascii: "/")
    self.init(place: isAbsolute ? bytes : Array((folder + "/").utf8) + bytes, name: name)
  }

  package init(path: String, relativePath: String? = nil) {
    self.init(
      place: Array(path.utf8), name: FileName(bytes: Array((relativePath ?? path).utf8)))
  }

  /// A path that a person wrote: a file of just that name, else the one that it spells.
  public init(typed path: String) {
    let plain = SourceFile(path: path)
    let spelled = FileName(spelling: path)
    self = plain.isThere ? plain : SourceFile(place: spelled.bytes, name: spelled)
  }

  package init(url: URL, relativePath: String? = nil) {
    self.init(path: url.path, relativePath: relativePath)
  }

  private init(standardInput name: String) {
    place = []
    self.name = FileName(spelling: name)
    isStandardInput = true
  }

  public static let standardInput = SourceFile(standardInput: "(standard input)")

  /// The name as text.
  public var relativePath: String { name.spelling }
  /// The place as text, for words.
  public var path: String { FileName(bytes: place).spelling }

  /// Whether the place leads to something, links followed.
  public var isThere: Bool { status != nil }
  /// Whether its folder has such a name, be it a link to nothing.
  public var isNamed: Bool { (try? FileStatus.isNamed(place)) ?? false }
  public var isReadable: Bool { FileStatus.isReadable(place) }
  /// What the system says of it now; nil when it is not there.
  public var status: FileStatus? { try? FileStatus(of: place) }
}
