/// How badly a masked symbol can be read: the points of ISO/IEC 18004, 7.8.3.1 and table 11, all modules of a line at once.
///
/// They are those of libqrencode 4.1.1, which reads two of the clauses in its own way: the finder's proportion counts at
/// every scale, and the share of dark modules is rounded to whole percents first.
enum QRPenalty {
  static func points<Line: QRLine>(_ grid: QRGrid<Line>) -> Int {
    let size = grid.size
    let pairs = Line(darkUpTo: size - 1)
    return grid.lines.withUnsafeBufferPointer { lines in
      var (runs, blocks, finders, dark) = (0, 0, 0, 0)
      for index in 0..<2 * size {
        let line = lines[index]
        // Modules that are like the next one.
        let alike = ~(line ^ line.following(1)) & pairs
        runs += runPoints(alike)
        finders += finderLikes(line, size: size)
        guard index < size else { continue }
        dark += line.darkCount
        if index + 1 < size {
          let next = lines[index + 1]
          blocks += (alike & ~(line ^ next) & ~(next ^ next.following(1))).darkCount
        }
      }
      return runs + 3 * blocks + 40 * finders + 10 * deviation(dark: dark, of: size * size)
    }
  }

  /// 3 for a run of five modules of one colour, 1 for each more.
  @inline(__always) private static func runPoints<Line: QRLine>(_ alike: Line) -> Int {
    let threes = alike & alike.following(1)
    // Where five begin. A run of n has n − 4 such places, of which one has none before it.
    let fives = threes & threes.following(2)
    return fives.darkCount + 2 * (fives & ~fives.preceding(1)).darkCount
  }

  /// Runs of 1:1:3:1:1 beginning with a dark one, at any scale, that have four times their module of light before or
  /// behind them. The quiet zone is light.
  @inline(__always) static func finderLikes<Line: QRLine>(_ line: Line, size: Int) -> Int {
    let pairs = line & line.following(1)
    let threes = pairs & line.following(2)
    var count = 0
    // The places where dark, light, three dark, light, dark begin.
    let ratio =
      line & threes.following(2) & line.following(6)
      & ~(line.following(1) | line.following(5) | line.following(7) | line.preceding(1))
    if !ratio.isLight {
      let before = line.preceding(2) | line.preceding(3) | line.preceding(4)
      let behind = line.following(8) | line.following(9) | line.following(10)
      count = (ratio & ~(before & behind)).darkCount
    }
    // Larger ones have two light modules or more before six dark ones: with two dark ones before those at twice the size,
    // with another light one and nine dark ones beyond.
    let sixes = threes & threes.following(3) & ~(line.preceding(1) | line.preceding(2))
    if !sixes.isLight {
      let third = line.preceding(3)
      let centres = sixes & (third & line.preceding(4) | ~third & threes.following(6))
      if !centres.isLight { count += largeFinderLikes(line, centres: centres, size: size) }
    }
    return count
  }

  /// The same at twice the size and more, which is rare. `centres` are the places where the longest run may begin.
  @inline(never) private static func largeFinderLikes<Line: QRLine>(_ line: Line, centres: Line, size: Int) -> Int {
    var count = 0
    var centres = centres
    while !centres.isLight {
      let centre = centres.firstDark
      centres.removeFirstDark()
      var end = centre
      while end < size, line.isDark(at: end) { end += 1 }
      guard (end - centre) % 3 == 0 else { continue }
      if isFinderLike(line, centre: centre..<end, size: size) { count += 1 }
    }
    return count
  }

  /// - `centre`: a whole run of dark modules, three times as long as the others have to be.
  private static func isFinderLike<Line: QRLine>(_ line: Line, centre: Range<Int>, size: Int) -> Bool {
    func isAll(dark: Bool, _ range: Range<Int>) -> Bool {
      range.allSatisfy { (0..<size ~= $0 && line.isDark(at: $0)) == dark }
    }
    let module = centre.count / 3
    let start = centre.lowerBound - 2 * module
    let end = centre.upperBound + 2 * module
    return isAll(dark: false, start + module..<centre.lowerBound)
      && isAll(dark: false, centre.upperBound..<end - module)
      && isAll(dark: true, start..<start + module) && isAll(dark: true, end - module..<end)
      && isAll(dark: false, start - 1..<start) && isAll(dark: false, end..<end + 1)
      && (isAll(dark: false, start - 4 * module..<start) || isAll(dark: false, end..<end + 4 * module))
  }

  /// Whole steps of 5 % between the share of dark modules and a half.
  private static func deviation(dark: Int, of modules: Int) -> Int {
    let percent = (200 * dark + modules) / modules / 2
    return abs(percent - 50) / 5
  }
}
