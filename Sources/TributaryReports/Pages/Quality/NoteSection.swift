import TributaryAnalysis
import TributaryModel

/// What is odd about the files, though nothing of it was refused.
struct NoteSection {
  let notes: [SourceNote]
  let asOf: Day
  let words: Words

  /// Nil when nothing is odd.
  var section: Section? {
    guard !notes.isEmpty else { return nil }
    return Section(
      topic: words.notesTopic, claim: words.notesClaim(notes), blocks: [.table(table)],
      notes: [Section.Note(words.howToRead, words.notesNote)])
  }

  private var table: Table {
    Table(
      SourceNote.results, notes, asOf: asOf, file: "file-notes", label: words.notesTopic,
      columns: [
        .column("path", words.fileHead),
        .drawn(words.sourceHead) { .text(words.name($0.source)) },
        .drawn(words.noteHead) { note in
          let sentence = words.capitalised(words.sentence(note.note))
          return .markup("<bdi>\(VisibleText.cut(sentence, to: 300))</bdi>")
        },
      ], isWide: true, words: words)
  }
}
