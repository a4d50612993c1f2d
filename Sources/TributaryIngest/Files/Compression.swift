/// How a file is packed, told by its first bytes and never by its name.
enum Compression: Sendable {
  case none, gzip, zstd, xz, bzip2

  /// Errors: `unsupported` for archives that no program turns into one stream.
  init(firstBytes head: [UInt8], name: String) throws(IngestError) {
    func starts(_ magic: [UInt8]) -> Bool { head.starts(with: magic) }
    if starts([0x50, 0x4b, 0x03, 0x04]) || starts([0x50, 0x4b, 0x05, 0x06]) {
      throw IngestError(
        .unsupported, path: name,
        message: "expected a log or table, found a zip archive or spreadsheet; "
          + "unpack it, or save the sheet as CSV")
    }
    if starts([0xd0, 0xcf, 0x11, 0xe0]) {
      throw IngestError(
        .unsupported, path: name,
        message: "expected a log or table, found an old Excel workbook; save the sheet as CSV")
    }
    if starts([0x1f, 0x8b]) {
      self = .gzip
    } else if starts([0x28, 0xb5, 0x2f, 0xfd]) {
      self = .zstd
    } else if starts([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]) {
      self = .xz
    } else if starts([0x42, 0x5a, 0x68]), head.count > 3, (0x31...0x39).contains(head[3]) {
      self = .bzip2
    } else {
      self = .none
    }
  }

  /// Bytes of a tar archive's first header, where its mark stands.
  static let archiveHeader = 512

  /// Looks at the first bytes of a file once it is unpacked.
  ///
  /// Errors: `unsupported` for a tar archive. Source: POSIX.1-2017, "pax", ustar.
  static func refuseArchive(_ head: [UInt8], name: String) throws(IngestError) {
    guard head.count > 262, head[257..<262].elementsEqual("ustar".utf8) else { return }
    throw IngestError(
      .unsupported, path: name,
      message: "expected a log or table, found a tar archive of files; "
        + "unpack it with `tar -xf` and name the files in it")
  }

  /// The program that unpacks it.
  var tool: String? {
    switch self {
    case .none: nil
    case .gzip: "gzip"
    case .zstd: "zstd"
    case .xz: "xz"
    case .bzip2: "bzip2"
    }
  }
}
