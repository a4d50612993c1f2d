import Foundation
import TributaryIngest
import TributarySystem

extension PipelineCheck {
  /// Two things cannot lie in one place: the warehouse, the key, the reports, the pipeline file and
  /// what is read.
  mutating func places(of pipeline: Pipeline) {
    let document = pipeline.values.written
    let keys = ShopObject.keys
    let warehouse = OwnPlace(key: keys.warehouse.name, pipeline.warehouse)
    let key = OwnPlace(key: keys.keyFile.name, pipeline.keyFile)
    let reports = OwnPlace(key: keys.reports.name, pipeline.reports)
    let file = OwnPlace(key: nil, pipeline.file)
    let companions = OwnPlace.companions.map {
      OwnPlace(key: keys.warehouse.name, pipeline.warehouse + $0)
    }
    for (one, other) in [
      (warehouse, reports), (warehouse, key), (key, reports), (warehouse, file), (key, file),
      (reports, file),
    ]
    where one.isSame(other) || one.isInside(other) && other.key != keys.reports.name
      || other.isInside(one) && one.key != keys.reports.name
    {
      clash(one, other, document)
    }
    for companion in companions {
      for other in [key, reports] where companion.isSame(other) {
        clash(companion, other, document)
      }
    }
    for place in [warehouse, key, file] where place.isInsideReport(of: reports) {
      add(
        place, reports, document,
        "expected a place outside the folders of the nights, found \(place.path), which the next "
          + "night may replace; choose another")
    }
    sources(of: pipeline, own: [warehouse, key, file] + companions)
  }

  private mutating func clash(_ one: OwnPlace, _ other: OwnPlace, _ document: JSON5Value) {
    let named = document.member(other.key ?? "") == nil ? one : other
    let rest = named.key == other.key ? one : other
    add(
      named, rest, document,
      "expected a place of its own, found \(named.path), which is that of "
        + "\(rest.key.map { "$." + $0 } ?? "this pipeline file") or holds it; choose another")
  }

  /// At the key of the place, or of the other one where the file names only that.
  private mutating func add(
    _ place: OwnPlace, _ other: OwnPlace, _ document: JSON5Value, _ message: String
  ) {
    for key in [place.key, other.key].compactMap(\.self) {
      guard let value = document.member(key) else { continue }
      add("$." + key, value.position, message)
      return
    }
    add("$", document.position, message)
  }

  /// A source by its path is none of the pipeline's own files; one by a pattern leaves them out.
  private mutating func sources(of pipeline: Pipeline, own: [OwnPlace]) {
    for source in pipeline.sources {
      let values = source.written(\.patterns)?.elements ?? []
      for (place, (path, value)) in zip(source.patterns, values).enumerated()
      where !path.contains(where: { $0 == "*" || $0 == "?" }) {
        let read = OwnPlace(key: nil, FilePath.absolute(path, in: pipeline.folder))
        guard let same = own.first(where: read.isSame) else { continue }
        add(
          "\(source.path(\.patterns))[\(place)]", value.position,
          "expected files to read, found \(read.path), which is that of "
            + "\(same.key.map { "$." + $0 } ?? "this pipeline file"); correct the path")
      }
    }
    foreignWarehouse(pipeline)
  }

  /// A file of a source in the warehouse's place would be written over.
  private mutating func foreignWarehouse(_ pipeline: Pipeline) {
    guard let value = pipeline.values.written(\.warehouse),
      (try? FileStatus(of: Array(pipeline.warehouse.utf8)))?.size ?? 0 > 0,
      !FilePath.isDatabase(pipeline.warehouse)
    else { return }
    let folder = URL(filePath: pipeline.folder, directoryHint: .isDirectory)
    let warehouse = OwnPlace(key: nil, pipeline.warehouse)
    for source in pipeline.sources {
      for pattern in source.patterns
      where FilePattern(pattern).files(in: folder).contains(where: {
        OwnPlace(key: nil, $0.path).isSame(warehouse)
      }) {
        add(
          pipeline.values.path(\.warehouse), value.position,
          "expected a warehouse, or none yet, found a file that \(source.path) reads; "
            + "choose another place")
        return
      }
    }
  }
}
