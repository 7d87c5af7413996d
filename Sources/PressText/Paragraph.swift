/// A text as Pango gets it: UTF-8, with an object replacement character (U+FFFC) in place of each character that no face sets.
/// So no NUL ends it early, and no control or format character can work on its neighbours.
struct Paragraph {
  let utf8: [UInt8]
  /// The offset of each scalar in ``utf8``, and behind the last one the end.
  let offsets: [Int]

  init(_ scalars: [Unicode.Scalar], sources: [FaceChoice.Source]) {
    var utf8: [UInt8] = []
    var offsets: [Int] = []
    utf8.reserveCapacity(scalars.count * 3)
    offsets.reserveCapacity(scalars.count + 1)
    for (scalar, source) in zip(scalars, sources) {
      offsets.append(utf8.count)
      utf8.append(contentsOf: UTF8.encode(source == .missing ? "\u{FFFC}" : scalar) ?? UTF8.encodedReplacementCharacter)
    }
    offsets.append(utf8.count)
    self.utf8 = utf8
    self.offsets = offsets
  }

  /// The scalar that begins at a byte offset.
  func scalar(at offset: Int) -> Int {
    var low = 0
    var high = offsets.count
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
