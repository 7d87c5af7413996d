import PressScene
import PressTemplate

/// Finds the size and the lines of a text by its fit policy. All of it is arithmetic on em: shaping happened once.
struct TextFitting {
  let text: ShapedText
  let style: TextStyle
  /// Advance of each cluster in em.
  private let advances: [Double]

  struct Line {
    var clusters: Range<Int>
    /// Without the white space at its end, and without the indent.
    var width: Points
    /// Clusters that count for the width.
    var inked: Int
    /// White before it.
    var indent: Points
    /// The last of its paragraph.
    var isLast: Bool
  }

  struct Result {
    var size: Points
    var lines: [Line]
    var step: String?
    /// False where every step of the policy failed; then the lines are those of the last try.
    var fits: Bool

    var widest: Points { lines.map { $0.indent + $0.width }.max() ?? 0 }
  }

  init(_ text: ShapedText, style: TextStyle) {
    self.text = text
    self.style = style
    advances = text.clusters.map(\.advance)
  }

  /// As it is asked for, on one line; nil where that does not fit, or the text has several lines of its own.
  func fitOnOneLine(width: Points, height: Points?) -> Result? {
    guard let lines = attempt(style.size, width: width, height: height, most: 1), lines.count == 1 else { return nil }
    return Result(size: style.size, lines: lines, step: nil, fits: true)
  }

  /// Steps are tried left to right. `shrink(s)` lowers the least size to s, `wrap(n)` raises the most lines to n; after each,
  /// the largest size that fits wins, in steps of 0.1 pt.
  func fit(width: Points, height: Points?) -> Result {
    var least = style.size
    var most: Int? = 1
    if let lines = attempt(style.size, width: width, height: height, most: most) {
      return Result(size: style.size, lines: lines, step: nil, fits: true)
    }
    for step in style.fit {
      switch step {
      case .shrink(let to, _): least = min(least, to)
      case .wrap(let lines, _): most = lines
      }
      for size in sizes(downTo: least) {
        if let lines = attempt(size, width: width, height: height, most: most) {
          return Result(size: size, lines: lines, step: step.written, fits: true)
        }
      }
    }
    return Result(size: least, lines: lines(at: least, width: width, most: most), step: nil, fits: false)
  }

  /// From the declared size downwards; 0.1 pt steps counted in whole tenths, so that no error adds up.
  private func sizes(downTo least: Points) -> [Points] {
    var sizes = [style.size]
    var tenths = Int((style.size.value * 10).rounded(.up)) - 1
    while Double(tenths) / 10 > least.value {
      sizes.append(Points(Double(tenths) / 10))
      tenths -= 1
    }
    if least < style.size { sizes.append(least) }
    return sizes
  }

  private func attempt(_ size: Points, width: Points, height: Points?, most: Int?) -> [Line]? {
    // Below the scene's grid two widths are the same: a box as wide as its text must hold it.
    let room = width + 0.0005
    let lines = lines(at: size, width: room, most: most)
    if let most, lines.count > max(most, mandatoryLines) { return nil }
    if lines.contains(where: { $0.indent + $0.width > room }) { return nil }
    if let height, self.height(of: lines.count, at: size) > height + 0.0005 { return nil }
    return lines
  }

  /// One line where only one is allowed; else as many as the width makes.
  private func lines(at size: Points, width: Points, most: Int?) -> [Line] {
    if most == 1, mandatoryLines == 1 { return [line(text.clusters.indices, at: size, isFirst: true, isLast: true)] }
    return breakLines(at: size, width: width)
  }

  /// Lines that the text itself asks for.
  private var mandatoryLines: Int { 1 + text.clusters.count { $0.breakBefore == .mandatory } }

  /// The em box of each line, and the leading between baselines.
  func height(of lines: Int, at size: Points) -> Points {
    size + style.leading.at(size) * Double(max(0, lines - 1))
  }

  private func line(_ clusters: Range<Int>, at size: Points, isFirst: Bool, isLast: Bool) -> Line {
    var end = clusters.upperBound
    while end > clusters.lowerBound, text.clusters[end - 1].isSpace { end -= 1 }
    let inked = end - clusters.lowerBound
    var em = 0.0
    for index in clusters.lowerBound..<end { em += advances[index] }
    let width = size * em + style.tracking.at(size) * Double(max(0, inked - 1))
    return Line(
      clusters: clusters, width: width, inked: inked, indent: isFirst ? style.indent.at(size) : 0, isLast: isLast)
  }

  /// Fills each line as far as it goes. A piece without a place to break stays whole and may stick out; the caller looks.
  private func breakLines(at size: Points, width: Points) -> [Line] {
    let tracking = style.tracking.at(size)
    let indent = style.indent.at(size)
    var lines: [Line] = []
    var start = 0
    var candidate: Int?
    var isFirst = true
    var used = indent
    var index = 0
    func end(_ end: Int, isLast: Bool) {
      lines.append(line(start..<end, at: size, isFirst: isFirst, isLast: isLast))
      (start, candidate, isFirst) = (end, nil, isLast)
      used = isLast ? indent : 0
    }
    while index < advances.count {
      let cluster = text.clusters[index]
      if index > start {
        switch cluster.breakBefore {
        case .none: break
        case .allowed: candidate = index
        case .mandatory: end(index, isLast: true)
        }
      }
      let advance = size * advances[index] + (index > start ? tracking : 0)
      if !cluster.isSpace, used + advance > width, let place = candidate, place > start {
        end(place, isLast: false)
        index = place
        continue
      }
      used += advance
      index += 1
    }
    end(advances.count, isLast: true)
    return lines
  }
}
