/// An element of the language: what stands behind its word and in its block.
struct ElementRule: Sendable {
  let name: String
  /// How its arguments are written: `text "…"`.
  let head: String
  let summary: String
  let properties: [any PropertyRule]
  /// Words of the elements that may stand in its block.
  let elements: [String]
  /// Words that stand in its block by themselves: `optional`.
  let flags: [String]
  /// Bare words and calls that the language knows behind its word: `rosette`, `bold`.
  let words: [String]
  /// How those among them that are calls are written.
  let examples: [String: String]

  init(
    _ name: String, _ head: String, _ summary: String, properties: [any PropertyRule] = [], elements: [String] = [],
    flags: [String] = [], words: [String] = [], examples: [String: String] = [:]
  ) {
    self.name = name
    self.head = head
    self.summary = summary
    self.properties = properties
    self.elements = elements
    self.flags = flags
    self.words = words
    self.examples = examples
  }

  /// True if it places its children itself.
  var isFlow: Bool { ["row", "column", "table", "head"].contains(name) }

  func property(_ name: String) -> (any PropertyRule)? { properties.first { $0.name == name } }

  var takesBlock: Bool { !properties.isEmpty || !elements.isEmpty || !flags.isEmpty || name == "data" }
}

/// The elements of the language.
enum ElementRules {
  static let certificate = ElementRule(
    "certificate", "certificate \"NAME\"", "The whole layout: everything else stands in its block.",
    elements: ["include", "page", "area", "document", "font", "data", "style"] + visible)

  static let include = ElementRule(
    "include", "include \"FILE\"", "What stands in another file, as if it stood here: fonts, styles, a letterhead.")
  static let page = ElementRule(
    "page", "page A4, page A4 landscape or page 210mm x 297mm",
    "A sheet of paper; in its block, what stands on this page only.", elements: visible,
    words: Form<NamedPaper>.paper.words)
  static let area = ElementRule(
    "area", "area 283mm x 194mm",
    "The certificate on the paper, centred: positions count from its top left corner. Without it, the whole page.")
  static let document = ElementRule(
    "document", "document", "What the file says about itself.", properties: [P.title, P.author, P.date, P.language])
  static let font = ElementRule("font", "font ALIAS \"FAMILY\"", "A short name for a family of the fonts folder.")
  static let data = ElementRule("data", "data", "The fields a record must have.")
  /// A declaration in `data`; its word is the field's own name.
  static let field = ElementRule(
    "field", "NAME TYPE \"LABEL\"", "One field: its name, its type, and what a person calls it.",
    properties: [P.max, P.min, P.oneOf, P.print, P.defaultText, P.sameAs], flags: ["optional"])
  static let style = ElementRule(
    "style", "style NAME", "Properties under a name, for elements that say `style: NAME`.",
    properties: styleProperties)

