import TributaryPipeline

/// Gathers lines, so that a long answer is written in large pieces.
struct LineBuffer {
  private let console: Console
  private var text = ""

  init(_ console: Console) {
    self.console = console
  }

  mutating func append(_ line: String) throws(RunError) {
    text += line
    text += "\n"
    if text.utf8.count > 1 << 16 { try flush() }
  }

  mutating func flush() throws(RunError) {
    try console.write(text)
    text = ""
  }
}
