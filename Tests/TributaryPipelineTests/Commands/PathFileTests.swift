import Testing
import TributaryModel

@testable import TributaryPipeline

@Suite struct PathFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func open(_ text: String) throws -> (file: PathFile, rejections: [Rejection]) {
    try folder.write(text, to: "paths.csv")
    var rejections: [Rejection] = []
    let file = try PathFile(folder.url.appending(path: "paths.csv").path(percentEncoded: false)) {
      rejections.append($0)
    }
    return (file, rejections)
  }

  /// By hand in PathAttributionTests: a 4/5, b 6/5 with the null; without it a and b are removed
  /// with 1 and 2 of 2 conversions lost.
  @Test func `a file is shared by a model, with nulls and without`() throws {
    let file = try open("path,conversions,value,nulls\na > b,1,30,1\nb,1,10,0\n").file
    let markov = try #require(PathModelName("markov:1"))
    let with = file.credits(by: markov, countsNulls: true, hasIntervals: false)
    #expect(with.map(\.dimension) == ["a", "b"])
    #expect(zip(with, [0.8, 1.2]).allSatisfy { abs($0.conversions.value - $1) < 1e-12 })
    #expect(zip(with, [16, 24]).allSatisfy { abs($0.value.value - $1) < 1e-12 })
    #expect(with.allSatisfy { $0.conversions.interval == nil })
    let without = file.credits(by: markov, countsNulls: false, hasIntervals: true)
    #expect(zip(without, [2.0 / 3, 4.0 / 3]).allSatisfy { abs($0.conversions.value - $1) < 1e-12 })
    #expect(without.allSatisfy { $0.conversions.interval?.contains($0.conversions.value) == true })
    #expect(file.hasNulls && markov.isMarkov)
  }

  @Test func `few bad rows are told, and the others counted`() throws {
    let (file, rejections) = try open("path,conversions\na,1\n,1\n")
    #expect(rejections.map(\.line) == [3])
    #expect(file.counts.loaded == 1 && file.counts.rejected == 1)
    #expect(!file.hasNulls)
  }

  /// Of 1,000 records 50 may be bad, 51 not.
  @Test(arguments: [(50, true), (51, false)])
  func `a file with too many bad rows is refused`(bad: Int, isTaken: Bool) throws {
    let text =
      "path,conversions\n" + String(repeating: "a,1\n", count: 1000 - bad)
      + String(repeating: ",1\n", count: bad)
    if isTaken {
      #expect(try open(text).file.counts.loaded == 950)
    } else {
      let error = try #require(throws: RunError.self) { _ = try open(text) }
      #expect(error.code == .dataRefused && error.message.contains("51 of 1000"))
    }
  }

  @Test(arguments: ["", "path,conversions\n", "path,conversions\n,1\n", "a,b\n1,2\n"])
  func `a file without a row that can be used is refused`(text: String) throws {
    let error = try #require(throws: RunError.self) { _ = try open(text) }
    #expect(error.code == .dataRefused)
  }

  @Test func `a file that is not there is told by its exit code`() throws {
    let error = try #require(throws: RunError.self) {
      _ = try PathFile("/nothing/such") { _ in }
    }
    #expect(error.code == .noInput)
  }
}
