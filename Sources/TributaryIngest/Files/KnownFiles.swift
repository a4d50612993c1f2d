import TributaryModel

/// The files of one kind that were loaded before, found by path, by look and by content.
///
/// Complexity: each look-up takes constant time and the files that it finds, so that a run costs
/// by the number of its files and not by its square.
public struct KnownFiles: Sendable {
  private struct Look: Hashable {
    let size: Int64
    let modified: Int64
    let inode: Int64
  }

  private struct Content: Hashable {
    let offset: Int64
    let hash: String
  }

  private var files: [Int64: KnownFile] = [:]
  private var paths: [FileName: Set<Int64>] = [:]
  private var looks: [Look: Set<Int64>] = [:]
  private var heads: [String: Set<Int64>] = [:]
  private var contents: [Content: Set<Int64>] = [:]

  package init(_ files: [KnownFile] = []) {
    for file in files { note(file) }
  }

  /// Adds a file, or what is now known of it.
  public mutating func note(_ file: KnownFile) {
    if let old = files.updateValue(file, forKey: file.id) { place(old, isKnown: false) }
    place(file, isKnown: true)
  }

  public subscript(id: Int64) -> KnownFile? { files[id] }

  /// Those under that path, the oldest entry first.
  public func at(_ path: FileName) -> [KnownFile] { sorted(paths[path]) }

  /// Those that looked so on disk.
  func looking(size: Int64, modified: Int64, inode: Int64) -> [KnownFile] {
    sorted(looks[Look(size: size, modified: modified, inode: inode)])
  }

  /// Those whose content begins so; only such as hold any.
  func beginning(_ headHash: String) -> [KnownFile] { sorted(heads[headHash]) }

  /// Those that hold exactly that.
  func holding(_ hash: String, to offset: Int64) -> [KnownFile] {
    sorted(contents[Content(offset: offset, hash: hash)])
  }

  private func sorted(_ ids: Set<Int64>?) -> [KnownFile] {
    (ids ?? []).sorted().compactMap { files[$0] }
  }

  private mutating func place(_ file: KnownFile, isKnown: Bool) {
    func change<Key: Hashable>(_ index: inout [Key: Set<Int64>], _ key: Key) {
      if isKnown {
        index[key, default: []].insert(file.id)
      } else {
        index[key]?.remove(file.id)
        if index[key]?.isEmpty == true { index[key] = nil }
      }
    }
    change(&paths, file.path)
    if file.inode != 0, file.trust != .never {
      change(&looks, Look(size: file.size, modified: file.modified, inode: file.inode))
    }
    guard file.contentOffset > 0 else { return }
    change(&heads, file.headHash)
    change(&contents, Content(offset: file.contentOffset, hash: file.contentHash))
  }
}
