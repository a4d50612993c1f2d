/// What a run is doing right now, for whoever waits at a terminal.
public enum RunProgress: Sendable, Hashable {
  /// A file is being read.
  case loading(path: String)
  /// A job has begun.
  case job(name: String)
}
