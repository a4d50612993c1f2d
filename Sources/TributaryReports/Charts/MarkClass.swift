import TributaryAnalysis

/// What a mark of a drawing is; the style sheet gives it its look.
enum MarkClass: String, Sendable, CaseIterable {
  case tick = "tk"
  case year = "tk y"
  case label = "lb"
  case labelNow = "nw"
  case labelWas = "ws"
  case labelBad = "bd"
  case labelPlain = "lab"
  case grid = "gr"
  case axis = "ax"
  case leader = "ld"
  case now = "L"
  case was = "W"
  case forecast = "F"
  case expected = "E"
  case band = "b1"
  case bandUsual = "bw"
  case dot = "dt"
  case dotBad = "db"
  case hollow = "ho"
  case interval = "iv"
  case bar = "br"
  case barWas = "bs"
  case barBad = "be"
  case identity = "even"
  case hatch = "hatch"
  case gap = "gap"
  case zone = "zone"
  case frame = "box"
  case heat0 = "h0"
  case heat1 = "h1"
  case heat2 = "h2"
  case heat3 = "h3"
  case heat4 = "h4"
  case heat5 = "h5"
  case onHeat0 = "sm th0"
  case onHeat1 = "sm th1"
  case onHeat2 = "sm th2"
  case onHeat3 = "sm th3"
  case onHeat4 = "sm th4"
  case onHeat5 = "sm th5"
  case gradeA = "gA"
  case gradeB = "gB"
  case gradeC = "gC"
  case gradeD = "gD"
  case gradeE = "gE"
  case letterA = "gl glA"
  case letterB = "gl glB"
  case letterC = "gl glC"
  case letterD = "gl glD"
  case letterE = "gl glE"

  /// The heat step 0...5.
  static func heat(_ step: Int) -> MarkClass {
    [.heat0, .heat1, .heat2, .heat3, .heat4, .heat5][max(0, min(5, step))]
  }

  /// Text on the heat step 0...5.
  static func onHeat(_ step: Int) -> MarkClass {
    [.onHeat0, .onHeat1, .onHeat2, .onHeat3, .onHeat4, .onHeat5][max(0, min(5, step))]
  }

  static func mark(of grade: Grade) -> MarkClass {
    switch grade {
    case .a: .gradeA
    case .b: .gradeB
    case .c: .gradeC
    case .d: .gradeD
    case .e: .gradeE
    }
  }

  static func letter(of grade: Grade) -> MarkClass {
    switch grade {
    case .a: .letterA
    case .b: .letterB
    case .c: .letterC
    case .d: .letterD
    case .e: .letterE
    }
  }
}
