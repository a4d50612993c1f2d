@testable import TributaryAnalysis

/// Thirty-six paths and what a program of its own makes of them.
///
/// Source: attr_exact.py, which removes each dimension and solves the chain with scipy's sparse LU; the
/// values of money by the same program with the mean value of the last state's conversions as the
/// reward. Numbers as printed by it.
enum ReferencePaths {
  /// Touchpoints by letter, conversions, value, nulls.
  static let rows = """
    b 1 79.77 2
    bbc 1 111.52 6
    bad 1 110.74 2
    ca 1 100.36 0
    dcaa 0 0.0 3
    aaaaadbac 0 0.0 1
    aaaacbdaa 3 72.52 3
    d 3 133.04 4
    cabaea 1 56.96 2
    c 1 62.73 2
    a 1 145.99 2
    cadcabadc 2 197.48 2
    cc 1 124.93 4
    aabaacccd 2 168.5 3
    bcbbab 4 1041.78 2
    bdac 1 106.99 2
    aebaba 2 72.14 4
    ba 0 0.0 3
    dd 3 411.23 2
    ddb 0 0.0 6
    bea 1 131.47 3
    bb 5 513.2 2
    bbcaa 3 289.18 1
    aa 1 37.55 3
    aba 4 636.22 4
    aaa 2 103.76 2
    ccb 2 7.84 0
    aeaab 1 98.34 1
    aacdab 3 273.99 5
    bcb 1 108.35 5
    abb 2 329.6 3
    cb 1 78.39 4
    db 1 62.84 7
    da 4 697.25 1
    bcbcdb 1 135.69 2
    aaad 3 513.52 5
    """

  static let names = ["b", "c", "a", "d", "e"]

  /// By order of the chain, from 1.
  static let conversions: [[Double]] = [
    [
      18.069849616873473,
      10.882404232831226,
      19.44578806013373,
      12.183628439019586,
      2.4183296511419843,
    ],
    [
      17.510400280929314,
      11.67804009246975,
      19.29405084074895,
      12.286329795168681,
      2.2311789906833033,
    ],
    [
      17.223535541727845,
      11.825801249016541,
      18.45004703096882,
      12.898773603793733,
      2.6018425744930616,
    ],
    [
      18.609421000981353,
      12.117762512266928,
      18.176643768400393,
      11.932286555446517,
      2.1638861629048063,
    ],
  ]

  static let value: [[Double]] = [
    [
      2082.5079881542715,
      1195.247542998898,
      2112.047297691311,
      1355.1928930850263,
      268.87427807049346,
    ],
    [
      2002.834197823474,
      1202.0308628908617,
      2179.3254441753625,
      1400.8012931185035,
      228.8782019917994,
    ],
    [
      1878.872014111044,
      1150.1344217389158,
      2239.6025200438944,
      1351.5084617012606,
      393.75258240488535,
    ],
    [
      2042.8420348889897,
      1281.145135442497,
      2261.2928498404794,
      1272.0414863387484,
      156.5484934892865,
    ],
  ]

  /// Order 2 with every null left out.
  static let conversionsWithoutNulls = [
    17.451457766270735, 11.978510433343617, 19.626144475560626, 11.761002678157055,
    2.1828846466679654,
  ]

  static var table: PathTable {
    var table = PathTable()
    for row in rows.split(separator: "\n") {
      let cells = row.split(separator: " ")
      let numbers = cells.dropFirst().map { Double($0) ?? .nan }
      table.add(
        path: cells[0].map { String($0) }, conversions: numbers[0], value: numbers[1],
        margin: numbers[1] / 4, nulls: numbers[2])
    }
    return table
  }
}
