import PressScene

extension QRMatrix {
  /// A corner between modules; 0 is the left or upper edge of the symbol.
  struct Corner: Hashable {
    var row: Int
    var column: Int
  }

  /// The corners of closed contours whose even-odd inside are the dark modules, from the top left.
  ///
  /// Where four modules meet like on a chessboard the contours cross instead of turning, which leaves a third of the corners out:
  /// they are then exactly the places around which an odd number of modules is dark. Along each row and each column such corners
  /// pair up in order, and a contour goes from partner to partner, across and down in turn. (Even-odd only: a crossing pair would
  /// not fill right by the winding number.)
  func eachContourCorner(_ body: (_ corner: Corner, _ isFirst: Bool) -> Void) {
    let side = size + 1
    var isCorner = oddCorners
    let (across, down) = (partners(isCorner, side: side, step: 1), partners(isCorner, side: side, step: side))
    for start in isCorner.indices where isCorner[start] {
      var place = start
      repeat {
        let next = Int(across[place])
        body(Corner(row: place / side, column: place % side), place == start)
        body(Corner(row: next / side, column: next % side), false)
        isCorner[place] = false
        isCorner[next] = false
        place = Int(down[next])
      } while place != start
    }
  }

  /// Of all places between modules, row by row: is the number of dark modules around it odd? Outside of the symbol is light.
  private var oddCorners: [Bool] {
    let side = size + 1
    var isOdd = [Bool](repeating: false, count: side * side)
    for row in 0..<size {
      for column in 0..<size where modules[row * size + column] {
        let place = row * side + column
        isOdd[place].toggle()
        isOdd[place + 1].toggle()
        isOdd[place + side].toggle()
        isOdd[place + side + 1].toggle()
      }
    }
    return isOdd
  }

  /// For each corner the one it pairs up with along the lines of places that are `step` apart.
  private func partners(_ isCorner: [Bool], side: Int, step: Int) -> [Int32] {
    var partners = [Int32](repeating: 0, count: isCorner.count)
    let lineStep = step == 1 ? side : 1
    for line in 0..<side {
      var open = -1
      var place = line * lineStep
      for _ in 0..<side {
        if isCorner[place] {
          if open >= 0 {
            partners[open] = Int32(place)
            partners[place] = Int32(open)
            open = -1
          } else {
            open = place
          }
        }
        place += step
      }
    }
    return partners
  }
}
