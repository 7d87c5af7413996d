/// Characters that GBK and GB 18030 had no code point for once, and that old systems therefore wrote into the private use area.
///
/// The tables follow the code positions of GBK: 0xFE50…0xFEA0 are U+E815…U+E864, 0xA6D9…0xA6F3 are U+E78D…U+E796,
/// 0xA989…0xA995 are U+E7E7…U+E7F3, 0xA8BC and 0xA8BF are U+E7C7 and U+E7C8. Checked against the GB 18030 converters of glibc
/// 2.36 and CPython: all 24 points that GB 18030-2005 still held in private use are among them, of which GB 18030-2022 moved
/// 18; the other six have had code points in Extension B since Unicode 3.1.
enum PrivateUse {
  /// The character meant by a private code point; nil if that is not known.
  static func meaning(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let value = Int(scalar.value)
    let known: UInt32? =
      switch value {
      case 0xE815...0xE864: rare[value - 0xE815]
      case 0xE78D...0xE796: vertical[value - 0xE78D]
      case 0xE7E7...0xE7F3: description[value - 0xE7E7]
      case 0xE7C7: 0x1E3F  // ḿ
      case 0xE7C8: 0x01F9  // ǹ
      default: nil
      }
    return known.flatMap { Unicode.Scalar($0) }
  }

  static func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xE000...0xF8FF, 0xF0000...0xFFFFD, 0x100000...0x10FFFD: true
    default: false
    }
  }

  /// Rare characters and components, 䶮 the last but one.
  private static let rare: [UInt32] = [
    0x2E81, 0x20087, 0x20089, 0x200CC, 0x2E84, 0x3473, 0x3447, 0x2E88, 0x2E8B, 0x9FB4,  // U+E815
    0x359E, 0x361A, 0x360E, 0x2E8C, 0x2E97, 0x396E, 0x3918, 0x9FB5, 0x39CF, 0x39DF,  // U+E81F
    0x3A73, 0x39D0, 0x9FB6, 0x9FB7, 0x3B4E, 0x3C6E, 0x3CE0, 0x2EA7, 0x215D7, 0x9FB8,  // U+E829
    0x2EAA, 0x4056, 0x415F, 0x2EAE, 0x4337, 0x2EB3, 0x2EB6, 0x2EB7, 0x2298F, 0x43B1,  // U+E833
    0x43AC, 0x2EBB, 0x43DD, 0x44D6, 0x4661, 0x464C, 0x9FB9, 0x4723, 0x4729, 0x477C,  // U+E83D
    0x478D, 0x2ECA, 0x4947, 0x497A, 0x497D, 0x4982, 0x4983, 0x4985, 0x4986, 0x499F,  // U+E847
    0x499B, 0x49B7, 0x49B6, 0x9FBA, 0x241FE, 0x4CA3, 0x4C9F, 0x4CA0, 0x4CA1, 0x4C77,  // U+E851
    0x4CA2, 0x4D13, 0x4D14, 0x4D15, 0x4D16, 0x4D17, 0x4D18, 0x4D19, 0x4DAE, 0x9FBB,  // U+E85B
  ]

  /// Punctuation for vertical text.
  private static let vertical: [UInt32] = [
    0xFE10, 0xFE12, 0xFE11, 0xFE13, 0xFE14, 0xFE15, 0xFE16, 0xFE17, 0xFE18, 0xFE19,  // U+E78D
  ]

  /// The ideographic variation indicator and the description characters.
  private static let description: [UInt32] = [
    0x303E, 0x2FF0, 0x2FF1, 0x2FF2, 0x2FF3, 0x2FF4, 0x2FF5, 0x2FF6, 0x2FF7, 0x2FF8,  // U+E7E7
    0x2FF9, 0x2FFA, 0x2FFB,  // U+E7F1
  ]
}
