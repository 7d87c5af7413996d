import PressScene

/// Results by text and family, emptied when full: the labels of a layout are few, and what doesn't come again is dropped.
struct ShapingCache {
  struct Key: Hashable {
    var text: String
    var family: String
    var isVertical = false

    // Swift's strings are equal when canonically equivalent; here "é" in one scalar and in two are two texts.
    static func == (left: Key, right: Key) -> Bool {
      left.family == right.family && left.isVertical == right.isVertical
        && left.text.utf8.elementsEqual(right.text.utf8)
    }
    func hash(into hasher: inout Hasher) {
      hasher.combine(family)
      hasher.combine(isVertical)
      for byte in text.utf8 { hasher.combine(byte) }
    }
  }

  /// In clusters: about 5 MB.
  static let limit = 20_000

  private var results: [Key: (ShapedText, [ShapingProblem])] = [:]
  private var size = 0

  subscript(key: Key) -> (ShapedText, [ShapingProblem])? {
    get { results[key] }
    set {
      guard let newValue, results[key] == nil else { return }
      if size + newValue.0.clusters.count > Self.limit {
        results = [:]
        size = 0
      }
      results[key] = newValue
      size += newValue.0.clusters.count
    }
  }
}
