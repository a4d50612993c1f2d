import Foundation
import Testing

@testable import TributarySystem

@Suite struct ChildProcessTests {
  /// A child that runs these words of a shell: the tests' own way to a program of any manners.
  private func child(
    _ script: String, silence: Int = 60, input: [UInt8] = Array("/dev/null".utf8)
  ) throws -> ChildProcess {
    try ChildProcess(
      #require(Program("sh")), ["-c", script], environment: ["PATH": "/usr/bin:/bin"],
      input: try Descriptor(reading: input), silence: silence)
  }

  private func output(of child: ChildProcess) throws -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var all: [UInt8] = []
    while true {
      let count = try child.read(into: &buffer, from: 0)
      if count == 0 { return all }
      all += buffer.prefix(count)
    }
  }

  @Test func `a child reads its input, and its output and end are told`() throws {
    let copy = try child("cat; exit 3", input: Array(#filePath.utf8))
    #expect(try output(of: copy) == Array(Data(contentsOf: URL(filePath: #filePath))))
    #expect(try copy.finish() == .exited(3))
    let killed = try child("kill -KILL $$")
    #expect(try output(of: killed) == [])
    #expect(try killed.finish() == .killed(signal: 9))
  }

  @Test func `a child gets only the environment that it is given`() throws {
    let child = try child("echo $HOME-$PATH")
    #expect(try output(of: child) == Array("-/usr/bin:/bin\n".utf8))
  }

  @Test(arguments: [0, 399, 400, 401, 1_000_000])
  func `a child that complains a lot is read to its end`(bytes: Int) throws {
    let child = try child(
      "head -c \(bytes) /dev/zero >&2; echo done; head -c \(bytes) /dev/zero >&2")
    #expect(try output(of: child) == Array("done\n".utf8))
    #expect(try child.finish() == .exited(0))
    #expect(child.complaint.count == min(bytes * 2, 400))
  }

  @Test(arguments: [
    "exec sleep 1000", "echo a; exec sleep 1000", "exec >&- 2>&-; exec sleep 1000",
    "while :; do echo still here >&2; sleep 0.1; done", "trap '' TERM INT HUP; exec sleep 1000",
  ])
  func `a child that gives nothing is ended`(script: String) throws {
    let child = try child(script, silence: 1)
    #expect(throws: ChildProcess.Failure.silent(seconds: 1)) {
      _ = try output(of: child)
      _ = try child.finish()
    }
    #expect(waitpid(child.identifier, nil, WNOHANG) == -1, "it is left as a zombie")
  }

  @Test func `a child that is left before its end is killed and reaped`() throws {
    var left: ChildProcess? = try child("while :; do echo more; done")
    let identifier = try #require(left?.identifier)
    var buffer = [UInt8](repeating: 0, count: 10)
    #expect(try left?.read(into: &buffer, from: 0) ?? 0 > 0)
    left = nil
    #expect(kill(identifier, 0) == -1)
  }

  #if os(Linux)
    /// Whether a process runs; one that waits to be reaped by somebody else does not.
    private func runs(_ identifier: pid_t) -> Bool {
      guard let text = try? String(contentsOfFile: "/proc/\(identifier)/stat", encoding: .utf8),
        let state = text.split(separator: ")").last?.split(separator: " ").first
      else { return false }
      return state != "Z" && state != "X"
    }

    @Test(arguments: [
      "sleep 1000 & echo $!; wait", "sh -c 'sleep 1000 & echo $!; wait'",
      // The child is gone, and its own child holds the pipe.
      "sleep 1000 & echo $!",
    ])
    func `what a child has started ends with it`(script: String) throws {
      let child = try child(script, silence: 1)
      var buffer = [UInt8](repeating: 0, count: 100)
      let count = try child.read(into: &buffer, from: 0)
      let text = String(decoding: buffer.prefix(count), as: UTF8.self)
      let inner = try #require(pid_t(text.trimmingCharacters(in: .newlines)))
      #expect(runs(inner))
      #expect(throws: ChildProcess.Failure.silent(seconds: 1)) {
        _ = try child.read(into: &buffer, from: 0)
      }
      let deadline = Deadline(seconds: 10)
      while runs(inner), deadline.left > .zero { sched_yield() }
      #expect(!runs(inner))
    }
  #endif

  @Test func `children leave no descriptor open`() throws {
    var highest: Int32 = 0
    for number in 0..<300 {
      let child = try child("echo \(number)")
      if number % 2 == 0 { #expect(try output(of: child) == Array("\(number)\n".utf8)) }
      highest = max(highest, child.highestDescriptor)
    }
    #expect(highest < 300)
  }

  #if os(Linux)
    @Test func `a child inherits no file and no pipe of ours`() throws {
      let file = try Descriptor(reading: Array(#filePath.utf8))
      let other = try child("exec sleep 1000")
      let ours = [file.number, other.highestDescriptor].map(String.init).joined(separator: " ")
      let child = try child("for n in 0 \(ours); do [ -e /proc/self/fd/$n ] && echo $n; done")
      #expect(try output(of: child) == Array("0\n".utf8))
      #expect(file.number > 2)
    }
  #endif

  @Test func `a program is found in the fixed folders or not at all`() throws {
    #expect(Program("no-such-program-of-ours") == nil)
    #expect(Program("sh", in: ["/nowhere", "/bin"])?.path == "/bin/sh")
    #expect(Program("bin", in: ["/usr"]) == nil, "a folder is no program")
    #expect(Program("passwd", in: ["/etc"]) == nil, "a text is no program")
  }
}
