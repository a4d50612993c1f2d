import Testing
import TributaryModel

@testable import TributaryReports

@Suite struct NoteSectionTests {
  private static func note(_ kind: FileNote.Kind, _ path: String = "a.csv") -> SourceNote {
    SourceNote(source: .orders, path: path, note: FileNote(kind, count: 3, about: "<b>7</b>"))
  }

  @Test func `without notes there is no section`() {
    #expect(NoteSection(notes: [], asOf: CarnivalShop.asOf, words: .english).section == nil)
  }

  @Test func `files are counted once, and each note is a row of the CSV`() throws {
    let notes = [Self.note(.zeroTotals), Self.note(.largeOrder), Self.note(.oneValue, "b.csv")]
    let section = try #require(
      NoteSection(notes: notes, asOf: CarnivalShop.asOf, words: .english).section)
    #expect(
      section.claim
        == "2\u{A0}files were read with something to look at; nothing was refused for it.")
    guard case .table(let table) = section.blocks.first else {
      Issue.record("expected a table")
      return
    }
    let csv = CSVTable(table, .english).text
    #expect(csv.contains("path,source,note,about,count"))
    #expect(csv.contains("a.csv,orders,large-order,<b>7</b>,3"))
  }

  @Test(arguments: FileNote.Kind.allCases)
  func `every kind is said in both languages, without the marks of strangers`(
    kind: FileNote.Kind
  ) throws {
    #expect(speaksBoth { $0.sentence(Self.note(kind).note) + "." })
    let notes = [Self.note(kind)]
    let section = try #require(
      NoteSection(notes: notes, asOf: CarnivalShop.asOf, words: .russian).section)
    guard case .table(let table) = section.blocks.first else { return }
    #expect(!table.markup(.russian).rendered.contains("<b>7"))
  }
}
