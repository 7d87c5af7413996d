@testable import PressMedia
import PressScene
import Testing

/// The parts of the encoder, held against what ISO/IEC 18004 prints.
@Suite("Parts of a QR symbol")
struct QRPartsTests {
  @Test("the standard's example has the standard's codewords")
  func example() {
    // Annex I: 01234567 in version 1-M.
    let bytes = Array("01234567".utf8)
    let segments = QRSegment.fewestBits(for: bytes, version: 1)
    let data = QRBitStream.codewords(of: bytes, in: segments, version: 1, capacity: 16)
    #expect(
      data == [0x10, 0x20, 0x0C, 0x56, 0x61, 0x80] + [0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11])
    let message = QRBlocks(version: 1, level: .M, codewords: 26).message(from: data)
    #expect(message == data + [0xA5, 0x24, 0xD4, 0xC1, 0xED, 0x36, 0xC7, 0x87, 0x2C, 0x55])
  }

  @Test("a message is a multiple of the generator, whatever its length", arguments: 7...30)
  func reedSolomon(degree: Int) {
    var dice = Dice(state: UInt64(degree))
    for length in [1, 2, 9, 123] {
      let block = (0..<length).map { _ in UInt8.random(in: 0...255, using: &dice) }
      let message = block + QRReedSolomon(degree: degree).correction(for: block[...])
      // At each of its zeros α⁰, α¹ … the message is zero, too.
      var root: UInt8 = 1
      for _ in 0..<degree {
        #expect(message.reduce(0) { product($0, root) ^ $1 } == 0)
        root = product(root, 2)
      }
    }
  }

  /// In GF(2⁸), bit by bit.
  private func product(_ a: UInt8, _ b: UInt8) -> UInt8 {
    (0..<8).reversed().reduce(0) { $0 << 1 ^ ($0 & 0x80 == 0 ? 0 : 0x1D) ^ (b >> $1 & 1 == 0 ? 0 : a) }
  }

  @Test("data modules are as many as the standard's table says")
  func dataModules() {
    // Table 1: codewords of versions 1, 2, 6, 7, 13, 14, 21, 27, 28, 34, 35 and 40.
    let table = [
      1: 26, 2: 44, 6: 172, 7: 196, 13: 532, 14: 581, 21: 1_156, 27: 1_828, 28: 1_921, 34: 2_761, 35: 2_876, 40: 3_706,
    ]
    for (version, codewords) in table { #expect(QRFrames.frame(version: version).codewords == codewords) }
  }

  @Test("versions have the code words and alignment patterns of the standard")
  func versions() {
    // Annex D and table E.1.
    #expect(QRVersionInformation.codeWord(7) == 0x07C94)
    #expect(QRVersionInformation.codeWord(40) == 0x28C69)
    #expect(QRAlignment.centres(version: 1) == [])
    #expect(QRAlignment.centres(version: 2) == [6, 18])
    #expect(QRAlignment.centres(version: 7) == [6, 22, 38])
    #expect(QRAlignment.centres(version: 32) == [6, 34, 60, 86, 112, 138])
    #expect(QRAlignment.centres(version: 36) == [6, 24, 50, 76, 102, 128, 154])
    #expect(QRAlignment.centres(version: 40) == [6, 30, 58, 86, 114, 142, 170])
  }

  @Test("a terminator is as long as there is room, and pad codewords take turns")
  func ends() {
    func codewords(_ digits: Int, capacity: Int) -> [UInt8] {
      let bytes = [UInt8](repeating: 0x30, count: digits)
      return QRBitStream.codewords(
        of: bytes, in: [QRSegment(mode: .numeric, range: 0..<digits)], version: 1, capacity: capacity)
    }
    // 14 bits of header; 3 digits take 10, 2 take 7, 1 takes 4.
    #expect(codewords(3, capacity: 3) == [0x10, 0x0C, 0x00])
    #expect(codewords(2, capacity: 3) == [0x10, 0x08, 0x00])
    #expect(codewords(1, capacity: 3) == [0x10, 0x04, 0x00])
    #expect(codewords(3, capacity: 6) == [0x10, 0x0C, 0x00, 0x00, 0xEC, 0x11])
    #expect(codewords(1, capacity: 6) == [0x10, 0x04, 0x00, 0xEC, 0x11, 0xEC])
  }

  @Test("grids of long runs score as when they are read run by run, in one word and in three")
  func penalty() {
    var dice = Dice(state: 7_830)
    for _ in 0..<400 {
      let size = 17 + 4 * Int.random(in: 1...11, using: &dice)
      var narrow = QRGrid<UInt64>(size: size)
      var wide = QRGrid<QRWideLine>(size: size)
      for row in 0..<size {
        // Mostly runs of one scale, as they are in a finder pattern.
        let scale = Int.random(in: 1...5, using: &dice)
        var (column, isDark) = (0, Bool.random(using: &dice))
        while column < size {
          let run = scale * ([1, 1, 1, 1, 3, 4].randomElement(using: &dice) ?? 1)
          for place in column..<min(size, column + run) where isDark {
            narrow.darken(row: row, column: place)
            wide.darken(row: row, column: place)
          }
          (column, isDark) = (column + run, !isDark)
        }
      }
      let expected = points(narrow.modules, size: size)
      #expect(QRPenalty.points(narrow) == expected)
      #expect(QRPenalty.points(wide) == expected)
    }
  }

  /// Table 11 to the letter: run by run, block by block.
  private func points(_ modules: [Bool], size: Int) -> Int {
    func line(_ index: Int) -> [Bool] {
      (0..<size).map { index < size ? modules[index * size + $0] : modules[$0 * size + index - size] }
    }
    var points = 0
    for index in 0..<2 * size {
      // The quiet zone is longer than any run.
      var runs = [(isDark: false, count: 200)]
      for isDark in line(index) {
        if runs[runs.count - 1].isDark == isDark { runs[runs.count - 1].count += 1 } else { runs.append((isDark, 1)) }
      }
      if runs[runs.count - 1].isDark { runs.append((false, 0)) }
      let inside = [runs[0].count - 200] + runs.dropFirst().map(\.count)
      points += inside.reduce(0) { $0 + ($1 >= 5 ? $1 - 2 : 0) }
      runs[runs.count - 1].count += 200
      for centre in runs.indices.dropFirst(3).dropLast(3) where runs[centre].isDark && runs[centre].count % 3 == 0 {
        let module = runs[centre].count / 3
        guard [-2, -1, 1, 2].allSatisfy({ runs[centre + $0].count == module }) else { continue }
        if max(runs[centre - 3].count, runs[centre + 3].count) >= 4 * module { points += 40 }
      }
    }
    for row in 1..<size {
      for column in 1..<size {
        let block = [0, 1, size, size + 1].map { modules[row * size + column - $0] }
        if Set(block).count == 1 { points += 3 }
      }
    }
    let percent = 100 * Double(modules.count { $0 }) / Double(size * size)
    return points + 10 * Int(abs(percent.rounded() - 50) / 5)
  }

  @Test("a finder pattern's likeness counts at each scale, with light before or behind it", arguments: 1...5)
  func finderLikes(scale: Int) {
    /// - `offset`: dark modules before all of it; none: the quiet zone.
    func count(offset: Int, before: Int, behind: Int) -> [Int] {
      let runs = [offset, before, scale, scale, 3 * scale, scale, scale, behind, offset]
      var (narrow, wide, place) = (UInt64(), QRWideLine(), 0)
      for (index, run) in runs.enumerated() {
        for module in place..<place + run where index % 2 == 0 {
          narrow.insert(module < 64 ? 1 : 0, at: min(63, module))
          wide.insert(1, at: module)
        }
        place += run
      }
      let inWide = QRPenalty.finderLikes(wide, size: place)
      return place <= 61 ? [QRPenalty.finderLikes(narrow, size: place), inWide] : [inWide, inWide]
    }
    // From place 60 on, all of it lies across the words of a wide line.
    for offset in [1, 2, 60] {
      #expect(count(offset: offset, before: 4 * scale, behind: 1) == [1, 1])
      #expect(count(offset: offset, before: 1, behind: 4 * scale) == [1, 1])
      #expect(count(offset: offset, before: 4 * scale - 1, behind: 4 * scale - 1) == [0, 0])
    }
    #expect(count(offset: 0, before: 1, behind: 1) == [1, 1])
    #expect(count(offset: 0, before: 0, behind: 0) == [1, 1])
  }
}
