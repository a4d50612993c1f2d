import Dispatch
import Testing

@testable import TributaryPipeline

@Suite struct BatchPipeTests {
  @Test func `what one thread sends another receives in order, however short the queue`() throws {
    let pipe = BatchPipe<Int>(capacity: 2)
    DispatchQueue.global().async {
      for number in 0..<1000 { try? pipe.send(number) }
    }
    for number in 0..<1000 { #expect(pipe.receive() == number) }
  }

  @Test func `a sender learns that the receiver has gone, also while it waits for room`() throws {
    let pipe = BatchPipe<Int>(capacity: 1)
    let ended = DispatchSemaphore(value: 0)
    try pipe.send(1)
    DispatchQueue.global().async {
      #expect(throws: BatchPipe<Int>.Abandoned.self) {
        for number in 2... { try pipe.send(number) }
      }
      ended.signal()
    }
    pipe.abandon()
    #expect(ended.wait(timeout: .now() + 20) == .success)
  }
}
