import Dispatch
import TributaryIngest
import TributaryModel

/// How one file is read: its reader, bound to the file.
///
/// Reading and parsing run on a thread of their own, so that SQLite can write meanwhile.
struct FileReading: Sendable {
  /// What the reading thread hands over.
  enum Message: Sendable {
    case events(EventBatch, [Rejection])
    case rows(TableBatch, TableShape, [Rejection])
    case end(FileSummary)
    case failed(any Error)
  }

  private let work: @Sendable (_ send: (Message) throws -> Void) throws -> FileSummary

  /// Reads a log from an offset on.
  init(_ reader: ClickstreamReader, _ file: SourceFile, from offset: Int64) {
    work = { send in
      try reader.read(file, from: offset) { batch, rejections in
        try send(.events(batch, rejections))
      }
    }
  }

  /// Reads a table whole.
  init(_ reader: TableReader, _ shape: TableShape, _ file: SourceFile) {
    let hosts = HostColumns(of: shape)
    work = { send in
      var summary = try reader.read(file) { batch, rejections in
        try send(.rows(hosts.normalized(batch), shape, rejections))
      }
      summary.derivedOrders = summary.derivedOrders.map(HostColumns(of: .orders).normalized)
      return summary
    }
  }

  /// Starts the reading thread.
  ///
  /// Shape: the last message is `end` or `failed`.
  func start() -> BatchPipe<Message> {
    let pipe = BatchPipe<Message>(capacity: 4)
    let work = work
    DispatchQueue.global(qos: .userInitiated).async {
      do {
        let summary = try work { try pipe.send($0) }
        try pipe.send(.end(summary))
      } catch {
        try? pipe.send(.failed(error))
      }
    }
    return pipe
  }
}
