/// Groups of numbers that can only grow together.
///
/// Source: R. E. Tarjan, "Efficiency of a good but not linear set union algorithm", 1975; path
/// halving, the smaller number is the root.
struct UnionFind {
  private var parent: [Int]

  init(count: Int) {
    parent = Array(0..<count)
  }

  /// The root of an element's group.
  mutating func root(of element: Int) -> Int {
    var current = element
    while parent[current] != current {
      parent[current] = parent[parent[current]]
      current = parent[current]
    }
    return current
  }

  /// Makes one group of two.
  mutating func join(_ first: Int, _ second: Int) {
    let a = root(of: first)
    let b = root(of: second)
    if a < b { parent[b] = a } else { parent[a] = b }
  }
}
