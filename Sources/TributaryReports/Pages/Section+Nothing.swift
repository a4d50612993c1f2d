extension Section.Block {
  /// In the place of a chart, with the keys of the pipeline file set as code: what is missing, how to
  /// add it, when it will show.
  static func nothing(_ text: Markup) -> Section.Block {
    .markup(#"<p class="nothing">\#(text)</p>"#)
  }
}
