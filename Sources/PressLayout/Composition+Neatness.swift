import PressDiagnostics
import PressScene
import PressTemplate

/// What the eye takes for a slip.
enum Neat {
  /// Below, nobody sees it: a printer's dot is as large.
  static let least = Points(mm: 0.045)
  /// Of baselines, which people reckon from type sizes, and of ink.
  static let leastReckoned = Points(mm: 0.05)
  /// From here on it looks meant.
  static let most = Points(mm: 0.7)
  /// One glance: 10° of sight at 40 cm. What lies further apart is not compared.
  static let glance = Points(mm: 70)
  /// What touches is one thing to the eye: the lines of a table, a text on its ground.
  static let apart: Points = 1
  /// More of these warnings are a list that nobody reads.
  static let mostTold = 5
}

/// Two elements that nearly stand in line.
struct NearMiss {
  var edge: Standing.Edge
  /// The one to move, and where it came in the layout.
  var moved: Int
  var fixed: Int
  /// From the fixed element's edge to the moved one's.
  var offset: Points
  /// Between the two elements.
  var gap: Points
}

extension Composition {
  /// Elements above each other or side by side whose edges differ by less than anybody would choose.
  mutating func checkNeatness() {
    guard standing.count > 1 else { return }
    let companions = Companions(standing)
    let places = standing.map(\.ink)
    var nearest: [NearMiss?] = Array(repeating: nil, count: standing.count)
    for later in standing.indices {
      for earlier in 0..<later {
        guard let (gap, isColumn) = gap(places[earlier], places[later]) else { continue }
        // Whichever is to be moved, a nearer one has told.
        if let one = nearest[earlier], let other = nearest[later], max(one.gap, other.gap) <= gap { continue }
        guard var miss = nearMiss(earlier, later, isColumn: isColumn, gap: gap) else { continue }
        if prefersEarlier(miss, companions) {
          (miss.moved, miss.fixed, miss.offset) = (miss.fixed, miss.moved, -miss.offset)
        }
        if let known = nearest[miss.moved], known.gap <= miss.gap { continue }
        nearest[miss.moved] = miss
      }
    }
    let misses = nearest.compactMap(\.self)
    for (number, miss) in misses.prefix(Neat.mostTold).enumerated() {
      let untold = number == Neat.mostTold - 1 ? misses.count - Neat.mostTold : 0
      diagnostics.append(nearlyAligned(miss, untold: untold))
    }
  }

  /// The white between two that stand in one column or side by side; nil where they touch, lie on each other or far apart.
  private func gap(_ one: Rect, _ other: Rect) -> (gap: Points, isColumn: Bool)? {
    // Negative: they share a stretch. In one column they lie apart downwards alone, in one row across alone.
    let across = max(one.x, other.x) - min(one.maxX, other.maxX)
    let down = max(one.y, other.y) - min(one.maxY, other.maxY)
    let isColumn = down >= Neat.apart
    guard isColumn != (across >= Neat.apart), max(across, down) <= Neat.glance else { return nil }
    return (max(across, down), isColumn)
  }

  private func nearMiss(_ earlier: Int, _ later: Int, isColumn: Bool, gap: Points) -> NearMiss? {
    let middles = (standing[earlier].lineMiddle, standing[later].lineMiddle)
    var found: NearMiss?
    for mark in standing[earlier].marks where mark.edge.isAcross == isColumn {
      guard let match = standing[later].marks.first(where: { $0.edge == mark.edge }), compares(mark.edge, middles)
      else {
        continue
      }
      let offset = match.box - mark.box
      if offset.isWithin(mark.edge == .baseline ? Neat.leastReckoned : Neat.least) { return nil }
      if isByEye(mark, match) { return nil }
      guard abs(offset.value) < Neat.most.value, abs(offset.value) < abs(found?.offset.value ?? .infinity) else {
        continue
      }
      found = NearMiss(edge: mark.edge, moved: later, fixed: earlier, offset: offset, gap: gap)
    }
    return found
  }

