#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The open files that this process was started with.
public enum InheritedDescriptors {
  /// Keeps them from children, but for the three streams; a stream that was closed leads nowhere
  /// from now on, so that no file of ours takes its number and gets what is printed.
  ///
  /// Call once, before any file is opened.
  public static func settle() {
    for stream: Int32 in 0...2 where fcntl(stream, F_GETFD) < 0 {
      // Safety: the path is a literal; the lowest free number is the stream's, as those below are open.
      _ = unsafe open("/dev/null", stream == 0 ? O_RDONLY : O_WRONLY)
    }
    // A shell or a wrapper such as flock(1) hands down a few, with low numbers.
    for number: Int32 in 3..<256 { _ = fcntl(number, F_SETFD, FD_CLOEXEC) }
  }
}
