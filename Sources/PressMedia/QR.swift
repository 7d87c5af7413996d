public import PressScene

/// Text → QR symbols (ISO/IEC 18004, model 2), module by module those of libqrencode 4.1.1 for the same segments.
public enum QR {
  /// Encodes `payload` as UTF-8 into the smallest version that holds it, in the segments that take the fewest bits, with
  /// the mask that scores best.
  ///
  /// ASCII, so every URL as it should be, goes without an ECI header, which old readers stumble over. Anything else says
  /// that it is UTF-8 (ECI 26): without it zbar 0.23 reads 证书 as Shift JIS.
  ///
  /// - `maximumVersion`: 1–40, the largest symbol wanted.
  public static func encode(
    _ payload: String, level: QRMatrix.Level, maximumVersion: Int = 40
  ) throws(MediaError) -> QRMatrix {
    precondition(1...40 ~= maximumVersion, "a QR version is 1 to 40")
    let bytes = Array(payload.utf8)
    guard !bytes.isEmpty else { throw .emptyCode }
    let (version, segments) = try fit(bytes, level: level, maximumVersion: maximumVersion)
    let frame = QRFrames.frame(version: version)
    let blocks = QRBlocks(version: version, level: level, codewords: frame.codewords)
    let data = QRBitStream.codewords(of: bytes, in: segments, version: version, capacity: blocks.dataCodewords)
    let (mask, modules) = frame.symbol(of: blocks.message(from: data), level: level)
    return QRMatrix(payload: payload, level: level, version: version, mask: mask, modules: modules)
  }

  /// The smallest version that holds the bytes, and their segments for it.
  private static func fit(
    _ bytes: [UInt8], level: QRMatrix.Level, maximumVersion: Int
  ) throws(MediaError) -> (version: Int, segments: [QRSegment]) {
    // Even digits, the shortest there are, fit no symbol beyond 7,089; whoever gives a whole file is told its size.
    var codewords = bytes.count
    for versions in QRSegment.versionsOfOneHeader
    where bytes.count <= 7_089 && versions.lowerBound <= maximumVersion {
      let segments = QRSegment.fewestBits(for: bytes, version: versions.lowerBound)
      let header = QRSegment.needsUTF8Header(bytes) ? QRSegment.utf8HeaderBits : 0
      codewords = (segments.reduce(header) { $0 + $1.bits(version: versions.lowerBound) } + 7) / 8
      for version in versions.clamped(to: 1...maximumVersion) where codewords <= level.capacity(version: version) {
        return (version, segments)
      }
    }
    let capacity = level.capacity(version: maximumVersion)
    throw .codeTooLong(codewords: codewords, capacity: capacity, level: level, version: maximumVersion)
  }
}
