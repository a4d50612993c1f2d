import TributaryAnalysis
import TributaryIngest
import TributaryModel

/// A CSV file of paths, read, and what models make of it; without a pipeline and a warehouse.
public struct PathFile: Sendable {
  /// What became of the file's records.
  public let counts: FileCounts
  private let paths: PathTable
  private let path: String

  /// Rejected records, as a share, above which a file of 1,000 records or more is refused.
  static let maxRejected = 0.05

  /// Reads a file, `-` for the standard input.
  ///
  /// Errors: those of reading; `dataRefused` when no row is left, or too many of many are rejected.
  public init(
    _ path: String, reject: (Rejection) throws(RunError) -> Void
  ) throws(RunError) {
    self.path = path
    var paths = PathTable()
    do {
      let file = path == "-" ? SourceFile.standardInput : SourceFile(typed: path)
      let summary = try PathReader().read(file) { batch, rejections in
        paths.add(batch)
        for rejection in rejections { try reject(rejection) }
      }
      var counts = summary.counts
      counts.loaded = summary.emitted
      self.counts = counts
    } catch let error as RunError {
      throw error
    } catch let error as IngestError {
      throw RunError(error)
    } catch {
      throw RunError(.internal, "\(path): \(error)")
    }
    self.paths = paths
    try checkRejected()
  }

  /// Whether the file counts paths that ended without a conversion.
  public var hasNulls: Bool { paths.hasNulls }

  /// What a model credits to each dimension, in the order in which the file first names them.
  ///
  /// - Parameters:
  ///   - countsNulls: whether paths without a conversion count; see `PathAttribution`.
  ///   - hasIntervals: whether ranges are wanted: 90 %, 200 replicates, always the same draws.
  public func credits(
    by model: PathModelName, countsNulls: Bool, hasIntervals: Bool
  ) -> [PathCredit] {
    PathAttribution(paths, countsNulls: countsNulls)
      .credit(by: model.model, ranges: hasIntervals ? PathRanges() : nil)
  }

  private func checkRejected() throws(RunError) {
    let isMany =
      counts.read >= 1000
      && Double(counts.rejected) > PathFile.maxRejected * Double(counts.read)
    guard isMany || counts.loaded == 0 else { return }
    throw RunError(
      .dataRefused,
      counts.loaded == 0
        ? "\(path): expected rows of path and conversions, found none that can be used; "
          + "the header is path,conversions,value,nulls"
        : "\(path): expected at most \(Int(PathFile.maxRejected * 100))% rejected records, found "
          + "\(counts.rejected) of \(counts.read); mend the file")
  }
}

/// The name of a model, as a person writes it: `linear`, `markov`, `markov:2`.
public struct PathModelName: Sendable, Hashable {
  let model: PathModel

  /// Nil for a name that no model has.
  public init?(_ name: String) {
    guard let model = PathModel(named: name) else { return nil }
    self.model = model
  }

  public var isMarkov: Bool { model.model == .markov }

  /// How names are written.
  public static let all = AttributionModel.allCases.map {
    $0 == .markov ? "markov:1 to markov:\(PathModel.orders.upperBound)" : $0.rawValue
  }
}
