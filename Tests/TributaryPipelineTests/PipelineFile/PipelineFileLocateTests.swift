import Testing

@testable import TributaryPipeline

@Suite struct PipelineFileLocateTests {
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("{}", to: "pipelines/shop/pipeline.json5")
    return folder
  }

  @Test(arguments: [
    "shop", "pipelines/shop", "pipelines/shop/", "./pipelines/shop/pipeline.json5",
    "pipelines/../pipelines/shop",
  ])
  func `a name, a folder and the file mean the same`(argument: String) throws {
    let folder = try folder()
    let found = try PipelineFile.locate(argument, from: folder.url.path)
    #expect(found == folder.url.path + "/pipelines/shop/pipeline.json5")
  }

  @Test(arguments: [("shpo", "did you mean shop?"), ("", "found nothing"), ("..", "found none")])
  func `what is not there is told with advice`(argument: String, part: String) throws {
    let folder = try folder()
    let error = try #require(throws: PipelineFileError.self) {
      try PipelineFile.locate(argument, from: folder.url.path)
    }
    #expect(error.description.contains(part), "\(error.description)")
    #expect(error.asRunError.code == .configuration)
  }
}
