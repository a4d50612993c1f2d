/// The minimum of a smooth function of a few numbers.
///
/// Source: J. A. Nelder, R. Mead, "A simplex method for function minimization", 1965; a fixed
/// number of steps, so that the answer depends on the input alone.
enum SimplexSearch {
  static func minimum(
    from start: [Double], steps: Int = 200, _ function: ([Double]) -> Double
  ) -> [Double] {
    var corners = [(point: start, value: function(start))]
    for index in start.indices {
      var point = start
      point[index] += point[index] == 0 ? 0.25 : 0.1 * abs(point[index])
      corners.append((point, function(point)))
    }
    for _ in 0..<steps {
      corners.sort { $0.value < $1.value }
      step(&corners, function)
    }
    return corners.min { $0.value < $1.value }?.point ?? start
  }

  private static func step(
    _ corners: inout [(point: [Double], value: Double)], _ function: ([Double]) -> Double
  ) {
    let last = corners.count - 1
    let centre = corners[0].point.indices.map { index in
      corners[..<last].reduce(0) { $0 + $1.point[index] } / Double(last)
    }
    func moved(_ factor: Double) -> (point: [Double], value: Double) {
      let point = centre.indices.map { index in
        centre[index] + factor * (corners[last].point[index] - centre[index])
      }
      return (point, function(point))
    }
    let reflected = moved(-1)
    if reflected.value < corners[0].value {
      let expanded = moved(-2)
      corners[last] = expanded.value < reflected.value ? expanded : reflected
    } else if reflected.value < corners[last - 1].value {
      corners[last] = reflected
    } else {
      let contracted = moved(reflected.value < corners[last].value ? -0.5 : 0.5)
      if contracted.value < min(reflected.value, corners[last].value) {
        corners[last] = contracted
      } else {
        for index in 1...last {
          let point = zip(corners[0].point, corners[index].point).map { ($0 + $1) / 2 }
          corners[index] = (point, function(point))
        }
      }
    }
  }
}
