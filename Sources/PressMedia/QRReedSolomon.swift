/// The Reed-Solomon code of QR symbols: polynomials over GF(2⁸) modulo x⁸ + x⁴ + x³ + x² + 1 (ISO/IEC 18004, 7.5.2).
struct QRReedSolomon {
  /// Logarithms of the generator polynomial's coefficients (annex A), from the highest power down without the leading
  /// one, whose logarithm is 0. None of them is zero.
  private let generator: [UInt8]

  /// The code of the generator (x − 1)(x − α)…(x − αⁿ⁻¹).
  ///
  /// - `degree`: n, the error correction codewords of a block; 7–30 in the standard.
  init(degree: Int) { generator = QRReedSolomon.generators[degree] }

  /// For each degree up to 30; each is the one before, multiplied by one factor more.
  private static let generators: [[UInt8]] = {
    var polynomial: [UInt8] = [1]
    var generators: [[UInt8]] = [[]]
    for degree in 1...30 {
      let root = GF256.powers[degree - 1]
      let multiple = polynomial.map { GF256.product($0, root) }
      polynomial = zip(polynomial + [0], [0] + multiple).map { $0 ^ $1 }
      generators.append(polynomial.dropFirst().map { GF256.logarithms[Int($0)] })
    }
    return generators
  }()

  /// The remainder of `block`·xⁿ by the generator: the block's error correction codewords.
  func correction(for block: ArraySlice<UInt8>) -> [UInt8] {
    let degree = generator.count
    // The dividend; what lies behind the current codeword is the remainder so far.
    var work = Array(block) + [UInt8](repeating: 0, count: degree)
    let (powers, logarithms) = (GF256.powers, GF256.logarithms)
    work.withUnsafeMutableBufferPointer { work in
      generator.withUnsafeBufferPointer { generator in
        powers.withUnsafeBufferPointer { powers in
          for index in 0..<block.count where work[index] != 0 {
            let factor = Int(logarithms[Int(work[index])])
            for power in 0..<degree { work[index + 1 + power] ^= powers[factor + Int(generator[power])] }
          }
        }
      }
    }
    return Array(work[block.count...])
  }
}

/// The field of 256 elements that a codeword is one of; α is 2.
private enum GF256 {
  /// αⁱ for i from 0 to 509, so that the sum of two logarithms needs no reduction.
  static let powers: [UInt8] = {
    var powers: [UInt8] = [1]
    for _ in 1..<510 {
      let last = powers[powers.count - 1]
      powers.append(last << 1 ^ (last & 0x80 == 0 ? 0 : 0x1D))
    }
    return powers
  }()

  /// i for αⁱ, 0–254. Zero has none.
  static let logarithms: [UInt8] = {
    var logarithms = [UInt8](repeating: 0, count: 256)
    for exponent in 0..<255 { logarithms[Int(powers[exponent])] = UInt8(exponent) }
    return logarithms
  }()

  static func product(_ a: UInt8, _ b: UInt8) -> UInt8 {
    a == 0 || b == 0 ? 0 : powers[Int(logarithms[Int(a)]) + Int(logarithms[Int(b)])]
  }
}
