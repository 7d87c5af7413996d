import PressScene

/// One thing that is otherwise than expected about one item of the scene, or about the document where there is no item.
struct Change {
  var fact: Fact
  /// The item's path, nil for the document and its pages.
  var item: String?
  /// The path it was expected under, where that is another.
  var former: String?
  /// From 1.
  var page: Int
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

    // Paint
    case color(was: Paint, is: Paint)
    case opacity(was: Double, is: Double)
    case strokeWidth(was: Points, is: Points)
    case strokeStyle
    case filled(Bool)
    case stroked(Bool)
    case outline
    case places(was: Int, is: Int)
    case clip

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

    // The document
    case pages(was: Int, is: Int)
    case pageSize(was: Size, is: Size)
    case area
    case document(String, was: String?, is: String?)

    /// The scenes differ, and none of the above says how.
    case otherwise
  }
}

extension Change.Fact {
  /// A stable name, for programs: `golden.moved`.
  var id: String { "golden." + name }

  private var name: String {
    switch self {
    case .gone: "gone"
    case .new: "new"
    case .renamed: "renamed"
    case .moved: "moved"
    case .resized: "resized"
    case .reads: "reads"
    case .family, .characterFamily: "font"
    case .fontFile: "font-file"
    case .size: "size"
    case .fitted: "fitted"
    case .lines: "lines"
    case .tracking: "tracking"
    case .spread: "spread"
    case .leading: "leading"
    case .letters, .glyphs: "letters"
    case .direction: "direction"
    case .allowedWidth: "width"
    case .color: "color"
    case .opacity: "opacity"
    case .strokeWidth, .strokeStyle, .stroked: "stroke"
    case .filled: "fill"
    case .outline, .places: "outline"
    case .clip: "clip"
    case .picture: "picture"
    case .turned, .mirrored: "turned"
    case .crop: "crop"
    case .payload: "payload"
    case .level: "level"
    case .symbol: "symbol"
    case .kind: "kind"
    case .role: "role"
    case .alternative: "alternative"
    case .depends: "dependence"
    case .drawnUnder, .drawnOver, .paintedBefore, .paintedAfter: "order"
    case .readBefore, .readAfter: "reading-order"
    case .pages: "pages"
    case .pageSize, .area: "page"
    case .document: "document"
    case .otherwise: "scene"
    }
  }

  /// The properties of the layout, by their names in an item's provenance, whose written values decide this: the likeliest first.
  var properties: [String] {
    switch self {
    case .moved(let by):
      (abs(by.x.value) >= abs(by.y.value) ? ["x", "y"] : ["y", "x"]) + [
        "baseline", "center.x", "center.y", "align", "at",
      ]
    case .resized, .spread, .allowedWidth: ["width", "height", "size", "diameter"]
    case .family, .characterFamily: ["font.family"]
    case .size: ["font.size"]
    case .fitted, .lines: ["fit", "width"]
    case .tracking: ["tracking"]
    case .leading: ["leading"]
    case .color: ["color", "fill", "stroke"]
    case .opacity: ["opacity"]
    case .strokeWidth, .strokeStyle, .stroked: ["stroke", "width", "dash"]
    case .filled: ["fill"]
    case .crop: ["fit"]
    case .level: ["level"]
    case .role: ["role"]
    case .alternative: ["alt"]
    default: []
    }
  }

  /// Whether it is what becomes of a part when the whole changes its size.
  var followsSize: Bool {
    switch self {
    case .moved, .resized, .strokeWidth, .outline, .otherwise: true
    default: false
    }
  }

  /// By how much, for programs: millimetres, points and degrees by name.
  var measures: [String: Double] {
    switch self {
    case .moved(let by): ["right_mm": by.x.mm, "down_mm": by.y.mm]
    case .resized(let was, let size):
      [
        "expected_width_mm": was.width.mm, "expected_height_mm": was.height.mm, "width_mm": size.width.mm,
        "height_mm": size.height.mm,
      ]
    case .size(let was, let size), .fitted(let was, let size): ["expected_pt": was.value, "pt": size.value]
    case .tracking(let by), .leading(let by): ["by_mm": by.mm]
    case .spread(let was, let width): ["expected_mm": was.mm, "mm": width.mm]
    case .strokeWidth(let was, let width): ["expected_pt": was.value, "pt": width.value]
    case .turned(let degrees): ["degrees": degrees]
    default: [:]
    }
  }
}
