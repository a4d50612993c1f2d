#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The words of the command line as they were given: bytes, which need not be text.
public enum ProgramArguments {
  /// All but the program's own name.
  public static var words: [[UInt8]] {
    (1..<max(1, CommandLine.argc)).compactMap { index in
      // Safety: `index` is below `argc`; each word is NUL-terminated and lives as long as the process.
      guard let word = unsafe CommandLine.unsafeArgv[Int(index)] else { return nil }
      return unsafe Array(UnsafeRawBufferPointer(start: word, count: strlen(word)))
    }
  }
}
