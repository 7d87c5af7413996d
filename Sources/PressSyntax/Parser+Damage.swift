// Where the mistakes are: what a resolver need not complain of once more.

extension Parser {
  /// The parts of statements in which a mistake has been found, in the order of the file and without overlaps.
  var damaged: [Range<Int>] {
    var ranges: [Range<Int>] = []
    for finding in findings.list.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      let place = finding.range.lowerBound
      if let last = ranges.last, last.contains(place) { continue }
      let part = part(around: place, isAtEnd: finding.problem == .missingRightBrace)
      if let last = ranges.last, last.upperBound >= part.lowerBound {
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, part.upperBound)
      } else {
        ranges.append(part)
      }
    }
    return ranges
  }

  /// From one brace, semicolon or line's end to the next around a byte; on both sides of a sign that parts.
  private func part(around place: Int, isAtEnd: Bool) -> Range<Int> {
    var low = 0
    var high = tokens.count - 1
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].range.upperBound > place { high = middle } else { low = middle + 1 }
    }
    var first = low
    var last = low
    if first > 0, isAtEnd || parts(low) && !tokens[low].startsLine { first -= 1 }
    while first > 0, !tokens[first].startsLine, !parts(first), !parts(first - 1) { first -= 1 }
    if parts(low), low + 1 < tokens.count, !tokens[low + 1].startsLine { last += 1 }
    while last + 1 < tokens.count, !tokens[last + 1].startsLine, !parts(last), !parts(last + 1) { last += 1 }
    return tokens[first].range.lowerBound..<max(tokens[last].range.upperBound, tokens[first].range.lowerBound + 1)
  }

  private func parts(_ index: Int) -> Bool {
    switch tokens[index].kind {
    case .leftBrace, .rightBrace, .semicolon, .endOfFile: true
    default: false
    }
  }
}
