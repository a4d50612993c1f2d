import TributaryPipeline

/// The `<pipeline>` of most commands.
enum PipelineArgument {
  /// The pipeline of a folder, a file or a name.
  ///
  /// Errors: `configuration`, with everything that is wrong with the file.
  static func load(_ argument: String) throws(RunError) -> Pipeline {
    do {
      return try PipelineFile.load(argument)
    } catch {
      throw error.asRunError
    }
  }
}
