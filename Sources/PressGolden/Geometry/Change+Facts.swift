import PressScene

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
    case .size, .characterSize: "size"
    case .fitted: "fitted"
    case .lines: "lines"
    case .tracking: "tracking"
    case .spread: "spread"
    case .leading: "leading"
    case .letters, .glyphs, .characterMoved: "letters"
    case .bold: "bold"
    case .indented: "indent"
    case .direction: "direction"
    case .allowedWidth: "width"
    case .color, .characterColor: "color"
    case .opacity: "opacity"
    case .strokeWidth, .strokeStyle, .stroked: "stroke"
    case .filled: "fill"
    case .outline, .places, .cell, .engraved: "outline"
    case .gradientTurned, .gradientPlaced: "gradient"
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
    case .entry: "entry"
    case .onPage: "other-page"
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
    case .turned: ["rotate"]
    case .clip: ["clip"]
    case .gradientTurned, .gradientPlaced: ["fill"]
    case .indented: ["indent"]
    case .direction: ["direction"]
    case .cell, .engraved, .outline, .places:
      ["lobes", "strands", "seed", "hole", "gap", "font.family", "font.size", "radius", "width", "height"]
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
    case .moved, .resized, .strokeWidth, .strokeStyle, .outline, .gradientPlaced, .otherwise: true
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
    case .turned(let degrees), .gradientTurned(let degrees): ["degrees": degrees]
    case .bold(let was, let width, _): ["expected_pt": was.value, "pt": width.value]
    case .characterSize(_, let was, let size): ["expected_pt": was.value, "pt": size.value]
    case .characterMoved(_, let by): ["right_mm": by.x.mm, "down_mm": by.y.mm]
    case .indented(let by): ["by_mm": by.mm]
    case .opacity(let was, let opacity): ["expected_opacity": was, "opacity": opacity]
    case .entry(let was, let number): ["expected_entry": Double(was), "entry": Double(number)]
    case .onPage(let was, let page): ["expected_page": Double(was), "page": Double(page)]
    default: [:]
    }
  }
}
