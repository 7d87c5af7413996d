import Foundation
@testable import PressMedia
import PressScene
import Testing

@Suite("QR")
struct QRTests {
  static let url =
    "https://verify.example.gov.cn/v/HB201206000000?k=c93fbc54b620eee1f3d2a038b11a918129a9fb1375bafa3db49e7ce92623151f"

  static let payloads = [
    url,
    "https://verify.example.gov.cn/v/HB201206000000#" + String(repeating: "6BF+70790T9WJWG.FKY*4GO0", count: 8),
    "https://example.cn/证书/石洋静?系列=农业技术",
    "曹𬱖 42247019900106966X 副主任医师",
    "中", "证书", "0", "0123456789012345678901234567890123456789", "HELLO WORLD", "a",
    "ÄÖÜ é ñ — “quoted” 🏅",
    "2012年第24号 ABC-0001234567890123456789 abc",
    String(repeating: "石洋静0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabc", count: 12),
  ]

  @Test("zbar reads what was encoded, at every level", arguments: payloads, QRMatrix.Level.allCases)
  func readBack(payload: String, level: QRMatrix.Level) throws {
    let matrix = try QR.encode(payload, level: level)
    #expect(matrix.payload == payload)
    #expect(matrix.level == level)
    #expect(matrix.modules.count == matrix.size * matrix.size)
    #expect(try zbar(encode(matrix.raster(pixelsPerModule: 4))) == payload)
  }

  @Test("zbar reads symbols of many alignment patterns and blocks", arguments: [11, 12, 21, 27, 40])
  func readBackLarge(version: Int) throws {
    let payload = String(repeating: Self.url, count: 30).prefix(QRMatrix.Level.M.capacity(version: version) - 3)
    let matrix = try QR.encode(String(payload), level: .M)
    #expect(matrix.version == version)
    #expect(try zbar(encode(matrix.raster(pixelsPerModule: 4))) == payload)
  }

  @Test("the sizes of the 40 mm code are those of the standard's table")
  func versions() throws {
    #expect(try QR.encode(Self.url, level: .M).version == 7)
    #expect(try QR.encode(String(repeating: "a", count: 250), level: .M).version == 11)
    let base45 = "HTTPS://EXAMPLE.CN/V/" + String(repeating: "6BF+70790T9WJWG", count: 25)
    #expect(try QR.encode(String(base45.prefix(375)), level: .Q).version == 14)
  }

  @Test("the mask is the one that makes sense of the data", arguments: payloads, QRMatrix.Level.allCases)
  func mask(payload: String, level: QRMatrix.Level) throws {
    let matrix = try QR.encode(payload, level: level)
    // The first four data modules, upward from the bottom right corner, are the mode of the first segment.
    let last = matrix.size - 1
    let mode = [(last, last), (last, last - 1), (last - 1, last), (last - 1, last - 1)].map { row, column in
      matrix[row: row, column: column] != flips(matrix.mask, row, column)
    }
    let modes: [QRSegment.Mode: [Bool]] = [
      .numeric: [false, false, false, true], .alphanumeric: [false, false, true, false],
      .byte: [false, true, false, false],
    ]
    let bytes = Array(payload.utf8)
    let first = try #require(QRSegment.fewestBits(for: bytes, version: matrix.version).first)
    #expect(mode == (QRSegment.needsUTF8Header(bytes) ? [false, true, true, true] : modes[first.mode]))
  }

  /// ISO/IEC 18004, table 10.
  private func flips(_ mask: Int, _ i: Int, _ j: Int) -> Bool {
    switch mask {
    case 0: (i + j) % 2 == 0
    case 1: i % 2 == 0
    case 2: j % 3 == 0
    case 3: (i + j) % 3 == 0
    case 4: (i / 2 + j / 3) % 2 == 0
    case 5: (i * j) % 2 + (i * j) % 3 == 0
    case 6: ((i * j) % 2 + (i * j) % 3) % 2 == 0
    default: ((i + j) % 2 + (i * j) % 3) % 2 == 0
    }
  }

  @Test("all masks and levels have the format code words of the standard")
  func formatCodeWords() {
    // Table C.1: data bits 00000, 00001, 01000 (L, 0) and 11111.
    #expect(QRFormat.codeWord(0b00000) == 0x5412)
    #expect(QRFormat.codeWord(0b00001) == 0x5125)
    #expect(QRFormat.codeWord(0b01000) == 0x77C4)
    #expect(QRFormat.codeWord(0b11111) == 0x2BED)
  }

