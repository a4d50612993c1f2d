/// One page of the run before it is written: whole in itself, without a request to anywhere.
struct Page: Sendable {
  let name: PageName
  /// The answer of the day in one sentence.
  let answer: String
  let trust: Trust
  let sections: [Section]
  /// What a page of its own kind is about; nil for the pages that the masthead names.
  let subject: Subject?

  /// One campaign or the like, with a page beneath the one that lists all.
  struct Subject: Sendable {
    /// A plain name without folders.
    let fileName: String
    let title: String
  }

  init(
    name: PageName, subject: Subject? = nil, answer: String, trust: Trust, sections: [Section]
  ) {
    self.name = name
    self.subject = subject
    self.answer = answer
    self.trust = trust
    self.sections = sections
  }

  var tables: [Table] { sections.flatMap(\.tables) }

  /// The page as a file.
  func file(_ context: PageContext) -> ReportFile {
    ReportFile(
      name: subject?.fileName ?? name.fileName, bytes: Array(markup(context).rendered.utf8))
  }

  func markup(_ context: PageContext) -> Markup {
    let words = context.words
    let shop = context.report.shop
    let title =
      """
      \(subject.map { VisibleText.cut($0.title) } ?? words.title(name)): \(VisibleText.cut(shop.name)), \
      \(words.day(context.report.asOf, year: true))
      """
    return #"""
      <!doctype html>
      <html lang="\#(words.language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\#(ContentPolicy.text)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <meta name="robots" content="noindex">
      <title>\#(title)</title>
      <style>\#(Markup(constant: .styleSheet))</style>
      </head>
      <body>
      <a class="skip" href="#main">\#(words.skipToReport)</a>
      <header>
      \#(masthead(context))
      \#(trust.markup(name, context))
      </header>
      <main id="main">
      <h1>\#(answer)</h1>
      \#(sections.map { $0.markup(words) })
      </main>
      <footer>\#(words.foot(context.report))</footer>
      <script>\#(Markup(constant: .script))</script>
      </body>
      </html>

      """#
  }

  private func masthead(_ context: PageContext) -> Markup {
    let shop = context.report.shop
    let words = context.words
    let summary: Markup = "<bdi>\(VisibleText.cut(shop.summary, to: 120))</bdi>"
    let links = PageCatalogue.names.map { page -> Markup in
      page == name && subject == nil
        ? #"<li><b aria-current="page">\#(words.title(page))</b></li>"#
        : #"<li><a href="\#(page.fileName)">\#(words.title(page))</a></li>"#
    }
    return #"""
      <div class="mast"><p class="shop">\#(user: shop.name) <span>\#(summary)</span></p>
      <nav aria-label="\#(words.reports)"><ul>\#(links)</ul></nav></div>
      """#
  }
}
