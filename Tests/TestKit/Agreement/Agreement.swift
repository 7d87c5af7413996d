/// Two PDFs of one scene, held against each other as one program draws both.
///
/// Poppler's Splash sets a glyph of more than 50 pixels, and a picture, at a whole pixel. Two PDFs that differ by a thousandth of a
/// point may so fall on two sides of one, and lie 0.085 mm apart at 300 dpi; mupdf and pdfium have such steps too. At another
/// resolution other things fall so. What really lies elsewhere lies elsewhere at each of them: that is what counts.
public struct Agreement: Sendable {
  /// Each has pixels below 0.1 mm, so that a shift of that much shows at all of them.
  public static let resolutions = [300.0, 283, 317, 271]

  /// Of 255. What was measured is told in docs/goldens.md.
  public static func bound(for eye: Eye) -> Double {
    switch eye {
    case .poppler: 3
    case .mupdf: 8
    case .pdfium: 8
    }
  }

  /// A place where they differ at every resolution.
  public struct Difference: Sendable, CustomStringConvertible {
    /// From 1.
    public var page: Int
    /// The middle of the place in millimetres from the page's top left corner, y down.
    public var x: Double
    public var y: Double
    /// The least of the resolutions' levels.
    public var level: Double

    public var description: String {
      let (x, y, level) = ((x * 10).rounded() / 10, (y * 10).rounded() / 10, (level * 10).rounded() / 10)
      return "page \(page), \(x) mm across, \(y) mm down: \(level) of 255"
    }
  }

  /// What is above the bound, worst first.
  public private(set) var differences: [Difference] = []
  /// The largest level that was met, whether too large or not.
  public private(set) var worst = 0.0
  public private(set) var pages = 0

  /// - Parameters:
  ///   - reference: by whose contrast differences are measured.
  ///   - sizes: the pages' in points. What lies beyond the last whole point is not looked at: cairo 1.16 cuts translucent groups there.
  ///   - bound: the level that counts, 0 to 255.
  public init(
    of pdf: [UInt8], with reference: Drawings, sizes: [(width: Double, height: Double)], bound: Double
  ) throws {
    let eye = reference.eye
    let compared = sizes.map {
      (width: $0.width.rounded(.down) * 25.4 / 72, height: $0.height.rounded(.down) * 25.4 / 72)
    }
    func maps(dpi: Double) throws -> [WindowMap] {
      let (ours, theirs) = (try eye.pages(of: pdf, dpi: dpi), try reference.pages(dpi: dpi))
      guard ours.count == sizes.count, theirs.count == sizes.count else {
        throw Eye.Failure("\(eye): \(ours.count) and \(theirs.count) pages for \(sizes.count)")
      }
      for (one, other) in zip(ours, theirs) where one.width != other.width || one.height != other.height {
        throw Eye.Failure("\(eye): \(one.width) × \(one.height) pixels and \(other.width) × \(other.height)")
      }
      return zip(zip(ours, theirs), compared).map { WindowMap($0.0, $0.1, dpi: dpi, size: $1) }
    }
    let first = try maps(dpi: Self.resolutions[0])
    pages = first.count
    var suspects: [(page: Int, column: Int, row: Int, level: Double)] = []
    for (page, map) in first.enumerated() {
      for (index, level) in map.levels.enumerated() {
        if level > bound {
          suspects.append((page, index % map.columns, index / map.columns, level))
        } else {
          worst = max(worst, level)
        }
      }
    }
    for dpi in Self.resolutions.dropFirst() where suspects.contains(where: { $0.level > bound }) {
      let maps = try maps(dpi: dpi)
      for (index, suspect) in suspects.enumerated() {
        suspects[index].level = min(
          suspect.level, maps[suspect.page].level(around: suspect.column, suspect.row))
      }
    }
    for suspect in suspects {
      worst = max(worst, suspect.level)
      guard suspect.level > bound else { continue }
      differences.append(
        Difference(
          page: suspect.page + 1, x: (Double(suspect.column) + 0.5) / WindowMap.cells,
          y: (Double(suspect.row) + 0.5) / WindowMap.cells, level: suspect.level))
    }
    differences.sort { $0.level > $1.level }
  }
}

/// A PDF as one program draws it; each resolution is drawn once.
public final class Drawings {
  let eye: Eye
  private let pdf: [UInt8]
  private var known: [Double: [DrawnPage]] = [:]

  public init(of pdf: [UInt8], by eye: Eye) {
    self.pdf = pdf
    self.eye = eye
  }

  func pages(dpi: Double) throws -> [DrawnPage] {
    if let pages = known[dpi] { return pages }
    let pages = try eye.pages(of: pdf, dpi: dpi)
    known[dpi] = pages
    return pages
  }
}

extension Agreement {
  /// The worst level of two drawings of a page, 0 to 255, and where: millimetres from the top left corner.
  /// - Parameters:
  ///   - reference: by whose contrast differences are measured.
  ///   - size: of the page, in points.
  public static func worst(
    of page: DrawnPage, with reference: DrawnPage, dpi: Double, size: (width: Double, height: Double)
  ) -> (level: Double, x: Double, y: Double) {
    let map = WindowMap(page, reference, dpi: dpi, size: (size.width * 25.4 / 72, size.height * 25.4 / 72))
    let worst = map.levels.indices.max { map.levels[$0] < map.levels[$1] } ?? 0
    return (
      map.levels[worst], (Double(worst % map.columns) + 0.5) / WindowMap.cells,
      (Double(worst / map.columns) + 0.5) / WindowMap.cells
    )
  }
}
