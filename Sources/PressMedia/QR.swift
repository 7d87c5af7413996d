import CQREncode
public import PressScene

/// Text → QR symbols (ISO/IEC 18004, model 2), by libqrencode.
public enum QR {
  /// Encodes `payload` as UTF-8 into the smallest version that holds it, in the segments that take the fewest bits. No
  /// ECI header: readers take bytes for UTF-8, and some stumble over one. The mask is the one libqrencode finds best.
  ///
  /// - `maximumVersion`: 1–40, the largest symbol wanted.
  public static func encode(
    _ payload: String, level: QRMatrix.Level, maximumVersion: Int = 40
  ) throws(MediaError) -> QRMatrix {
    precondition(1...40 ~= maximumVersion, "a QR version is 1 to 40")
    let bytes = Array(payload.utf8)
    guard !bytes.isEmpty else { throw .emptyCode }
    let (version, segments) = try fit(bytes, level: level, maximumVersion: maximumVersion)
    let input = try QRInput(version: version, level: level)
    for segment in segments { try input.append(bytes[segment.range], mode: segment.mode) }
    let (symbolVersion, modules) = try input.symbol()
    guard symbolVersion == version, modules.count == (17 + 4 * version) * (17 + 4 * version),
      let format = QRFormat(readFrom: modules, size: 17 + 4 * version), format.level == level
    else { throw .codeFailed }
    return QRMatrix(payload: payload, level: level, version: version, mask: format.mask, modules: modules)
  }

  /// The smallest version that holds the bytes, and their segments for it.
  private static func fit(
    _ bytes: [UInt8], level: QRMatrix.Level, maximumVersion: Int
  ) throws(MediaError) -> (version: Int, segments: [QRSegment]) {
    var codewords = 0
    for versions in QRSegment.versionsOfOneHeader where versions.lowerBound <= maximumVersion {
      let segments = QRSegment.fewestBits(for: bytes, version: versions.lowerBound)
      codewords = (segments.reduce(0) { $0 + $1.bits(version: versions.lowerBound) } + 7) / 8
      for version in versions.clamped(to: 1...maximumVersion) where codewords <= level.capacity(version: version) {
        return (version, segments)
      }
    }
    let capacity = level.capacity(version: maximumVersion)
    throw .codeTooLong(codewords: codewords, capacity: capacity, level: level, version: maximumVersion)
  }
}

/// A `QRinput` of libqrencode.
private struct QRInput: ~Copyable {
  private let handle: OpaquePointer

  init(version: Int, level: QRMatrix.Level) throws(MediaError) {
    let level: QRecLevel =
      switch level {
      case .L: QR_ECLEVEL_L
      case .M: QR_ECLEVEL_M
      case .Q: QR_ECLEVEL_Q
      case .H: QR_ECLEVEL_H
      }
    guard let handle = QRinput_new2(Int32(version), level) else { throw .outOfMemory }
    self.handle = handle
  }

  deinit { QRinput_free(handle) }

  borrowing func append(_ bytes: ArraySlice<UInt8>, mode: QRSegment.Mode) throws(MediaError) {
    let mode: QRencodeMode =
      switch mode {
      case .numeric: QR_MODE_NUM
      case .alphanumeric: QR_MODE_AN
      case .byte: QR_MODE_8
      }
    let result = bytes.withUnsafeBufferPointer { QRinput_append(handle, mode, Int32($0.count), $0.baseAddress) }
    guard result == 0 else { throw .codeFailed }
  }

  /// The version and the modules row by row. The content was measured to fit, so what can be missing is memory.
  /// Safe on any thread: Debian's libqrencode 4.1.1 guards its only shared table with a mutex.
  borrowing func symbol() throws(MediaError) -> (version: Int, modules: [Bool]) {
    guard let code = QRcode_encodeInput(handle) else { throw .outOfMemory }
    defer { QRcode_free(code) }
    let width = Int(code.pointee.width)
    // The lowest bit is the colour, the others tell what the module is for.
    let modules = UnsafeBufferPointer(start: code.pointee.data, count: width * width).map { $0 & 1 == 1 }
    return (Int(code.pointee.version), modules)
  }
}
