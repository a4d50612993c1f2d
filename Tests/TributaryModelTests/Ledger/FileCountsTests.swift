import Testing

@testable import TributaryModel

@Suite struct FileCountsTests {
  @Test func `counts reconcile only when every record has one fate`() {
    var counts = FileCounts()
    counts.read = 10
    counts.loaded = 6
    counts.restated = 2
    counts.duplicate = 2
    counts.filtered = 1
    counts.rejected = 1
    #expect(counts.reconciles)
    counts.rejected = 2
    #expect(!counts.reconciles)
  }
}
