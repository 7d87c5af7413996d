import PressScene

/// How a symbol's codewords are divided into error correction blocks (ISO/IEC 18004, 7.5.1 and table 9).
struct QRBlocks {
  var count: Int
  /// Data codewords of all blocks together. Where they can't be shared out evenly, the last blocks have one more.
  var dataCodewords: Int
  /// Error correction codewords of each block.
  var correctionCodewords: Int

  /// - `version`: 1–40.
  /// - `codewords`: of all kinds, in the whole symbol (table 1).
  init(version: Int, level: QRMatrix.Level, codewords: Int) {
    count = level.blocks(version: version)
    dataCodewords = level.capacity(version: version)
    correctionCodewords = (codewords - dataCodewords) / count
  }

  /// Data codewords followed by those of error correction, each taken from the blocks in turn (7.6).
  func message(from data: [UInt8]) -> [UInt8] {
    let code = QRReedSolomon(degree: correctionCodewords)
    let shorter = dataCodewords / count
    let firstLonger = count - dataCodewords % count
    let longest = firstLonger < count ? shorter + 1 : shorter

    var message = [UInt8](repeating: 0, count: dataCodewords + correctionCodewords * count)
    var start = 0
    for block in 0..<count {
      let length = block < firstLonger ? shorter : shorter + 1
      let content = data[start..<start + length]
      start += length
      for index in 0..<shorter { message[index * count + block] = content[content.startIndex + index] }
      if length == longest, longest > shorter {
        message[shorter * count + block - firstLonger] = content[content.endIndex - 1]
      }
      for (index, codeword) in code.correction(for: content).enumerated() {
        message[dataCodewords + index * count + block] = codeword
      }
    }
    return message
  }
}

extension QRMatrix.Level {
  /// Error correction blocks of a symbol (table 9).
  fileprivate func blocks(version: Int) -> Int {
    switch self {
    case .L: QRBlockCounts.L[version - 1]
    case .M: QRBlockCounts.M[version - 1]
    case .Q: QRBlockCounts.Q[version - 1]
    case .H: QRBlockCounts.H[version - 1]
    }
  }
}

private enum QRBlockCounts {
  static let L = [
    1, 1, 1, 1, 1, 2, 2, 2, 2, 4,
    4, 4, 4, 4, 6, 6, 6, 6, 7, 8,
    8, 9, 9, 10, 12, 12, 12, 13, 14, 15,
    16, 17, 18, 19, 19, 20, 21, 22, 24, 25,
  ]
  static let M = [
    1, 1, 1, 2, 2, 4, 4, 4, 5, 5,
    5, 8, 9, 9, 10, 10, 11, 13, 14, 16,
    17, 17, 18, 20, 21, 23, 25, 26, 28, 29,
    31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
  ]
  static let Q = [
    1, 1, 2, 2, 4, 4, 6, 6, 8, 8,
    8, 10, 12, 16, 12, 17, 16, 18, 21, 20,
    23, 23, 25, 27, 29, 34, 34, 35, 38, 40,
    43, 45, 48, 51, 53, 56, 59, 62, 65, 68,
  ]
  static let H = [
    1, 1, 2, 4, 4, 4, 5, 6, 8, 8,
    11, 11, 16, 16, 18, 16, 19, 21, 25, 25,
    25, 34, 30, 32, 35, 37, 40, 42, 45, 48,
    51, 54, 57, 60, 63, 66, 70, 74, 77, 81,
  ]
}
