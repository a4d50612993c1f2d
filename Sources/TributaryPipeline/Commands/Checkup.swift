import Foundation
import TributaryIngest
import TributaryModel
import TributaryReports
import TributaryWarehouse

/// Looks a pipeline over without changing anything: its sources, its warehouse, its own checks.
///
/// A check is a file `checks/NAME.sql` beside the pipeline file: a query that must give no row.
public struct Checkup: Sendable {
  public let findings: [Finding]

  /// One thing that was looked at.
  public struct Finding: Sendable, Hashable {
    public let name: String
    /// What was found, in a few words.
    public let message: String
    /// The exit code that follows: 0 when all is well.
    public let exitCode: Int32
    /// Told, with nothing wrong by it.
    public var isNote = false

    var json: String {
      JSONText.object([
        ("name", JSONText.string(name)), ("ok", exitCode == 0 ? "true" : "false"),
        ("message", JSONText.string(message)),
      ])
    }
  }

  /// 0, or the first that applies of 78, 70, 74, 65, 66, else the first found.
  public var exitCode: Int32 {
    let codes = findings.map(\.exitCode).filter { $0 != 0 }
    return [78, 70, 74, 65, 66].first(where: codes.contains) ?? codes.first ?? 0
  }

  /// As one JSON object.
  public var json: String {
    JSONText.object([
      ("checks", JSONText.list(findings.map(\.json))), ("exit_code", String(exitCode)),
    ])
  }

  package init(of pipeline: Pipeline) {
    var warehouse: ReadOnlyWarehouse?
    var known: [KnownLedgerFile] = []
    var trouble: RunError?
    do {
      if FileManager.default.fileExists(atPath: pipeline.warehouse) {
        warehouse = try ReadOnlyWarehouse(pipeline)
        known = try warehouse?.knownFiles() ?? []
      }
    } catch { trouble = error }
    let sources = pipeline.sources.map {
      (source: $0, found: SourceFiles(of: $0, in: pipeline, known: known))
    }
    var findings = sources.flatMap { SourceCheckup($0.source, $0.found, of: pipeline).findings }
    findings.append(Checkup.keyFinding(pipeline))
    if let warehouse, trouble == nil {
      do {
        findings += try warehouse.ownFindings()
        findings += try warehouse.moneyFindings()
        findings += warehouse.refusalFindings(of: sources, known, besides: findings)
        findings += try warehouse.creditFindings()
        findings += try Checkup.shopFindings(warehouse)
        findings += try warehouse.noteFindings()
        findings += try warehouse.ownTagFindings()
        findings += try warehouse.campaignFindings()
        findings += try warehouse.nobodyFindings()
        findings += try warehouse.cityFindings()
      } catch { trouble = error }
    } else if trouble == nil {
      findings.append(
        Finding(name: "warehouse", message: "none yet; the first run makes it", exitCode: 0))
    }
    if let trouble {
      findings.append(
        Finding(name: "warehouse", message: trouble.message, exitCode: trouble.code.rawValue))
    }
    self.findings = findings
  }

  /// The findings of the shop's own checks.
  ///
  /// Errors: a folder `checks` that cannot be read.
  static func shopFindings(_ warehouse: ReadOnlyWarehouse) throws(RunError) -> [Finding] {
    try checks(of: warehouse.pipeline).map { warehouse.finding(on: $0) }
  }

  private static func keyFinding(_ pipeline: Pipeline) -> Finding {
    do {
      let key = try KeyFile.key(of: pipeline)
      return Finding(
        name: "key",
        message: key == nil ? "none yet; the first run makes it" : "the warehouse's own",
        exitCode: 0)
    } catch {
      return Finding(name: "key", message: error.message, exitCode: error.code.rawValue)
    }
  }

  /// The names of the files in `checks/`, sorted; none when there is no such folder.
  private static func checks(of pipeline: Pipeline) throws(RunError) -> [String] {
    let folder = pipeline.folder + "/checks"
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { $0.hasSuffix(".sql") && !$0.hasPrefix(".") }.sorted()
    } catch {
      throw RunError(.noPermission, "\(folder): could not read it: \(error.localizedDescription)")
    }
  }
}

extension ReadOnlyWarehouse {
  fileprivate func knownFiles() throws(RunError) -> [KnownLedgerFile] {
    do throws(WarehouseError) { return try warehouse.knownFiles() } catch {
      throw RunError(error)
    }
  }

  fileprivate func ownFindings() throws(RunError) -> [Checkup.Finding] {
    let integrity = try values("pragma quick_check(1)") { row throws(WarehouseError) in
      try row.text("quick_check")
    }
    let uneven = try values(
      """
      select path from source_file
      where read <> loaded + duplicate + filtered + rejected order by path
      """
    ) { row throws(WarehouseError) in try row.text("path") }
    let refused = RunError.Code.dataRefused.rawValue
    return [
      Checkup.Finding(
        name: "warehouse",
        message: integrity == ["ok"] ? "whole" : integrity.joined(separator: "; "),
        exitCode: integrity == ["ok"] ? 0 : refused),
      Checkup.Finding(
        name: "ledger",
        message: uneven.isEmpty
          ? "every file reconciles" : "does not reconcile: " + uneven.joined(separator: ", "),
        exitCode: uneven.isEmpty ? 0 : refused),
    ]
  }

  /// Runs one check of the shop's own.
  fileprivate func finding(on file: String) -> Checkup.Finding {
    let name = "checks/" + file
    let refused = RunError.Code.dataRefused.rawValue
    guard let sql = try? String(contentsOfFile: pipeline.folder + "/" + name, encoding: .utf8)
    else {
      return Checkup.Finding(
        name: name, message: "expected a readable file in UTF-8", exitCode: refused)
    }
    var rows = 0
    var first = ""
    do {
      try query(sql) { _ in
      } row: { cells in
        if rows == 0 { first = cells.map(\.plainText).joined(separator: " | ") }
        rows += 1
      }
    } catch {
      return Checkup.Finding(name: name, message: error.message, exitCode: refused)
    }
    return Checkup.Finding(
      name: name, message: rows == 0 ? "no row, as it must" : "\(rows) rows, the first: \(first)",
      exitCode: rows == 0 ? 0 : refused)
  }
}

extension SourceNote {
  /// `path: words`, as commands tell it.
  var line: String { "\(path): \(note.text(.english))" }
}

extension ReadOnlyWarehouse {
  /// What the last runs found odd about the files; all well with each, so no code follows.
  func noteFindings() throws(RunError) -> [Checkup.Finding] {
    do {
      return try warehouse.fileNotes().map {
        Checkup.Finding(name: "last run", message: $0.line, exitCode: 0, isNote: true)
      }
    } catch {
      throw RunError(error)
    }
  }
}
