import Testing

@testable import TributaryReports

@Suite struct MarkupTests {
  @Test func `a string cannot bring tags or quotes into markup`() {
    let hostile = #"<b>"x" & 'y'</b>"#
    let markup: Markup = #"<p title="\#(hostile)">\#(hostile)</p>"#
    let safe = "&lt;b&gt;&quot;x&quot; &amp; &#39;y&#39;&lt;/b&gt;"
    #expect(markup.rendered == #"<p title="\#(safe)">\#(safe)</p>"#)
  }

  @Test func `markup inside markup stays as it is`() {
    let inner: Markup = "<b>1</b>"
    let outer: Markup = "<p>\(inner)\([inner, inner])</p>"
    #expect(outer.rendered == "<p><b>1</b><b>1</b><b>1</b></p>")
  }

  @Test func `a user's text is isolated and cut at sixty characters`() {
    let long = String(repeating: "я", count: 61)
    let markup: Markup = "\(user: long)"
    #expect(markup.rendered == "<bdi>" + String(repeating: "я", count: 60) + "…</bdi>")
  }

  @Test func `preformatted text keeps its lines and loses its tags`() {
    #expect(Markup.preformatted("a < b\nc").rendered == "a &lt; b\nc")
  }
}
