/// Wanted paths compiled into a tree, flat in memory, that a walk over JSON follows.
///
/// ```
///  a.b, a.c[0]     node 0 -"a"-> 1 -"b"-> 2
///                                  -"c"-> 3 -[0]-> 4
/// ```
struct JSONPathPlan {
  struct Node {
    /// Its keys' hash table: places in `slots`, a power of two; no keys when empty.
    var slots = 0..<0
    var elements: [(index: Int, node: Int)] = []
    /// Elements told by the text of one of their members.
    var members: [(key: [UInt8], text: [UInt8], node: Int)] = []
    var isLeaf = false

    var hasKeys: Bool { !slots.isEmpty }
    var hasElements: Bool { !elements.isEmpty || !members.isEmpty }
  }

  private struct Edge {
    var key: Range<Int>
    var node: Int
  }

  private(set) var nodes = [Node()]
  /// The node of each path, in the order given.
  private(set) var leaves: [Int] = []
  private var edges: [Edge] = []
  private var keys: [UInt8] = []
  /// Numbers of edges, −1 where nothing is.
  private var slots: [Int] = []

  init(_ paths: [String], others: (String) -> [String] = { _ in [] }) {
    var children: [[(key: [UInt8], node: Int)]] = [[]]
    for path in paths { leaves.append(add(path, &children)) }
    var taken = Set(children[0].map(\.key))
    for (path, leaf) in zip(paths, leaves) {
      for key in others(path).map({ Array($0.utf8) }) where taken.insert(key).inserted {
        children[0].append((key, leaf))
      }
    }
    for node in nodes.indices { makeTable(of: node, children[node]) }
  }

  private enum Step {
    case key(String)
    case element(Int)
    case member(key: String, text: String)
  }

  private mutating func add(
    _ path: String, _ children: inout [[(key: [UInt8], node: Int)]]
  ) -> Int {
    var (node, rest) = (0, path[...])
    var shortcuts: [(node: Int, key: [UInt8])] = []
    while !rest.isEmpty {
      let dotted = rest.prefix { $0 != "[" }
      let step = JSONPathPlan.nextStep(&rest)
      if case .key(let key) = step {
        if dotted.count > key.count { shortcuts.append((node, Array(dotted.utf8))) }
      } else {
        lead(shortcuts, to: node, &children)
        shortcuts = []
      }
      node = follow(step, from: node, &children)
    }
    lead(shortcuts, to: node, &children)
    nodes[node].isLeaf = true
    return node
  }

  /// Lets keys that hold dots lead to where their parts would.
  private func lead(
    _ shortcuts: [(node: Int, key: [UInt8])], to node: Int,
    _ children: inout [[(key: [UInt8], node: Int)]]
  ) {
    for (start, key) in shortcuts where !children[start].contains(where: { $0.key == key }) {
      children[start].append((key, node))
    }
  }

  /// The node one step on, made where there is none.
  private mutating func follow(
    _ step: Step, from node: Int, _ children: inout [[(key: [UInt8], node: Int)]]
  ) -> Int {
    switch step {
    case .key(let name):
      let key = Array(name.utf8)
      if let known = children[node].first(where: { $0.key == key }) { return known.node }
      let next = addNode(&children)
      children[node].append((key, next))
      return next
    case .element(let index):
      if let known = nodes[node].elements.first(where: { $0.index == index }) { return known.node }
      let next = addNode(&children)
      nodes[node].elements.append((index, next))
      return next
    case .member(let name, let wanted):
      let (key, text) = (Array(name.utf8), Array(wanted.utf8))
      if let known = nodes[node].members.first(where: { $0.key == key && $0.text == text }) {
        return known.node
      }
      let next = addNode(&children)
      nodes[node].members.append((key, text, next))
      return next
    }
  }

  private mutating func addNode(_ children: inout [[(key: [UInt8], node: Int)]]) -> Int {
    nodes.append(Node())
    children.append([])
    return nodes.count - 1
  }

  /// Takes `name`, `["na.me"]`, `[3]` or `[key=text]` off the front, with the dot that follows.
  private static func nextStep(_ rest: inout Substring) -> Step {
    var step: Step?
    if rest.first == "[", let close = rest.firstIndex(of: "]") {
      let inside = rest[rest.index(after: rest.startIndex)..<close]
      if let index = Int(inside) {
        step = .element(index)
      } else if inside.count > 2, inside.first == "\"", inside.last == "\"" {
        step = .key(String(inside.dropFirst().dropLast()))
      } else if let sign = inside.firstIndex(of: "=") {
        step = .member(
          key: String(inside[..<sign]), text: String(inside[inside.index(after: sign)...]))
      }
      if step != nil { rest = rest[rest.index(after: close)...] }
    }
    if step == nil {
      let end = rest.dropFirst().firstIndex { $0 == "." || $0 == "[" } ?? rest.endIndex
      step = .key(String(rest[..<end]))
      rest = rest[end...]
    }
    if rest.first == "." { rest = rest.dropFirst() }
    return step ?? .key("")
  }

  private mutating func makeTable(of node: Int, _ children: [(key: [UInt8], node: Int)]) {
    guard !children.isEmpty else { return }
    var size = 4
    while size < children.count * 2 { size *= 2 }
    let first = slots.count
    slots += Array(repeating: -1, count: size)
    for child in children {
      let start = keys.count
      keys += child.key
      let hash = JSONPathPlan.hash(child.key.span, from: 0, to: child.key.count)
      var slot = Int(truncatingIfNeeded: hash) & (size - 1)
      while slots[first + slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[first + slot] = edges.count
      edges.append(Edge(key: start..<keys.count, node: child.node))
    }
    nodes[node].slots = first..<first + size
  }

  /// Of the first eight bytes and the length: cheap, and the keys are few.
  private static func hash(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int
  ) -> UInt64 {
    let head = ByteScan.tail(bytes, from: start, to: min(end, start + 8))
    let mixed = (head ^ UInt64(truncatingIfNeeded: end - start)) &* 0x9e37_79b9_7f4a_7c15
    return mixed >> 40
  }

  /// The node that a key leads to, or −1.
  func node(
    _ bytes: borrowing Span<UInt8>, from start: Int, to end: Int, under slots: Range<Int>
  ) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: JSONPathPlan.hash(bytes, from: start, to: end)) & mask
    while true {
      let edge = self.slots[slots.lowerBound + slot]
      guard edge >= 0 else { return -1 }
      let key = edges[edge].key
      if key.count == end - start,
        ByteScan.equal(bytes, from: start, to: end, keys.span, at: key.lowerBound)
      {
        return edges[edge].node
      }
      slot = (slot + 1) & mask
    }
  }
}
