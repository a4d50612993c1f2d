import Testing
import TributaryModel

@testable import TributaryWarehouse

@Suite struct FileDescriptionTests {
  @Test(arguments: [
    ("orders2.csv", "orders10.csv"), ("2026/9/a.csv", "2026/10/a.csv"), ("a.csv", "a1.csv"),
    ("log-9999999999.gz", "log-10000000000.gz"),
  ])
  func `numbers in paths compare as numbers`(first: String, second: String) {
    let left = FileDescription.log(first).naturalPath
    let right = FileDescription.log(second).naturalPath
    #expect(left < right)
  }

  @Test func `leading zeros do not matter`() {
    #expect(FileDescription.log("a007").naturalPath == FileDescription.log("a7").naturalPath)
  }
}
