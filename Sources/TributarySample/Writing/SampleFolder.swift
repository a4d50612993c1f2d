import Foundation

/// The folder that a sample is written to.
struct SampleFolder {
  private let root: URL
  private var toCompress: [URL] = []

  /// Makes the folder, or clears an earlier sample from it.
  ///
  /// Errors: `folderInUse` when it holds files and no truth.json; `cannotWrite`.
  init(_ root: URL) throws(SampleError) {
    self.root = root
    let files = FileManager.default
    let logs = root.appending(path: "logs")
    do {
      let found = ((try? files.contentsOfDirectory(atPath: root.path)) ?? [])
        .filter { !$0.hasPrefix(".") }
      guard found.isEmpty || found.contains("truth.json") else {
        throw SampleError.folderInUse(root.path)
      }
      try files.createDirectory(at: logs, withIntermediateDirectories: true)
      for name in try files.contentsOfDirectory(atPath: logs.path) where name.hasPrefix("access-") {
        try files.removeItem(at: logs.appending(path: name))
      }
    } catch let error as SampleError {
      throw error
    } catch {
      throw .cannotWrite(path: root.path, reason: error.localizedDescription)
    }
  }

  /// Writes one file; a name that ends with `.gz` is compressed by `finish`.
  mutating func write(_ bytes: [UInt8], to name: String) throws(SampleError) {
    let isCompressed = name.hasSuffix(".gz")
    let file = root.appending(path: isCompressed ? String(name.dropLast(3)) : name)
    do {
      try Data(bytes).write(to: file)
    } catch {
      throw .cannotWrite(path: file.path, reason: error.localizedDescription)
    }
    if isCompressed { toCompress.append(file) }
  }

  func finish() throws(SampleError) { try Gzip.compress(toCompress) }
}