  /// The white beside a character was reckoned in: their ink stands better in line than it would with the boxes in line.
  private func isByEye(_ mark: Standing.Mark, _ match: Standing.Mark) -> Bool {
    let offset = match.box - mark.box
    func isBetter(_ inked: Points) -> Bool { abs(inked.value) < abs((inked - offset).value) }
    let inked = match.ink - mark.ink
    // A middle is set right against the sheet's, which other boxes have; an edge against an edge that is seen.
    if mark.edge == .center {
      return [inked, match.ink - mark.box, match.box - mark.ink].contains(where: isBetter)
    }
    return isBetter(inked) && inked.isWithin(Neat.leastReckoned)
  }

  /// Texts stand on baselines, and texts of two sizes may share a middle instead; a rule under a text is where it likes to be.
  private func compares(_ edge: Standing.Edge, _ middles: (Points?, Points?)) -> Bool {
    guard let one = middles.0, let other = middles.1 else { return true }
    switch edge {
    case .left, .center, .right, .bottom: return true
    case .top: return false
    case .baseline: return !(one - other).isWithin(Neat.leastReckoned)
    }
  }

  /// Which of the two has gone astray: the one with fewer in line with it, the one that can be told a number, the one whose
  /// number gets rounder, the later one.
  private func prefersEarlier(_ miss: NearMiss, _ companions: Companions) -> Bool {
    let (later, earlier) = (standing[miss.moved], standing[miss.fixed])
    let (many, few) = (companions.count(of: later, at: miss.edge), companions.count(of: earlier, at: miss.edge))
    if many != few { return few < many }
    let forLater = later.correction(of: miss.edge, by: -miss.offset)
    let forEarlier = earlier.correction(of: miss.edge, by: miss.offset)
    guard let forEarlier else { return false }
    guard let forLater else { return true }
    return forEarlier.replacement.count < forLater.replacement.count
  }
}

/// How many elements have an edge at a place.
private struct Companions {
  private struct Place: Hashable {
    var edge: Standing.Edge
    var step: Double
  }

  private var counts: [Place: Int] = [:]

  init(_ standing: [Standing]) {
    for element in standing {
      for mark in element.marks { counts[place(mark), default: 0] += 1 }
    }
  }

  private func place(_ mark: Standing.Mark) -> Place {
    Place(edge: mark.edge, step: (mark.box.value / Neat.least.value).rounded())
  }

  func count(of element: Standing, at edge: Standing.Edge) -> Int {
    element.marks.first { $0.edge == edge }.flatMap { counts[place($0)] } ?? 0
  }
}

extension Points {
  /// With a thousandth of a millimetre for the rounding of sums.
  fileprivate func isWithin(_ limit: Points) -> Bool { abs(value) <= limit.value + 0.003 }
}

/// A number of the layout, and what it had to be.
struct Correction {
  var span: Span
  /// `x` or `y`.
  var axis: String
  var written: String
  var replacement: String
}

extension Standing {
  /// What to write to move an edge: where the number stands on the element itself and in a unit of length.
  func correction(of edge: Edge, by offset: Points) -> Correction? {
    let axis = edge.isAcross ? "x" : "y"
    let key: String
    if case .line(let line) = element.kind {
      // A line that lies has two ends to move; only its own end is one number.
      guard edge == .left || edge == .right, line.from.x != line.to.x else { return nil }
      key = (line.from.x < line.to.x) == (edge == .left) ? "from.x" : "to.x"
    } else {
      key = axis
    }
    guard let provenance = element.provenance[key], provenance.origin == .literal, let span = provenance.span,
      let written = provenance.written
    else { return nil }
    let unit = String(written.drop { !$0.isLetter })
    guard let value = Double(written.dropLast(unit.count)), let length = unitLengths[unit] else { return nil }
    // Hundredths of a millimetre in whatever unit; a bare zero has none.
    let digits = unit == "cm" || unit == "in" ? 3 : 2
    let replacement = decimal(value + offset.ratio(to: length), digits: digits) + (unit.isEmpty ? "mm" : unit)
    return Correction(span: span, axis: axis, written: written, replacement: replacement)
  }
}

private let unitLengths: [String: Points] = [
  "mm": Points(mm: 1), "cm": Points(mm: 10), "in": 72, "pt": 1, "": Points(mm: 1),
]
