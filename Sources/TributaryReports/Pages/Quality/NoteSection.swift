import TributaryModel

/// What is odd about the files, though nothing of it was refused.
struct NoteSection {
  let notes: [SourceNote]
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
      file: "file-notes", label: words.notesTopic,
      columns: [
        Column(words.fileHead, "path", .text), Column(words.sourceHead, "source", .text),
        Column(words.noteHead, "note", .text), Column("", "about", .text, place: .file),
        Column("", "count", .count, place: .file),
      ],
      rows: notes.map(row), isWide: true,
      source: Table.Source(
        sql: """
          select path, kind, note, about, count
          from file_note
          join source_file using (source_file_id)
          order by kind, natural_path, note, about
          """))
  }

  private func row(_ note: SourceNote) -> [Cell] {
    let sentence = words.capitalised(words.sentence(note.note))
    return [
      .user(note.path), .markup("\(words.name(note.source))", file: note.source.rawValue),
      .markup("<bdi>\(VisibleText.cut(sentence, to: 300))</bdi>", file: note.note.kind.rawValue),
      .user(note.note.about), .value(note.note.count),
    ]
  }
}
