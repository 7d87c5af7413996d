package import PressScene

/// Holds the two ways of shaping against each other: the fonts' tables have to give what Pango gives.
package enum ShapingAgreement {
  /// A text that the two ways set differently.
  package struct Disagreement: Sendable {
    package var family: String
    package var text: String
    /// From the fonts' tables.
    package var simple: ShapedText
    package var pango: ShapedText
  }

  /// Sets `count` texts of characters drawn at random, always the same for one `seed`, in all families both ways.
  ///
  /// The texts are such as need no shaping, mostly: of each family's core and rarer characters, line feeds and digits among
  /// them, 1 to 40 characters long. A text that the tables alone cannot set is not counted.
  package static func check(_ library: FontLibrary, count: Int, seed: UInt64 = 1) -> [Disagreement] {
    var generator = SplitMix64(state: seed)
    let shaper = Shaper(library)
    let pools = library.families.map { family in
      family.chain[0].map { simpleCharacters(of: library.files[$0]) }.filter { !$0.isEmpty }
    }
    return (0..<count).compactMap { index in
      let family = index % library.families.count
      let text = text(from: pools[family], using: &generator)
      return disagreement(on: text, family: library.families[family].name, shaper)
    }
  }

  /// Nil where both ways agree.
  package static func disagreement(on text: String, family: String, _ shaper: Shaper) -> Disagreement? {
    let (simple, simpleProblems) = shaper.shape(text, family: family, cached: false, way: .fastest)
    let (pango, pangoProblems) = shaper.shape(text, family: family, cached: false, way: .pango)
    if simple.clusters == pango.clusters, simple.faces == pango.faces, simpleProblems == pangoProblems { return nil }
    return Disagreement(family: family, text: text, simple: simple, pango: pango)
  }

  private static func simpleCharacters(of file: FontFile) -> [Unicode.Scalar] {
    guard let characters = file.characters.value else { return [] }
    return zip(characters.drawn.firsts, characters.drawn.lasts).flatMap { first, last in
      (first...last).compactMap(Unicode.Scalar.init).filter(characters.isSimple)
    }
  }

  private static func text(from pools: [[Unicode.Scalar]], using generator: inout SplitMix64) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 1...40, using: &generator) {
      let pool = pools[generator.next() % 8 == 0 ? pools.count - 1 : 0]
      switch generator.next() % 16 {
      case 0: text.append("\n")
      case 1, 2: text.append(pool[Int.random(in: 0..<min(96, pool.count), using: &generator)])
      default: text.append(pool[Int.random(in: pool.indices, using: &generator)])
      }
    }
    return String(text)
  }
}

/// A generator that gives the same numbers everywhere (Steele, Lea and Flood 2014).
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
