/// Finds any of many texts in one pass over the bytes, however many there are.
///
/// Source: A. V. Aho, M. J. Corasick, "Efficient string matching: an aid to bibliographic search",
/// CACM 18 (1975). Complexity: one table look-up a byte.
/// Deviation: where an exempt text ends, shorter texts that end there do not count.
struct PatternMatcher: Sendable {
  /// The next state by state and byte class.
  private var next: [Int32]
  private let classes: [UInt8]
  private let classCount: Int
  private var accepts: [Bool]

  /// - Parameters: texts in lower case, without empty ones.
  init(_ texts: [String], exempt: [String] = []) {
    let letters = Set((texts + exempt).flatMap(\.utf8)).sorted()
    var classes = [UInt8](repeating: 0, count: 256)
    for (index, letter) in letters.enumerated() { classes[Int(letter)] = UInt8(index + 1) }
    let width = letters.count + 1
    var next = [Int32](repeating: -1, count: width)
    var verdicts: [Bool?] = [nil]
    for (text, verdict) in texts.map({ ($0, true) }) + exempt.map({ ($0, false) }) {
      var state = 0
      for byte in text.utf8 {
        let place = state * width + Int(classes[Int(byte)])
        if next[place] < 0 {
          next[place] = Int32(verdicts.count)
          verdicts.append(nil)
          next += [Int32](repeating: -1, count: width)
        }
        state = Int(next[place])
      }
      verdicts[state] = verdict
    }
    PatternMatcher.link(&next, &verdicts, width)
    self.next = next
    self.classes = classes
    classCount = width
    accepts = verdicts.map { $0 ?? false }
  }

  /// Whether any text occurs in the bytes, which are in lower case.
  func matches(_ bytes: [UInt8]) -> Bool {
    var state = 0
    for byte in bytes {
      state = Int(next[state * classCount + Int(classes[Int(byte)])])
      if accepts[state] { return true }
    }
    return false
  }

  static func lowered(_ byte: UInt8) -> UInt8 {
    (65...90).contains(byte) ? byte | 0x20 : byte
  }

  /// Breadth first: a missing step goes where the longest proper suffix would go.
  private static func link(_ next: inout [Int32], _ verdicts: inout [Bool?], _ width: Int) {
    var failure = [Int](repeating: 0, count: verdicts.count)
    var queue: [Int] = []
    for letter in 0..<width {
      if next[letter] < 0 { next[letter] = 0 } else { queue.append(Int(next[letter])) }
    }
    var head = 0
    while head < queue.count {
      let state = queue[head]
      head += 1
      if verdicts[state] == nil { verdicts[state] = verdicts[failure[state]] }
      for letter in 0..<width {
        let place = state * width + letter
        let fallback = next[failure[state] * width + letter]
        if next[place] < 0 {
          next[place] = fallback
        } else {
          failure[Int(next[place])] = Int(fallback)
          queue.append(Int(next[place]))
        }
      }
    }
  }
}
