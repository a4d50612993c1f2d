/// What a compressed file may ask for before it is refused: time without a byte, bytes, and how
/// many bytes come out of one.
public struct UnpackingLimits: Hashable, Sendable {
  /// How long a decompressor may give nothing while its output is awaited. Units: seconds.
  public var silenceSeconds: Int
  /// Unpacked bytes of one file.
  public var maxBytes: Int64
  /// Unpacked bytes for one byte of the file that was read so far, judged from `ratioFreeBytes` on.
  public var maxRatio: Int

  package init(silenceSeconds: Int = 60, maxBytes: Int64 = 100_000_000_000, maxRatio: Int = 500) {
    self.silenceSeconds = silenceSeconds
    self.maxBytes = maxBytes
    self.maxRatio = maxRatio
  }

  /// Unpacked bytes up to which any ratio is fine.
  static let ratioFreeBytes: Int64 = 64_000_000

  /// Errors: `tooLarge`.
  func check(unpacked: Int64, packed: Int64, name: String) throws(IngestError) {
    if unpacked > maxBytes {
      throw IngestError(
        .tooLarge, path: name,
        message: "expected at most \(maxBytes / 1_000_000) MB unpacked, found more; nothing of it "
          + "was loaded; if it is a real file, split it or raise unpacking.max_megabytes")
    }
    if unpacked > UnpackingLimits.ratioFreeBytes, unpacked / max(packed, 1) >= maxRatio {
      throw IngestError(
        .tooLarge, path: name,
        message: "expected at most \(maxRatio) unpacked bytes for one on disk, found "
          + "\(unpacked / 1_000_000) MB and more from \(packed) bytes, which no real log or table "
          + "gives; nothing of it was loaded; unpack it to look, or raise unpacking.max_ratio")
    }
  }
}
