import CQREncode
@testable import PressMedia
import PressScene
import TestKit
import Testing

/// Our symbols held against libqrencode's: those that were printed with it are printed alike again.
@Suite("QR symbols and libqrencode's")
struct QRReferenceTests {
  /// Of all four levels together.
  static let payloads = Soak.isOn ? 10_000 : 500

  @Test("each module of random payloads is libqrencode's, in every version", arguments: QRMatrix.Level.allCases)
  func equal(level: QRMatrix.Level) throws {
    var dice = Dice(state: UInt64(level.capacity(version: 40)))
    var masks: Set<Int> = []
    for number in 0..<Self.payloads / 4 {
      let version = number % 40 + 1
      let payload = Self.payload(version: version, level: level, using: &dice)
      let matrix = try QR.encode(payload, level: level)
      #expect(matrix.version == version)
      #expect(
        try libqrencode(payload, level: level, version: version) == matrix.modules,
        "version \(version), mask \(matrix.mask), payload \(number)")
      masks.insert(matrix.mask)
    }
    #expect(masks == Set(0...7))
  }

  /// A payload of any length between the one that the version below does not hold any more and the longest that this one does.
  private static func payload(version: Int, level: QRMatrix.Level, using dice: inout Dice) -> String {
    let alphabets = ["0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:", "abcdefghij?&=#_~", "证书石洋静曹𬱖é", "a", "0"].map(
      Array.init)
    var characters: [Character] = []
    // Digits, the shortest, take 10 bits for three.
    while characters.count < 3 * level.capacity(version: version) {
      let alphabet = alphabets.randomElement(using: &dice) ?? []
      for _ in 0..<Int.random(in: 1...40, using: &dice) {
        characters.append(alphabet.randomElement(using: &dice) ?? "a")
      }
    }
    /// The longest beginning that a version holds.
    func longest(_ version: Int) -> Int {
      var (fitting, tooLong) = (0, characters.count)
      while tooLong - fitting > 1 {
        let middle = (fitting + tooLong) / 2
        let bytes = Array(String(characters[..<middle]).utf8)
        let header = QRSegment.needsUTF8Header(bytes) ? QRSegment.utf8HeaderBits : 0
        let bits = QRSegment.fewestBits(for: bytes, version: version).reduce(header) { $0 + $1.bits(version: version) }
        let fits = (bits + 7) / 8 <= level.capacity(version: version)
        (fitting, tooLong) = fits ? (middle, tooLong) : (fitting, middle)
      }
      return fitting
    }
    let (below, most) = (version == 1 ? 0 : longest(version - 1), longest(version))
    // Where the first character beyond ASCII, with its header, leaps over the version, another text is thrown.
    guard below < most else { return payload(version: version, level: level, using: &dice) }
    return String(characters[..<Int.random(in: below + 1...most, using: &dice)])
  }
}

/// The modules of libqrencode for the payload in our segments, the lowest bit of each.
///
/// It would take a larger version if it found that the segments do not fit.
private func libqrencode(_ payload: String, level: QRMatrix.Level, version: Int) throws -> [Bool] {
  let bytes = Array(payload.utf8)
  let levels: [QRMatrix.Level: QRecLevel] = [
    .L: QR_ECLEVEL_L, .M: QR_ECLEVEL_M, .Q: QR_ECLEVEL_Q, .H: QR_ECLEVEL_H,
  ]
  let libraryLevel = try #require(levels[level])
  let input = try #require(QRinput_new2(Int32(version), libraryLevel))
  defer { QRinput_free(input) }
  if QRSegment.needsUTF8Header(bytes) { #expect(QRinput_appendECIheader(input, 26) == 0) }
  for segment in QRSegment.fewestBits(for: bytes, version: version) {
    let mode: QRencodeMode =
      switch segment.mode {
      case .numeric: QR_MODE_NUM
      case .alphanumeric: QR_MODE_AN
      case .byte: QR_MODE_8
      }
    let content = Array(bytes[segment.range])
    #expect(QRinput_append(input, mode, Int32(content.count), content) == 0)
  }
  let code = try #require(QRcode_encodeInput(input))
  defer { QRcode_free(code) }
  let width = Int(code.pointee.width)
  return UnsafeBufferPointer(start: code.pointee.data, count: width * width).map { $0 & 1 == 1 }
}
