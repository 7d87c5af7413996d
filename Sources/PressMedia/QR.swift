import CQREncode
public import PressScene

/// Text → QR symbols (ISO/IEC 18004, model 2), by libqrencode.
public enum QR {
  /// Encodes `payload` as UTF-8 into the smallest version that holds it, in the segments that take the fewest bits, with
  /// the mask that libqrencode scores best.
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
    let input = try QRInput(version: version, level: level)
    if QRSegment.needsUTF8Header(bytes) { try input.appendUTF8Header() }
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

  borrowing func appendUTF8Header() throws(MediaError) {
    guard QRinput_appendECIheader(handle, 26) == 0 else { throw .codeFailed }
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