  @Test("a version holds exactly what the standard's table says", arguments: QRMatrix.Level.allCases)
  func capacities(level: QRMatrix.Level) throws {
    for version in 1...40 {
      let full = level.capacity(version: version) - (version <= 9 ? 2 : 3)
      let payload = String(repeating: "a", count: full)
      #expect(try QR.encode(payload, level: level).version == version)
      if version < 40 { #expect(try QR.encode(payload + "a", level: level).version == version + 1) }
    }
  }

  @Test("a payload that is too long tells its size and the limit")
  func tooLong() {
    let capacities: [QRMatrix.Level: Int] = [.L: 2_953, .M: 2_331, .Q: 1_663, .H: 1_273]
    for (level, bytes) in capacities {
      #expect(throws: Never.self) { try QR.encode(String(repeating: "a", count: bytes), level: level) }
      #expect(throws: MediaError.codeTooLong(codewords: bytes + 4, capacity: bytes + 3, level: level, version: 40)) {
        try QR.encode(String(repeating: "a", count: bytes + 1), level: level)
      }
    }
    #expect(throws: MediaError.codeTooLong(codewords: 117, capacity: 108, level: .M, version: 6)) {
      try QR.encode(String(repeating: "a", count: 115), level: .M, maximumVersion: 6)
    }
    #expect(throws: MediaError.codeTooLong(codewords: 7_090, capacity: 2_956, level: .L, version: 40)) {
      try QR.encode(String(repeating: "0", count: 7_090), level: .L)
    }
    #expect(throws: Never.self) { try QR.encode(String(repeating: "0", count: 7_089), level: .L) }
  }

  @Test("text beyond ASCII fits or is refused as too long, at every length", arguments: QRMatrix.Level.allCases)
  func lengthsOfUTF8(level: QRMatrix.Level) throws {
    var version = 1
    for count in 1...400 {
      let next = try QR.encode(String(repeating: "é", count: count), level: level).version
      #expect(next == version || next == version + 1)
      version = next
    }
    let limit = (level.capacity(version: 40) - 6) / 2
    for count in limit - 3...limit { _ = try QR.encode(String(repeating: "é", count: count), level: level) }
    for count in limit + 1...limit + 3 {
      let error = #expect(throws: MediaError.self) {
        try QR.encode(String(repeating: "é", count: count), level: level)
      }
      guard case .codeTooLong = error else { return #expect(error == nil) }
    }
  }

  @Test("an empty payload is refused")
  func empty() {
    #expect(throws: MediaError.emptyCode) { try QR.encode("", level: .M) }
  }

  @Test("a NUL does not end the payload")
  func nul() throws {
    let (short, long) = (try QR.encode("ab", level: .M), try QR.encode("ab\0cd", level: .M))
    #expect(short.modules != long.modules)
    #expect(try QR.encode(String(repeating: "a\0", count: 125), level: .M).version == 11)
  }

  @Test("segments take the fewest bits that any division takes")
  func segmentation() {
    var dice = Dice(state: 18_004)
    let alphabet = Array("0123456789ABCab-".utf8)
    for _ in 0..<300 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...5, using: &dice) {
        let byte = alphabet.randomElement(using: &dice) ?? 0
        let kin = byte < 58 ? alphabet.prefix(10) : byte < 91 ? alphabet[10..<13] : alphabet[13...]
        for _ in 0..<Int.random(in: 1...9, using: &dice) { bytes.append(kin.randomElement(using: &dice) ?? byte) }
      }
      for version in [1, 10, 27] {
        let segments = QRSegment.fewestBits(for: bytes, version: version)
        #expect(segments.flatMap(\.range) == Array(bytes.indices))
        #expect(segments.allSatisfy { segment in bytes[segment.range].allSatisfy(segment.mode.holds) })
        #expect(segments.reduce(0) { $0 + $1.bits(version: version) } == fewestBits(of: bytes, version: version))
      }
    }
  }

  /// By trying every end of the first segment in every mode.
  private func fewestBits(of bytes: [UInt8], version: Int) -> Int {
    var best = [Int](repeating: .max, count: bytes.count) + [0]
    for start in bytes.indices.reversed() {
      for mode in QRSegment.Mode.allCases {
        var end = start
        while end < bytes.count, mode.holds(bytes[end]) {
          end += 1
          best[start] = min(best[start], QRSegment(mode: mode, range: start..<end).bits(version: version) + best[end])
        }
      }
    }
    return best[0]
  }

  @Test("the same payload gives the same symbol on eight threads at once")
  func threads() async throws {
    let expected = try Self.payloads.map { try QR.encode($0, level: .Q) }
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<15 {
            for (payload, matrix) in zip(Self.payloads, expected) {
              guard try QR.encode(payload, level: .Q) == matrix else { return false }
            }
          }
          return true
        }
      }
      for try await same in group { #expect(same) }
    }
  }
}

extension QRMatrix {
  /// Black on white with the quiet zone of 4 modules.
  fileprivate func raster(pixelsPerModule scale: Int) -> PixelBuffer {
    let side = (size + 8) * scale
    var bytes = [UInt8](repeating: 255, count: 4 * side * side)
    for y in 0..<side {
      for x in 0..<side {
        let (row, column) = (y / scale - 4, x / scale - 4)
        guard 0..<size ~= row, 0..<size ~= column, self[row: row, column: column] else { continue }
        bytes.replaceSubrange(4 * (side * y + x)..<4 * (side * y + x) + 3, with: [0, 0, 0])
      }
    }
    return PixelBuffer(width: side, height: side, stride: 4 * side, hasAlpha: false, bytes: bytes)
  }
}

/// What `zbarimg` reads in a PNG.
private func zbar(_ png: [UInt8]) throws -> String {
  let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).png")
  try Data(png).write(to: file)
  defer { try? FileManager.default.removeItem(at: file) }
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = ["zbarimg", "--nodbus", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", file.path]
  let output = Pipe()
  process.standardOutput = output
  try process.run()
  let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
  process.waitUntilExit()
  return text.hasSuffix("\n") ? String(text.dropLast()) : text
}
