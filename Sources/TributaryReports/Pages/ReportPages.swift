import TributaryAnalysis

/// The files of one run: a page for every answer and a CSV for every table.
///
/// Shape: `index.html` is the morning page; all names are plain and stand in one folder.
public struct ReportPages {
  private let context: PageContext

  package init(report: RunReport) {
    context = PageContext(report)
  }

  /// The files in the order of the masthead, pages first.
  public func files() -> [ReportFile] {
    let pages = PageCatalogue.entries.map { $0.make(context) } + CampaignPage.all(context)
    let tables = (pages.flatMap(\.tables).filter { !$0.isPart } + CampaignPage.wholeTables(context))
      .map { CSVTable($0, context.words).file }
    let imports = [BudgetImport(context.report.campaigns, context.words.currency).file]
    return pages.map { $0.file(context) } + tables + imports.compactMap(\.self)
      + NegativeWordFile.files(context)
  }
}

/// One file of a run's folder: a page or a table.
public struct ReportFile: Sendable, Hashable {
  /// A plain name without folders, such as `campaigns.html`.
  public let name: String
  public let bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
