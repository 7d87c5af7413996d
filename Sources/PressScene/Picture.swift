/// A validated picture: its bytes as they will be embedded, private metadata stripped, and what was measured.
public final class Picture: Sendable, Hashable {
  public enum Format: String, Sendable { case jpeg, png }

  /// How stored pixels turn into the upright picture (EXIF tag 274, values 1–8 in order).
  public enum Orientation: Int, Sendable {
    case up = 1, upMirrored, down, downMirrored, leftMirrored, right, rightMirrored, left
    /// True where width and height change places.
    public var isSideways: Bool { rawValue >= 5 }
  }

  /// SHA-256 of ``bytes``, lower-case hex.
  public let digest: String
  public let format: Format
  public let bytes: [UInt8]
  /// As stored, before orientation.
  public let pixelWidth: Int
  public let pixelHeight: Int
  public let orientation: Orientation
  /// As painted: 1 grey, 3 RGB (palettes too), 4 with alpha (PNG only).
  public let components: Int

  public init(
    digest: String, format: Format, bytes: [UInt8], pixelWidth: Int, pixelHeight: Int, orientation: Orientation,
    components: Int
  ) {
    self.digest = digest
    self.format = format
    self.bytes = bytes
    self.pixelWidth = pixelWidth
    self.pixelHeight = pixelHeight
    self.orientation = orientation
    self.components = components
  }

  /// Width ÷ height of the upright picture.
  public var aspect: Double {
    orientation.isSideways
      ? Double(pixelHeight) / Double(pixelWidth) : Double(pixelWidth) / Double(pixelHeight)
  }

  /// The same bytes may have lain both upright and on their side: orientation is no longer among them.
  public static func == (left: Picture, right: Picture) -> Bool {
    left.digest == right.digest && left.orientation == right.orientation
  }
  public func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}

/// A picture on the page.
public struct PlacedPicture: Hashable, Sendable {
  public var picture: Picture
  /// From the unit square of the **stored** pixels (0,0 top left, 1,1 bottom right) to the page: orientation is in it.
  public var transform: Transform
  /// What of it is shown, on the page.
  public var crop: Rect

  public init(picture: Picture, transform: Transform, crop: Rect) {
    self.picture = picture
    self.transform = transform
    self.crop = crop
  }
}
