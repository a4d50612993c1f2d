import Testing

@testable import TributaryModel

@Suite struct TableShapeTests {
  @Test func `every kind but the clickstream has one shape`() {
    for kind in SourceKind.allCases {
      #expect((TableShape.of(kind) != nil) == (kind != .clickstream))
    }
  }

  @Test(arguments: TableShape.all)
  func `a shape has a key, unique columns and a day column of its own`(shape: TableShape) {
    #expect(!shape.key.isEmpty)
    #expect(Set(shape.columns.map(\.name)).count == shape.columns.count)
    if let day = shape.dayColumn {
      let type = shape.position(of: day).map { shape.columns[$0].type }
      #expect(type == .day || type == .instant)
    }
    for column in shape.columns { #expect(column.summary.hasSuffix(".")) }
  }
}
