import TributaryIngest
import TributaryModel

/// Opens the files of one source and says what a run would say of their first records.
struct SourceCheckup {
  private(set) var findings: [Checkup.Finding] = []
  private let source: Pipeline.Source

  init(_ source: Pipeline.Source, _ found: SourceFiles, of pipeline: Pipeline) {
    self.source = source
    for problem in found.problems { add(problem) }
    // No result depends on the key, and a check makes none.
    guard let key = ContactKey(bytes: [UInt8](repeating: 0, count: 32)) else { return }
    do throws(IngestError) {
      let reader = try SourceReader(source, pipeline: pipeline, key: key)
      for file in found.files { look(at: file, reader) }
    } catch {
      add(RunError(.configuration, error.description))
    }
    if !findings.contains(where: { $0.exitCode != 0 }) {
      findings.insert(
        Checkup.Finding(name: name, message: "\(found.files.count) files", exitCode: 0), at: 0)
    }
    findings += found.notices.map {
      Checkup.Finding(name: name, message: $0, exitCode: 0, isNote: true)
    }
  }

  private var name: String { "\(source.path) \(source.kind.rawValue)" }

  private mutating func look(at file: SourceFile, _ reader: SourceReader) {
    guard file.isReadable else {
      add(
        RunError(
          .dataRefused,
          "\(file.relativePath): expected a file that this user may read, found no permission; "
            + "correct its rights"))
      return
    }
    do {
      judge(try reader.head(of: file), file)
    } catch let error as IngestError {
      add(RunError(.dataRefused, error.description))
    } catch {
      add(RunError(.internal, "\(file.relativePath): \(error)"))
    }
  }

  private mutating func judge(_ head: FileHead, _ file: SourceFile) {
    guard let first = head.firstRejection else { return }
    let column = first.column.map { " " + $0 } ?? ""
    let example =
      "the first, line \(first.line): \(first.reason.rawValue)\(column): \(first.message)"
    if head.rejected == head.read {
      add(
        RunError(
          .dataRefused,
          "\(file.relativePath): expected records in the source's format, found \(head.read) of "
            + "which none can be read, \(example); check `format` and `columns`"))
      return
    }
    let share = "\(head.rejected) of \(head.isWhole ? "" : "the first ")\(head.read)"
    let isRefused =
      head.isWhole && head.read >= 1000
      && Double(head.rejected) > source.maxRejected * Double(head.read)
    guard !isRefused else {
      add(
        RunError(
          .dataRefused,
          "\(file.relativePath): expected at most "
            + "\(Int((source.maxRejected * 100).rounded()))% rejected records, found \(share), "
            + "\(example); correct the file or its format, or raise max_rejected"))
      return
    }
    findings.append(
      Checkup.Finding(
        name: name,
        message: "\(file.relativePath): \(share) records would be rejected, \(example)",
        exitCode: 0, isNote: true))
  }

  private mutating func add(_ problem: RunError) {
    findings.append(
      Checkup.Finding(name: name, message: problem.message, exitCode: problem.code.rawValue))
  }
}
