/// Numbers the records of one file that are alike in all that tells records apart.
///
/// The first keeps its id, the second gets `-2` behind it, and so on: read again, or listed in
/// another file, the first is the first again. So of records alike there are as many as the one file
/// has that lists most of them: overlapping files count them once, a pair in one file is a pair.
struct RepeatedRecords {
  private var seen: [String: Int] = [:]

  mutating func numbered(_ id: String) -> String {
    let count = seen[id, default: 0] + 1
    seen[id] = count
    return count == 1 ? id : id + "-" + String(count)
  }
}
