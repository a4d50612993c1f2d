import TributaryIngest
import TributaryModel

/// Turns any source file into lines of text, without a pipeline and without a warehouse.
///
/// Tables are read in UTC; rows that name no currency get `XXX`, the code of ISO 4217 for none.
/// Phones and e-mails come out as hashes with a key of zeros, so that a file gives the same lines
/// everywhere.
public struct RecordParsing: Sendable {
  private let printer: RecordPrinter

  /// How records are written.
  public enum Output: String, Sendable, CaseIterable {
    /// One JSON object a line.
    case json
    /// A header, then tab-separated values.
    case tsv
  }

  /// - Parameters:
  ///   - format: a name of `tributary formats`, or a log format string; `csv` prints any table
  ///     under its own header.
  ///   - visitorCookie: the cookie of the format that holds the visitor's first-party id.
  ///
  /// Errors: `usage` for a format that is unknown or cannot be read.
  public init(
    format: String, output: Output = .json, visitorCookie: String? = nil
  ) throws(RunError) {
    do {
      let source = try RecordParsing.source(format, visitorCookie)
      printer = RecordPrinter(source, output: output == .json ? .json : .tsv)
    } catch {
      throw RunError(error)
    }
  }

  /// Reads a file, `-` for the standard input, and hands over its records as whole lines of UTF-8.
  ///
  /// - Returns: what became of the records; `loaded` are those handed over.
  /// Errors: those of reading, and what the closures throw.
  public func parse(
    _ path: String, write: ([UInt8]) throws(RunError) -> Void,
    reject: (Rejection) throws(RunError) -> Void
  ) throws(RunError) -> FileCounts {
    let file = path == "-" ? SourceFile.standardInput : SourceFile(typed: path)
    do {
      let summary = try printer.read(file) { bytes, rejections in
        try write(bytes)
        for rejection in rejections { try reject(rejection) }
      }
      var counts = summary.counts
      counts.loaded = summary.emitted
      return counts
    } catch let error as RunError {
      throw error
    } catch let error as IngestError {
      throw RunError(error)
    } catch {
      throw RunError(.internal, "\(path): \(error)")
    }
  }

  private static func source(
    _ format: String, _ visitorCookie: String?
  ) throws(IngestError) -> RecordPrinter.Source {
    if format == "csv" { return .cells(delimiter: nil) }
    guard let key = ContactKey(bytes: [UInt8](repeating: 0, count: 32)) else {
      return .cells(delimiter: nil)
    }
    let named =
      FormatRegistry.isFormatString(format) ? nil : try FormatRegistry.format(named: format)
    guard let named, !named.isLog else {
      let options = ClickstreamOptions(key: key, visitorCookie: visitorCookie)
      return .clickstream(try ClickstreamFormat(format), options)
    }
    guard let shape = named.kinds.lazy.compactMap(TableShape.of).first else {
      return .cells(delimiter: nil)
    }
    let options = TableOptions(key: key, zone: .utc, currency: .unknown)
    return .table(shape, named.applied(to: options))
  }
}
