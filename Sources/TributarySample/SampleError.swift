/// Why a sample could not be written.
public enum SampleError: Error, Hashable, CustomStringConvertible {
  case badSettings(String)
  /// The folder holds something that is not an earlier sample.
  case folderInUse(String)
  case cannotWrite(path: String, reason: String)
  case cannotCompress(reason: String)

  public var description: String {
    switch self {
    case .badSettings(let message): message
    case .folderInUse(let path):
      "\(path): expected an empty folder or an earlier sample (one with truth.json), "
        + "found other files; choose another folder"
    case .cannotWrite(let path, let reason):
      "\(path): expected to write the sample here, found: \(reason); "
        + "check the folder's permissions and free space"
    case .cannotCompress(let reason):
      "gzip: expected it to compress the sample's files, found: \(reason); "
        + "install gzip and see that it is on the PATH"
    }
  }
}
