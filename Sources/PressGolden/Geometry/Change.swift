import PressScene

/// One thing that is otherwise than expected about one item of the scene, or about the document where there is no item.
struct Change {
  var fact: Fact
  /// The item's path, nil for the document and its pages.
  var item: String?
  /// The path it was expected under, where that is another.
  var former: String?
  /// Whether that is only because entries of its list before it are gone or new: it is still called what it is now.
  var isRenumbered = false
  /// From 1.
  var page: Int
  /// The page it was expected on, where that is another.
  var formerPage: Int?
  /// Where to look, in points on the page, before and after.
  var before: Rect?
  var after: Rect?

  enum Fact {
    case gone
    case new
    case renamed(from: String, to: String)
    case moved(by: Point)
    case resized(from: Size, to: Size)

    // Text
    case reads(was: String, is: String)
    case family(was: String, is: String)
    /// Some characters only.
    case characterFamily(String, was: String, is: String)
    /// The family is the same, its file is another.
    case fontFile(String)
    case size(was: Points, is: Points)
    case fitted(was: Points, is: Points)
    case lines(was: Int, is: Int)
    case tracking(by: Points)
    case spread(was: Points, is: Points)
    case leading(by: Points)
    case letters
    case glyphs
    case direction(GlyphRun.Direction)
    case allowedWidth(was: Points?, is: Points?)
    /// The width of the stroke that makes it bold, 0 for none; nil for all characters.
    case bold(was: Points, is: Points, String?)
    /// Some characters only, as the next two.
    case characterColor(String, was: Paint, is: Paint)
    case characterSize(String, was: Points, is: Points)
    case characterMoved(String, by: Point)
    /// The first line.
    case indented(by: Points)

    // Paint
    case color(was: Paint, is: Paint)
    case opacity(was: Double, is: Double)
    case strokeWidth(was: Points, is: Points)
    case strokeStyle
    case filled(Bool)
    case stroked(Bool)
    case outline
    case places(was: Int, is: Int)
    /// In words, nil for none.
    case clip(was: String?, is: String?)
    case gradientTurned(degrees: Double)
    /// The same colours in the same direction, begun or ended elsewhere.
    case gradientPlaced
    /// What repeats is another figure.
    case cell
    /// The letters of a micro-text or the stamps of a watermark, all together.
    case engraved(was: Int, is: Int)

    // Pictures and codes
    case picture
    case turned(degrees: Double)
    case mirrored
    case crop
    case payload
    case level(was: QRMatrix.Level, is: QRMatrix.Level)
    case symbol

    // Meaning and order
    case kind
    case role(was: Role, is: Role)
    case alternative(was: String, is: String)
    case depends(was: Set<String>, is: Set<String>)
    case drawnUnder(String)
    case drawnOver(String)
    case paintedBefore(String)
    case paintedAfter(String)
    case readBefore(String)
    case readAfter(String)

    // Entries and pages
    case entry(was: Int, is: Int)
    case onPage(was: Int, is: Int)

    // The document
    case pages(was: Int, is: Int)
    case pageSize(was: Size, is: Size)
    case area
    case document(String, was: String?, is: String?)

    /// The scenes differ, and none of the above says how.
    case otherwise
  }
}
