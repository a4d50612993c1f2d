import Dispatch
import Synchronization

/// A short queue between the thread that reads a file and the thread that writes it.
///
/// ```
///  reader ── send ──►  [ batch | batch | batch ]  ── receive ──► writer
///            waits while full                        waits while empty
/// ```
final class BatchPipe<Element: Sendable>: Sendable {
  private struct State {
    var elements: [Element] = []
    var isAbandoned = false
  }

  private let state = Mutex(State())
  private let room: DispatchSemaphore
  private let filled = DispatchSemaphore(value: 0)

  /// - Parameter capacity: how many elements may wait.
  init(capacity: Int) {
    room = DispatchSemaphore(value: capacity)
  }

  /// Adds an element; waits while the queue is full.
  ///
  /// Errors: `Abandoned` once the writer has gone.
  func send(_ element: Element) throws(Abandoned) {
    room.wait()
    let isAbandoned = state.withLock { state in
      if !state.isAbandoned { state.elements.append(element) }
      return state.isAbandoned
    }
    if isAbandoned {
      room.signal()
      throw Abandoned()
    }
    filled.signal()
  }

  /// Takes the oldest element; waits while the queue is empty.
  func receive() -> Element? {
    filled.wait()
    let element = state.withLock { $0.elements.isEmpty ? nil : $0.elements.removeFirst() }
    room.signal()
    return element
  }

  /// Tells the reader that nobody takes its batches any more.
  func abandon() {
    state.withLock { state in
      state.isAbandoned = true
      state.elements = []
    }
    room.signal()
  }

  /// The writer has gone: reading on has no use.
  struct Abandoned: Error {}
}
