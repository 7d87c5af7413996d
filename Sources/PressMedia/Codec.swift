import CPixels
import PressScene

/// The decoders of CPixels with their results as errors.
enum Codec {
  typealias Work = (UnsafePointer<UInt8>, Int, UnsafeMutablePointer<CChar>) -> certpress_status

  /// Decodes all and keeps nothing.
  static func validate(_ bytes: [UInt8], as format: Picture.Format) throws(MediaError) {
    switch format {
    case .jpeg:
      if JPEGBaseline.isSound(bytes) { return }
      try run(bytes, as: format) { certpress_jpeg_validate($0, $1, $2) }
    case .png: try run(bytes, as: format) { certpress_png_validate($0, $1, $2) }
    }
  }

  /// Decodes into `4 × width × height` bytes; width and height must be those in the file.
  static func decode(
    _ bytes: [UInt8], as format: Picture.Format, width: Int, height: Int
  ) throws(MediaError) -> [UInt8] {
    let stride = 4 * width
    let size = (Int32(clamping: width), Int32(clamping: height))
    var failure: MediaError?
    let pixels = [UInt8](unsafeUninitializedCapacity: stride * height) { buffer, count in
      guard let start = buffer.baseAddress else { return }
      do throws(MediaError) {
        switch format {
        case .jpeg:
          try run(bytes, as: format) { certpress_jpeg_decode($0, $1, start, size.0, size.1, stride, $2) }
        case .png:
          try run(bytes, as: format) { certpress_png_decode($0, $1, start, size.0, size.1, stride, $2) }
        }
        count = stride * height
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return pixels
  }

  private static func run(_ bytes: [UInt8], as format: Picture.Format, _ work: Work) throws(MediaError) {
    let (status, reason) = withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(CERTPRESS_REASON_CAPACITY)) {
      sentence in
      guard let room = sentence.baseAddress else { return (certpress_status.CERTPRESS_NO_MEMORY, "") }
      room.pointee = 0
      let status = bytes.withUnsafeBufferPointer { bytes in
        bytes.baseAddress.map { work($0, bytes.count, room) } ?? .CERTPRESS_TRUNCATED
      }
      return (status, String(cString: room))
    }
    switch status {
    case .CERTPRESS_OK: return
    case .CERTPRESS_NO_MEMORY: throw .outOfMemory
    case .CERTPRESS_TRUNCATED: throw .truncated(format)
    case .CERTPRESS_DAMAGED, .CERTPRESS_WRONG_SIZE: throw .damaged(format, reason: reason)
    case .CERTPRESS_UNSUPPORTED: throw .unsupportedJPEG(.other(reason: reason))
    }
  }
}
