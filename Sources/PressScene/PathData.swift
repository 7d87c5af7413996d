/// SVG's path data: the text of a `d` attribute, read into a path.
public enum PathData {
  /// An arc counts as the one to four curves it becomes.
  public static let segmentLimit = 20_000
  /// For each number as written and for each end point that relative numbers add up to.
  public static let numberLimit = 1e6

  /// Reads path data by the grammar of SVG 1.1, section 8.3.9: all commands, absolute and relative, repeated without their
  /// letters, numbers as compact as the grammar allows (`-.5.5`, arc flags without separators).
  ///
  /// - Parameter text: its user units are taken as points. Empty text is the empty path.
  /// - Returns: lines and cubic curves: quadratic curves raised exactly, arcs in quarters, 0.03 % of the radius off at most.
  ///   A subpath that goes on after `Z` without a move gets one.
  public static func parse(_ text: String) -> Result<Path, PathDataError> {
    Result { () throws(PathDataError) -> Path in
      var reader = PathDataReader(text)
      return try reader.path()
    }
  }
}
