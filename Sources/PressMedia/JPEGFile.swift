import PressScene

/// A JPEG (ITU-T T.81, annex B) taken apart into what is picture and what is not.
struct JPEGFile {
  let bytes: [UInt8]
  let frame: Frame
  let orientation: Picture.Orientation
  /// Where the tables, the frame header and the scans with their entropy-coded data are, in the order of the file;
  /// neighbours are joined.
  let essential: [Range<Int>]
  /// The first JFIF header and the first Adobe marker, whole.
  let jfif: Range<Int>?
  let adobe: Range<Int>?

  /// What the frame header (B.2.2) says.
  struct Frame {
    var width: Int
    var height: Int
    var componentIDs: [UInt8]
  }

  /// Walks the segments from SOI to EOI. Bytes between them are refused: a decoder that looks for the next marker after
  /// a wrong length may find one of a thumbnail's.
  init(_ bytes: [UInt8]) throws(MediaError) {
    var frame: Frame?
    var orientation: Picture.Orientation?
    var essential: [Range<Int>] = []
    var jfif: Range<Int>?
    var adobe: Range<Int>?
    var entropyBytes = 0

    var reader = SegmentReader(bytes: bytes)
    while let segment = try reader.next() {
      let content = bytes[segment.range].dropFirst(4)
      switch segment.marker {
      case .app0 where jfif == nil && content.starts(with: "JFIF\0".utf8) && content.count >= 14:
        jfif = segment.range
      case .app1 where orientation == nil && content.starts(with: "Exif\0".utf8):
        orientation = EXIF.orientation(inTIFF: content.dropFirst(6))
      case .adobe where adobe == nil && content.starts(with: "Adobe".utf8) && content.count >= 12:
        adobe = segment.range
      case let marker where marker.isPrivate:
        break
      case let marker:
        if marker.isFrame {
          guard frame == nil else { throw .damaged(.jpeg, reason: "two frame headers") }
          frame = try Frame(content, of: marker)
        }
        if marker == .startOfScan {
          guard frame != nil else { throw .damaged(.jpeg, reason: "a scan before the frame header") }
          entropyBytes += segment.range.count
        }
        if let last = essential.last, last.upperBound == segment.range.lowerBound {
          essential[essential.count - 1] = last.lowerBound..<segment.range.upperBound
        } else {
          essential.append(segment.range)
        }
      }
    }
    guard let frame else { throw .damaged(.jpeg, reason: "no frame header") }
    guard frame.fits(in: entropyBytes) else { throw .truncated(.jpeg) }
    (self.bytes, self.frame, self.orientation) = (bytes, frame, orientation ?? .up)
    (self.essential, self.jfif, self.adobe) = (essential, jfif, adobe)
  }
}

extension JPEGFile.Frame {
  fileprivate init(_ content: ArraySlice<UInt8>, of marker: JPEGMarker) throws(MediaError) {
    switch marker.rawValue {
    case 0xC0...0xC2: break
    case 0xC3: throw .unsupportedJPEG(.lossless)
    case 0xC9...0xCB: throw .unsupportedJPEG(.arithmetic)
    case 0xF7: throw .unsupportedJPEG(.jpegLS)
    default: throw .unsupportedJPEG(.hierarchical)
    }
    guard let precision = content.integer(at: 0, bytes: 1), let height = content.integer(at: 1, bytes: 2),
      let width = content.integer(at: 3, bytes: 2), let count = content.integer(at: 5, bytes: 1),
      content.count == 6 + 3 * count
    else { throw .damaged(.jpeg, reason: "a frame header of the wrong length") }
    guard precision == 8 else { throw .unsupportedJPEG(.precision(precision)) }
    switch count {
    case 1, 3: break
    case 4: throw .unsupportedJPEG(.cmyk)
    default: throw .unsupportedJPEG(.components(count))
    }
    guard width > 0, height > 0 else { throw .damaged(.jpeg, reason: "a width or height of 0") }
    try Pictures.check(width: width, height: height)
    self.width = width
    self.height = height
    componentIDs = (0..<count).map { content[content.startIndex + 6 + 3 * $0] }
  }

  /// A block of 8 × 8 takes one bit at least, and the component sampled most has at least a quarter of all blocks. Less
  /// data are a cut file, or one that would have a decoder reserve memory for nothing.
  fileprivate func fits(in entropyBytes: Int) -> Bool {
    entropyBytes * 8 >= ((width + 7) / 8) * ((height + 7) / 8) / 4
  }
}
