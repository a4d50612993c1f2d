import Testing

@testable import TributaryReports

@Suite struct LabelPlacementTests {
  private let bounds = Box(0, 0, 400, 300)

  private func point(_ x: Double, _ y: Double, _ label: String) -> LabelPlacement.Point {
    LabelPlacement.Point(x: x, y: y, radius: 5, label: label)
  }

  @Test func `a label stands to the right of its point when there is room`() throws {
    let placed = LabelPlacement.place([point(100, 100, "one")], avoiding: [], within: bounds)
    let label = try #require(placed.first)
    #expect(label.anchor == .start && label.x == 109 && label.leader == nil)
  }

  @Test func `it goes to the left where something stands at the right`() throws {
    let wall = Box(105, 90, 200, 110)
    let placed = LabelPlacement.place([point(100, 100, "one")], avoiding: [wall], within: bounds)
    #expect(try #require(placed.first).anchor == .end)
  }

  @Test func `no two labels overlap and all stay inside`() {
    let crowd = (0..<40).map { point(180 + Double($0 % 7) * 6, 140 + Double($0 / 7) * 5, "crowd") }
    let placed = LabelPlacement.place(crowd, avoiding: [], within: bounds)
    for (index, first) in placed.enumerated() {
      #expect(first.box.isInside(bounds))
      for second in placed.dropFirst(index + 1) { #expect(!first.box.overlaps(second.box)) }
    }
    #expect(placed.count > 3 && placed.count < 40)
  }

  @Test func `a label without room is left out`() {
    let placed = LabelPlacement.place([point(50, 50, "x")], avoiding: [bounds], within: bounds)
    #expect(placed.isEmpty)
  }
}
