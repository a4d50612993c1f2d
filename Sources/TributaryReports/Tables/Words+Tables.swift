/// The words under and around tables.
extension Words {
  var whereFrom: Markup {
    rich(
      "Where this comes from: SQL for <code>tributary query</code>",
      "Откуда это: запрос для <code>tributary query</code>")
  }
  var filterRows: String { say("Filter rows", "Найти строку") }

  func shortened(shown: Int, of count: Int, file: String) -> String {
    say(
      "\(number(shown)) of \(number(count)); all in \(file).",
      "\(number(shown)) из \(number(count)); все в \(file).")
  }
}
