#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A pipe whose reading end never holds its reader up.
struct Pipe: ~Copyable {
  let reading: Descriptor
  let writing: Descriptor

  /// Call while no child is started: `pipe2`, which marks both ends at once, is not everywhere.
  init() throws(SystemError) {
    var ends: [Int32] = [-1, -1]
    // Safety: the array has room for the two descriptors.
    guard unsafe pipe(&ends) == 0 else {
      throw SystemError(code: errno, attempted: "make a pipe")
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let writing: Descriptor
    do throws(SystemError) { writing = try Descriptor(owning: ends[1]) } catch {
      close(ends[0])
      throw error
    }
    let reading = try Descriptor(owning: ends[0])
    guard fcntl(reading.number, F_SETFL, O_NONBLOCK) == 0 else {
      throw SystemError(code: errno, attempted: "make a pipe")
    }
    self.reading = reading
    self.writing = writing
  }

  /// The reading end; the writing end is closed.
  consuming func takeReading() -> Descriptor { reading }
}
