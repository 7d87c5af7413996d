/// Two pictures of one page at one resolution, held against each other: what ``Agreement`` does for PDFs, where nothing is set at whole
/// pixels and one resolution is enough.
public struct PageAgreement: Sendable {
  /// What is above the bound, worst first.
  public private(set) var differences: [Agreement.Difference] = []
  /// The largest level that was met, of 255, whether too large or not.
  public private(set) var worst = 0.0

  /// - Parameters:
  ///   - reference: by whose contrast differences are measured.
  ///   - size: of the page in millimetres.
  ///   - bound: the level that counts, 0 to 255.
  public init(
    of page: DrawnPage, with reference: DrawnPage, dpi: Double, size: (width: Double, height: Double), bound: Double
  ) throws {
    guard page.width == reference.width, page.height == reference.height else {
      throw Unreadable("\(page.width) × \(page.height) pixels and \(reference.width) × \(reference.height)")
    }
    let map = WindowMap(page, reference, dpi: dpi, size: size)
    for (index, level) in map.levels.enumerated() {
      worst = max(worst, level)
      guard level > bound else { continue }
      differences.append(
        Agreement.Difference(
          page: 1, x: (Double(index % map.columns) + 0.5) / WindowMap.cells,
          y: (Double(index / map.columns) + 0.5) / WindowMap.cells, level: level))
    }
    differences.sort { $0.level > $1.level }
  }
}
