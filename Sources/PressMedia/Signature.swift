import PressScene

/// What the first bytes of a file say it is.
enum Signature: Equatable {
  case picture(Picture.Format)
  case other(FileKind?)

  init(of bytes: [UInt8]) {
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .picture(.jpeg)
    } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .picture(.png)
    } else {
      self = .other(FileKind(signatureOf: bytes))
    }
  }
}

extension FileKind {
  fileprivate init?(signatureOf bytes: [UInt8]) {
    func has(_ text: String, at offset: Int = 0) -> Bool { bytes.dropFirst(offset).starts(with: text.utf8) }

    if has("GIF8") {
      self = .gif
    } else if has("RIFF"), has("WEBP", at: 8) {
      self = .webp
    } else if has("ftyp", at: 4), has("avif", at: 8) || has("avis", at: 8) {
      self = .avif
    } else if has("ftyp", at: 4), ["heic", "heix", "heim", "hevc", "mif1", "msf1"].contains(where: { has($0, at: 8) }) {
      self = .heic
    } else if has("II*\0") || has("MM\0*") || has("II+\0") || has("MM\0+") {
      self = .tiff
    } else if has("jP  ", at: 4) || bytes.starts(with: [0xFF, 0x4F, 0xFF, 0x51]) {
      self = .jpeg2000
    } else if has("JXL ", at: 4) || bytes.starts(with: [0xFF, 0x0A]) {
      self = .jpegXL
    } else if has("8BPS") {
      self = .photoshop
    } else if has("BM"), bytes.count >= 14, bytes[6..<10].allSatisfy({ $0 == 0 }) {
      self = .bmp
    } else if has("%PDF-") {
      self = .pdf
    } else {
      self.init(textOf: bytes)
    }
  }

  /// Markup and base64 are told by their first kilobyte, past a byte order mark and white space.
  private init?(textOf bytes: [UInt8]) {
    let head = bytes.prefix(1024)
    let start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let text = String(decoding: head.dropFirst(start).drop { $0 <= 0x20 }, as: UTF8.self).lowercased()
    if SVG.isSVG(bytes) {
      self = .svg
    } else if text.hasPrefix("<!doctype html") || text.hasPrefix("<html") {
      self = .html
    } else if text.hasPrefix("data:image/") || text.hasPrefix("/9j/") || text.hasPrefix("ivborw0kggo") {
      self = .base64
    } else {
      return nil
    }
  }
}