  static let text = ElementRule(
    "text", "text \"…\" or text FIELD", "One line of text, or several where `fit` allows it.",
    properties: [
      P.id, P.style, P.textRole, P.at, P.center, P.baseline, P.width, P.height, P.over, P.font, P.color, P.align,
      P.tracking, P.leading, P.indent, P.direction, P.fit,
    ], words: Form<TextTemplate>.runs.words, examples: Form<TextTemplate>.runs.examples)
  static let image = ElementRule(
    "image", "image FIELD or image \"FILE\"",
    "A picture of the record's, or one that belongs to the layout: JPEG, PNG or SVG.",
    properties: [
      P.id, P.style, P.figureRole, P.at, P.center, P.size, P.width, P.height, P.over, P.alt, P.imageFit,
    ])
  static let qr = ElementRule(
    "qr", "qr FIELD or qr \"https://…{id}\"", "A QR symbol.",
    properties: [P.id, P.style, P.figureRole, P.at, P.center, P.side, P.over, P.alt, P.level, P.quiet])
  static let seal = ElementRule(
    "seal", "seal \"…\"", "A round seal: ring, star, text on an arc.",
    properties: [
      P.id, P.style, P.figureRole, P.at, P.center, P.over, P.alt, P.diameter, P.sealFont, P.sealColor, P.ring, P.star,
      P.arc, P.characterSize, P.condense, P.sealInset, P.bottom, P.bottomSize,
    ])
  static let line = ElementRule(
    "line", "line", "A straight rule.", properties: [P.id, P.style, P.from, P.to, P.lineStroke, P.dash, P.over])
  static let rectangle = ElementRule(
    "rectangle", "rectangle", "A box, filled or outlined.",
    properties: [
      P.id, P.style, P.at, P.center, P.size, P.width, P.height, P.fill, P.stroke, P.radius, P.dash, P.over,
    ])
  static let ellipse = ElementRule(
    "ellipse", "ellipse", "An ellipse or a circle, filled or outlined.",
    properties: [P.id, P.style, P.at, P.center, P.size, P.width, P.height, P.fill, P.stroke, P.dash, P.over])
  static let path = ElementRule(
    "path", "path \"M 0 0 L 10 0\"", "A shape of your own: SVG path data in millimetres from where it stands.",
    properties: [P.id, P.style, P.at, P.fill, P.stroke, P.dash, P.over])
  static let border = ElementRule(
    "border", "border wave, border fret or border plain", "An ornamental frame along the area's edge.",
    properties: [P.id, P.style, P.inset, P.frameWidth, P.color, P.rule],
    words: BorderElement.Ornament.allCases.map(\.rawValue))
  static let guilloche = ElementRule(
    "guilloche", "guilloche rosette or guilloche band", "Fine lines woven as on securities.",
    properties: [
      P.id, P.style, P.at, P.center, P.roseDiameter, P.hole, P.bandFrom, P.bandTo, P.bandHeight, P.lobes, P.strands,
      P.fineStroke, P.seed,
    ], words: GuillocheWord.allCases.map(\.rawValue))
  static let microtext = ElementRule(
    "microtext", "microtext \"…\"", "A text too small to copy, again and again along a line.",
    properties: [
      P.id, P.style, P.at, P.center, P.size, P.width, P.height, P.bandFrom, P.bandTo, P.along, P.font, P.color,
    ])
  static let watermark = ElementRule(
    "watermark", "watermark \"…\"", "A pale text all over the sheet; it keeps clear of QR symbols.",
    properties: [P.id, P.style, P.font, P.color, P.opacity, P.slant, P.spacing])
  static let group = ElementRule(
    "group", "group", "Elements with places of their own, turned, cut or made pale as one.",
    properties: [P.id, P.style, P.at, P.center, P.size, P.width, P.height, P.rotate, P.groupOpacity, P.clip, P.over],
    elements: visible)
  static let row = ElementRule(
    "row", "row", "Elements side by side, texts on one baseline.",
    properties: [P.id, P.style, P.at, P.center, P.width, P.height, P.gap], elements: flowing)
  static let column = ElementRule(
    "column", "column", "Elements one below the other.",
    properties: [P.id, P.style, P.at, P.center, P.width, P.height, P.pitch, P.gap, P.until, P.again],
    elements: flowing + ["head"])
  static let table = ElementRule(
    "table", "table", "Rows of cells in columns, with rules between them.",
    properties: [
      P.id, P.style, P.at, P.center, P.width, P.columns, P.padding, P.rules, P.lineStroke, P.pitch, P.until, P.again,
    ], elements: ["head", "row", "repeat", "when"])
  static let head = ElementRule(
    "head", "head", "A row that is there again on each page its column or table goes on to.",
    properties: [P.id, P.style, P.gap], elements: flowing)
  static let repetition = ElementRule(
    "repeat", "repeat LIST", "What is there once for each entry of the list.", elements: flowing)
  static let when = ElementRule(
    "when", "when FIELD", "What is there only if the field has a value.", elements: visible)

  /// The same in a row or a column: it takes what they take.
  private static let flowingWhen = ElementRule(when.name, when.head, when.summary, elements: flowing)
  private static let tableWhen = ElementRule(when.name, when.head, when.summary, elements: ["row", "repeat"])
  private static let tableRepeat = ElementRule(
    repetition.name, repetition.head, repetition.summary, elements: ["row", "when"])

  /// In the order of the reference.
  static let all = [
    certificate, page, area, document, font, data, field, style, include, text, image, qr, seal, line, rectangle,
    ellipse, path, border, guilloche, microtext, watermark, row, column, table, head, repetition, group, when,
  ]

  /// Elements that are seen on paper, and those that hold them.
  static let visible = [
    "text", "image", "qr", "seal", "line", "rectangle", "ellipse", "path", "border", "guilloche", "microtext",
    "watermark", "row", "column", "table", "group", "when",
  ]
  /// Those that a row or a column can place.
  static let flowing = [
    "text", "image", "qr", "seal", "rectangle", "ellipse", "path", "row", "column", "group", "repeat", "when",
  ]

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// The element of that word. A field's declaration has no word of its own.
  static func named(_ name: String) -> ElementRule? { name == field.name ? nil : byName[name] }

  /// The element of that word as a child of `parent`.
  static func named(_ name: String, in parent: ElementRule) -> ElementRule? {
    let inTable = parent.elements.contains("row") && !parent.elements.contains("text")
    if name == when.name, inTable { return tableWhen }
    if name == repetition.name, inTable { return tableRepeat }
    if name == when.name, !parent.elements.contains("line") { return flowingWhen }
    return named(name)
  }

  /// Every property of a visible element, by name and form; a style may hold any of them. What names or places one element
  /// alone is not among them.
  private static let styleProperties: [any PropertyRule] = {
    var seen: Set<String> = []
    return [
      text, image, qr, seal, line, rectangle, ellipse, path, border, guilloche, microtext, watermark, row, column,
      table,
      head, group,
    ].flatMap(\.properties)
      .filter { $0.name != P.id.name && seen.insert($0.key).inserted }
  }()

  private typealias P = Properties
}
