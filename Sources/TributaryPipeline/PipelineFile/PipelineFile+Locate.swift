import Foundation

extension PipelineFile {
  /// The absolute path of the pipeline file that an argument means.
  ///
  /// Shape: a folder that holds `pipeline.json5`, that file (or another `.json5`), or the name of a
  /// folder below `pipelines/` of the working directory; in this order.
  public static func locate(
    _ argument: String, from directory: String = FileManager.default.currentDirectoryPath
  ) throws(PipelineFileError) -> String {
    guard !argument.isEmpty, !argument.contains("\0") else {
      throw .file("pipeline", "expected a folder, a file or a name, found nothing; name one")
    }
    let direct = FilePath.absolute(argument, in: directory)
    var candidates = [FilePath.absolute(fileName, in: direct)]
    if !argument.contains("/"), argument != ".", argument != ".." {
      candidates.append(FilePath.absolute("pipelines/\(argument)/\(fileName)", in: directory))
    }
    if isFile(direct) { return direct }
    if let found = candidates.first(where: isFile) { return found }
    let known = names(in: FilePath.absolute("pipelines", in: directory))
    let advice =
      known.isEmpty
      ? "give the folder that holds your \(fileName)"
      : "known here: " + known.joined(separator: ", ")
        + Spelling.question(argument, among: known)
    throw .file(
      argument,
      "expected a folder with a \(fileName), that file, or a name below pipelines/, found none; "
        + advice)
  }

  private static func isFile(_ path: String) -> Bool {
    let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: resolved)
    return attributes?[.type] as? FileAttributeType == .typeRegular
  }

  private static func names(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { isFile("\(folder)/\($0)/\(fileName)") }.sorted()
  }
}
