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

/// The words of what is odd about files; the sentences are shared with the terminal.
extension Words {
  var notesTopic: String { say("What looks odd in the files", "Что странно в файлах") }
  var noteHead: String { say("What was found", "Что найдено") }

  func notesClaim(_ notes: [SourceNote]) -> String {
    let files = Set(notes.map { FileName(spelling: $0.path) }).count
    return say(
      "\(counted(files, .file)) \(files == 1 ? "was" : "were") read with something to look at; nothing was refused for it.",
      "Стоит взглянуть: \(counted(files, .file)) со странностями; из-за них ничего не отвергнуто.")
  }

  var notesNote: Markup {
    rich(
      "These rows are loaded and counted. A note says what rarely means well; who knows the shop may know better.",
      "Эти строки загружены и посчитаны. Замечание говорит о том, что редко бывает к добру; кто знает магазин, может знать лучше."
    )
  }
}
