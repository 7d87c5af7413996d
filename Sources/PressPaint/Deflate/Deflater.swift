import CDeflate

/// Deflates as zlib streams (RFC 1950), for /FlateDecode. Owns its compressor: one a painter.
final class Deflater {
  private let compressor: OpaquePointer

  /// - Parameter level: 1, the quickest, to 12, the smallest.
  init(level: Int32) {
    // Levels stand in the code, so no input leads here: nil means that memory has ended, which ends Swift's own arrays too.
    guard let made = libdeflate_alloc_compressor(level) else { preconditionFailure("no memory for a compressor") }
    compressor = made
  }

  deinit { libdeflate_free_compressor(compressor) }

  func zlib(_ bytes: [UInt8]) -> [UInt8] {
    let bound = libdeflate_zlib_compress_bound(compressor, bytes.count)
    return [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      count = libdeflate_zlib_compress(compressor, bytes, bytes.count, buffer.baseAddress, bound)
    }
  }
}
