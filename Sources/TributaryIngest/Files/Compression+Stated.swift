extension Compression {
  /// Bytes of a packed file's ends that `leastUnpacked` looks at.
  static let statingBytes = 32

  /// How many bytes come out of a packed file at least, as its format says: 0 where it does not say.
  /// Units: bytes.
  ///
  /// ```
  ///  gzip   ... crc32 SIZE                    of the last member, modulo 4 GiB
  ///  zstd   magic, header, FIRST BLOCK ...    one byte where that block holds any
  ///  xz     ... INDEX, crc32, crc32, its size, flags, YZ      one byte where it lists a block
  ///  bzip2  BZh9 MAGIC ...                    of a block, or of the end
  /// ```
  /// Source: RFC 1952, 2.3.1; RFC 8878, 3.1.1; "The .xz File Format" 1.2.1, 2.1.2 and 4; bzip2's
  /// compress.c.
  ///
  /// - Parameters:
  ///   - head: the first `statingBytes` of the file, or all of a smaller one.
  ///   - tail: the last ones.
  func leastUnpacked(head: [UInt8], tail: [UInt8]) -> Int64 {
    switch self {
    case .none: 0
    case .gzip: tail.suffix(4).reversed().reduce(0) { $0 << 8 | Int64($1) }
    case .zstd: Compression.holdsZstd(head) ? 1 : 0
    case .xz: Compression.holdsXZ(tail) ? 1 : 0
    case .bzip2: head.dropFirst(4).starts(with: [0x31, 0x41, 0x59, 0x26, 0x53, 0x59]) ? 1 : 0
    }
  }

  private static func holdsZstd(_ head: [UInt8]) -> Bool {
    guard head.count > 4 else { return false }
    let flags = head[4]
    let isSingle = flags & 0x20 != 0
    let dictionary = [0, 1, 2, 4][Int(flags & 3)]
    let size = [isSingle ? 1 : 0, 2, 4, 8][Int(flags >> 6)]
    let block = 5 + (isSingle ? 0 : 1) + dictionary + size
    guard block + 2 < head.count else { return false }
    // Three bytes from the lowest: whether it is the last, two bits of its type, its size.
    return head[block] & 0xf8 != 0 || head[block + 1] != 0 || head[block + 2] != 0
  }

  private static func holdsXZ(_ tail: [UInt8]) -> Bool {
    let bytes = Array(tail.suffix(20))
    // What is padded or cut does not end in the mark.
    guard bytes.count == 20, bytes.suffix(2) == [0x59, 0x5a] else { return false }
    let isShort = Array(bytes[12..<16]) == [1, 0, 0, 0]
    return !isShort || bytes[1] != 0
  }
}
