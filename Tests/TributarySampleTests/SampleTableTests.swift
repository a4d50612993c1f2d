import Testing
import TributaryModel

@testable import TributarySample

struct SampleTableTests {
  @Test func `bad rows stand exactly where the truth says, and nowhere else`() throws {
    for table in SmallShop.sample.tables {
      let lines = table.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      let wrong = lines.indices.dropFirst().filter { isWrong(String(lines[$0]), in: table) }
      #expect(wrong.map { $0 + 1 } == table.badRows.map(\.line), "\(table.file)")
      #expect(Double(wrong.count) < 0.05 * Double(lines.count), "\(table.file)")
    }
  }

  @Test func `a header holds every required column of its shape`() {
    for table in SmallShop.sample.tables {
      for column in table.shape.columns where column.isRequired {
        #expect(table.header.contains(column.name), "\(table.file)")
      }
      #expect(Set(table.rows.map(\.count)).contains(table.header.count))
    }
  }

  @Test func `a cell with a comma or a quotation mark is quoted`() {
    let table = SampleTable(
      "products.csv", .products, rows: [["A1", "Плащ, \"чёрный\"", "", "10.00", "3"]])
    #expect(
      table.text
        == "sku,name,category,unit_cost,supplier_lead_days\nA1,\"Плащ, \"\"чёрный\"\"\",,10.00,3\n")
  }

  @Test(
    arguments: zip([0, 5, 100, 249_050] as [Int64], ["0.00", "0.05", "1.00", "2490.50"]))
  func `kopecks are written as roubles`(kopecks: Int64, text: String) {
    #expect(kopecks.roubles == text)
  }

  /// An independent look at the required cells; the sample's own cells hold no commas but in names.
  private func isWrong(_ line: String, in table: SampleTable) -> Bool {
    let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard cells.count == table.header.count else { return true }
    return table.shape.columns.contains { column in
      guard column.isRequired,
        let position = table.header.firstIndex(of: column.name)
      else { return false }
      let cell = cells[position]
      switch column.type {
      case .day, .instant: return Day(String(cell.prefix(10))) == nil
      case .money, .real, .integer: return Double(cell) == nil
      default: return cell.isEmpty
      }
    }
  }
}
