/// How the characters of a text stand in a column, before any face is asked.
struct ColumnPlan {
  enum Standing {
    case upright
    case rotated
    /// Upright, with its neighbours of the same number, in one cell.
    case cell
  }

  /// One for each scalar.
  private(set) var standings: [Standing]
  /// What stands side by side in one cell: a number of one or two digits, or a letter, between upright characters.
  private(set) var cells: [Range<Int>] = []

  init(_ scalars: [Unicode.Scalar]) {
    var orientations = scalars.indices.map { place in
      ShapedTextBuilder.isInterpunct(place, of: scalars) ? .upright : Orientation(scalars[place])
    }
    let asWritten = Neighbours(scalars, orientations)
    for place in scalars.indices where Orientation.isQuote(scalars[place]) {
      // An apostrophe, or a quotation within a Latin phrase.
      if asWritten.areSideways(about: place..<place + 1) { orientations[place] = .sideways }
    }
    standings = orientations.map { $0 == .sideways ? .rotated : .upright }

    let neighbours = Neighbours(scalars, orientations)
    var place = 0
    while place < scalars.count {
      var end = place + 1
      if scalars[place].isASCIIAlphanumeric {
        while end < scalars.count, scalars[end].isASCIIAlphanumeric { end += 1 }
        if Self.isShort(scalars[place..<end]), neighbours.areUpright(about: place..<end) {
          cells.append(place..<end)
          for place in place..<end { standings[place] = .cell }
        }
      }
      place = end
    }
  }

  /// Gives a cell up: its characters are turned like a longer number.
  mutating func turn(_ cell: Range<Int>) {
    for place in cell { standings[place] = .rotated }
  }

  private static func isShort(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    word.count == 1 || word.count == 2 && word.allSatisfy { "0"..."9" ~= $0 }
  }

  /// For each character, how the nearest one on its line stands that is no space; nil at the line's ends.
  private struct Neighbours {
    private let before: [Orientation?]
    private let after: [Orientation?]

    init(_ scalars: [Unicode.Scalar], _ orientations: [Orientation]) {
      func nearest(_ places: some Sequence<Int>) -> [Orientation?] {
        var found: [Orientation?] = Array(repeating: nil, count: scalars.count)
        var last: Orientation?
        for place in places {
          found[place] = last
          switch scalars[place] {
          case "\n": last = nil
          case " ", "\u{A0}": break
          default: last = orientations[place]
          }
        }
        return found
      }
      before = nearest(scalars.indices)
      after = nearest(scalars.indices.reversed())
    }

    func areSideways(about range: Range<Int>) -> Bool {
      before[range.lowerBound] == .sideways && after[range.upperBound - 1] == .sideways
    }

    /// A line's end counts as upright.
    func areUpright(about range: Range<Int>) -> Bool {
      before[range.lowerBound] != .sideways && after[range.upperBound - 1] != .sideways
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIIAlphanumeric: Bool {
    switch self {
    case "0"..."9", "A"..."Z", "a"..."z": true
    default: false
    }
  }
}
