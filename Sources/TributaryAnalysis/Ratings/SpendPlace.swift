/// What a row of spend says in each dimension, and which of them its file tells.
struct SpendPlace {
  /// What a file tells in a dimension; names where one of two has no numbers.
  enum Telling: UInt8, Comparable {
    case nothing
    case names
    case numbers

    static func < (left: Telling, right: Telling) -> Bool { left.rawValue < right.rawValue }
  }

  fileprivate(set) var platform: String
  /// Campaign, ad group, keyword, city domain, medium, currency.
  private(set) var names: [String]
  /// Of the first three; '' for none.
  fileprivate(set) var numbers: [String]
  fileprivate(set) var tells: [Telling]

  /// The dimensions that belong to a campaign's number.
  private static let ofNumber = 4...5
  private static let levels = 3

  var hasCampaign: Bool { tells[0] > .nothing }

  private init(_ row: SpendOverlay.Row) {
    platform = row.platform
    names = row.levels.map(\.name) + row.words
    numbers = row.levels.map(\.number)
    tells = names.map { _ in .nothing }
  }

  /// The place of each row among all of its day.
  static func places(of rows: [SpendOverlay.Row]) -> [SpendPlace] {
    var places = rows.map(SpendPlace.init)
    places.findPlatforms()
    for level in 0..<levels { places.findNumbers(level) }
    places.findTelling(of: rows.map(\.file))
    return places
  }

  /// What two rows are compared by.
  static func shared(_ one: [Telling], _ other: [Telling]) -> [Telling] {
    var shared = zip(one, other).map(min)
    if shared[0] == .numbers { for dimension in ofNumber { shared[dimension] = .nothing } }
    return shared
  }

  /// What the row says in those dimensions; equal ones say the same.
  func key(_ shared: [Telling]) -> [String] {
    [platform]
      + shared.indices.map { dimension in
        guard shared[dimension] > .nothing else { return "" }
        let number = dimension < Self.levels ? numbers[dimension] : ""
        let isByNumber = shared[dimension] == .numbers || names[dimension].isEmpty
        return isByNumber && !number.isEmpty ? "#" + number : "=" + names[dimension]
      }
  }

  /// The platform and the levels above one.
  fileprivate func path(to level: Int) -> [String] {
    [platform]
      + (0..<level).map { numbers[$0].isEmpty ? "=" + names[$0] : "#" + numbers[$0] }
  }

  fileprivate func isEmpty(_ dimension: Int) -> Bool {
    names[dimension].isEmpty && (dimension >= Self.levels || numbers[dimension].isEmpty)
  }
}

extension [SpendPlace] {
  /// A campaign without a platform is on the only one that has it.
  fileprivate mutating func findPlatforms() {
    func words(_ place: SpendPlace) -> [String] {
      [place.numbers[0], place.names[0]].enumerated().filter { !$1.isEmpty }.map { "\($0) \($1)" }
    }
    var known: [String: Set<String>] = [:]
    for place in self where !place.platform.isEmpty {
      for word in words(place) { known[word, default: []].insert(place.platform) }
    }
    for index in indices where self[index].platform.isEmpty {
      guard let word = words(self[index]).first, let found = known[word], found.count == 1 else {
        continue
      }
      self[index].platform = found.first ?? ""
    }
  }

  /// A name without a number is the one that alone bears it; a campaign's of digits may be it.
  fileprivate mutating func findNumbers(_ level: Int) {
    let paths = map { $0.path(to: level) }
    var numbers: [[String]: Set<String>] = [:]
    for (path, place) in zip(paths, self) where !place.numbers[level].isEmpty {
      numbers[path + [place.names[level]], default: []].insert(place.numbers[level])
      if level == 0 { numbers[path, default: []].insert(place.numbers[level]) }
    }
    for (index, path) in zip(indices, paths) where self[index].numbers[level].isEmpty {
      let name = self[index].names[level]
      if let found = numbers[path], found.contains(name) {
        self[index].numbers[level] = name
      } else if !name.isEmpty, let found = numbers[path + [name]], found.count == 1 {
        self[index].numbers[level] = found.first ?? ""
      }
    }
  }

  /// A name without a number beside the same one with a number, in one file, is another.
  fileprivate mutating func findTelling(of files: [Int64]) {
    var groups: [[String]: Int] = [:]
    let wide = indices.map { index in
      groups.number(of: ["\(files[index])"] + self[index].path(to: 0))
    }
    let narrow = indices.map { index in
      groups.number(of: ["\(files[index])"] + self[index].path(to: 1))
    }
    var told: Set<Named> = []
    var numbered: Set<Named> = []
    for (index, place) in enumerated() {
      for dimension in place.names.indices where !place.isEmpty(dimension) {
        var named = Named(dimension == 0 ? wide[index] : narrow[index], dimension)
        told.insert(named)
        guard dimension < place.numbers.count, !place.numbers[dimension].isEmpty else { continue }
        named.name = place.names[dimension]
        numbered.insert(named)
      }
    }
    for index in indices {
      for dimension in self[index].names.indices {
        var named = Named(dimension == 0 ? wide[index] : narrow[index], dimension)
        guard told.contains(named) else { continue }
        named.name = self[index].names[dimension]
        self[index].tells[dimension] = numbered.contains(named) ? .numbers : .names
      }
    }
  }
}

/// A name of a dimension in a campaign or platform of a file.
private struct Named: Hashable {
  let group: Int
  let dimension: Int
  var name = ""

  init(_ group: Int, _ dimension: Int) {
    self.group = group
    self.dimension = dimension
  }
}

extension [[String]: Int] {
  /// Numbers keys in the order of their coming.
  fileprivate mutating func number(of key: [String]) -> Int {
    if let number = self[key] { return number }
    self[key] = count
    return count - 1
  }
}
