import PressScene

/// The properties of the language. Adding one takes an entry here, its mention in ``ElementRules``, and the line that uses it.
enum Properties {
  // MARK: Of every visible element

  static let id = Property(
    "id", .name("a word of your own, such as photo"), "Its name in paths, differences and the inspector.")
  static let style = Property("style", .name("the name of a style"), "Takes over the properties of that style.")
  static let at = Property("at", .coordinates, "The top left corner, from the area's top left corner.")
  static let center = Property("center", .place, "The middle.")
  static let baseline = Property("baseline", .place, "The left end of the first baseline.")
  static let width = Property("width", .side, "Its width; % counts from what it stands in.")
  static let height = Property("height", .side, "Its height; % counts from what it stands in.")
  static let size = Property("size", .box, "Width and height in one.")
  static let over = Property("over", .layers, "What it may cover: no overlap is reported against these.")
  static let alt = Property(
    "alt", .plain("a text in quotes"), computed: "the field's label, or the seal's text",
    "What a person is told who cannot see it.")
  static let textRole = Property(
    "role", .word([RoleName.heading, .label, .value, .paragraph, .caption, .artifact]),
    computed: "value for fields alone, label in a row, else paragraph", "What it means to a reader.")
  static let figureRole = Property(
    "role", .word([RoleName.figure, .artifact]), default: .figure, "Whether it says something or is decoration.")

  // MARK: Of text

  static let font = Property(
    "font", .font, "Family and type size; one of the two may come from a style.")
  static let color = Property("color", .color, default: .black, "Its colour in sRGB.")
  static let align = Property(
    "align", .word(TextStyle.Alignment.allCases), default: .left, "Where its lines stand in its width.")
  static let tracking = Property(
    "tracking", .length(LengthRule(sign: .any, typical: ["em", "pt"]), such: "0.08em"), default: Measure(0, .em),
    "Extra space between characters.")
  static let leading = Property(
    "leading", .length(LengthRule(sign: .positive, typical: ["em", "pt"]), such: "1.25em"),
    default: Measure(1.25, .em), "From baseline to baseline.")
  static let indent = Property(
    "indent", .length(LengthRule(sign: .notNegative, typical: ["em", "pt"]), such: "2em"), default: Measure(0, .em),
    "White before the first line of each paragraph.")
  static let direction = Property(
    "direction", .word(TextStyle.Direction.allCases), default: .horizontal,
    "vertical: characters from top to bottom, lines from right to left.")
  static let fit = Property(
    "fit", .steps, "What may be done when the text is too long, tried left to right; then it is an error.")

  // MARK: Of pictures

  static let imageFit = Property(
    "fit", .word(ImageElement.Fit.allCases), default: .contain, "All of the picture, or all of the box.")
  static let side = Property(needed: "size", .square, "Side of the symbol; its quiet zone lies outside.")
  static let level = Property(
    "level", .word(QRMatrix.Level.allCases), default: .M, "How much damage it bears: 7, 15, 25 or 30 %.")
  static let quiet = Property(
    "quiet", .count(0...20, of: "modules"), default: 4, "Modules that stay clear around it (ISO/IEC 18004 wants 4).")

  // MARK: Of a seal

  static let diameter = Property(needed: "diameter", .dimension, "Outer edge to outer edge.")
  static let sealFont = Property("font", .family, computed: "the font declared first", "The family of its characters.")
  static let sealColor = Property(
    "color", .color, default: Color(red: 0xD7, green: 0, blue: 0x0F), "Its colour in sRGB.")
  static let ring = Property("ring", .thickness, ofDiameter: 0.03, "Width of the ring.")
  static let star = Property(
    "star", .distance, ofDiameter: 1.0 / 3, "Diameter of the circle around the star; 0 for none.")
  static let arc = Property(
    "arc", .number(1...360, of: " of degrees"), default: 280.0, "Degrees from the first character to the last.")
  static let characterSize = Property(
    "size", .typeSize, ofDiameter: 0.122, "Height of the characters on the arc.")
  static let condense = Property(
    "condense", .number(0.3...1.5, of: ""), default: 0.64, "Width ÷ height of its characters.")
  static let sealInset = Property(
    "inset", .distance, ofDiameter: 0.024, "From the ring to the characters.")
  static let bottom = Property("bottom", .text, "A straight line of text below the star.")
  static let bottomSize = Property(
    "bottom-size", .typeSize, ofDiameter: 0.09, "Height of the characters of `bottom`.")

  // MARK: Of lines and boxes

  static let from = Property(needed: "from", .place, "Where the line begins.")
  static let to = Property(needed: "to", .place, "Where the line ends.")
  static let lineStroke = Property(
    "stroke", .stroke, default: MeasuredStroke(width: Measure(0.5, .pt), color: .black), "Width and colour.")
  static let stroke = Property("stroke", .stroke, "Width and colour of its outline.")
  static let dash = Property("dash", .dashes, "Lengths of dashes and gaps in turn; without it, a solid line.")
  static let fill = Property("fill", .paint, "What it is filled with.")
  static let radius = Property("radius", .distance, default: Measure(0, .pt), "Of its corners.")
  static let inset = Property(
    "inset", .distance, default: Measure(0, .pt), "From the area's edge to the frame's outer edge.")
  static let frameWidth = Property(needed: "width", .dimension, "Of the frame, outer edge to inner edge.")
  static let rule = Property(
    "rule", .thickness, default: Measure(0.6, .pt), "Width of the frame's inner rule; the outer one is twice as strong."
  )

  // MARK: Of rows and columns

  static let gap = Property("gap", .distance, default: Measure(0, .pt), "Between its elements.")
  static let until = Property(
    "until", .side, "What does not fit above this height goes on upon a next page; without it, all stands on one page.")
  static let again = Property(
    "again", .yPlace, computed: "as high as on the first page", "Where it begins on the pages that follow.")
  static let pitch = Property("pitch", .dimension, "From the top of one element to the top of the next.")

  // MARK: Of a table

  static let columns = Property(needed: "columns", .columns, "The width of each column; rest takes what is left.")
  static let padding = Property(
    "padding", .inside, default: MeasuredPoint(x: Measure(1.5, .mm), y: Measure(1, .mm)),
    "White around what stands in a cell: left and right, above and below.")
  static let rules = Property(
    "rules", .word(TableElement.Rules.allCases), default: .grid, "Which lines are drawn; three is 三线表.")

  // MARK: Of a group

  static let rotate = Property(
    "rotate", .number(-360...360, of: " of degrees"), default: 0.0, "Turns it about its middle, clockwise.")
  static let groupOpacity = Property(
    "opacity", .number(0...1, of: ""), default: 1.0, "How much of what lies below it covers.")
  static let clip = Property(
    "clip", .word(GroupElement.Clip.allCases), "Cuts off what sticks out of its box, or of the ellipse in it.")

  // MARK: Of security printing

  static let roseDiameter = Property("diameter", .dimension, "Of a rosette, edge to edge.")
  static let hole = Property(
    "hole", .number(0...0.9, of: ""), default: 0.3, "Of a rosette: what stays empty inside ÷ its diameter.")
  static let bandFrom = Property("from", .place, "Where the line begins.")
  static let bandTo = Property("to", .place, "Where the line ends.")
  static let bandHeight = Property("height", .side, "Of a band, edge to edge.")
  static let lobes = Property(
    "lobes", .count(3...60, of: "lobes"), default: 12, "Lobes of a rosette, waves of a band.")
  static let strands = Property("strands", .count(1...60, of: "lines"), default: 12, "How many lines are woven.")
  static let fineStroke = Property(
    "stroke", .stroke, default: MeasuredStroke(width: Measure(0.25, .pt), color: .black), "Width and colour.")
  static let seed = Property(
    "seed", .count(0...999_999, of: "your choice"), default: 1, "Another number gives another pattern.")
  static let along = Property(
    "along", .word(MicrotextAlong.allCases), default: .box, "In a box: its edge, or that of the ellipse in it.")
  static let opacity = Property(
    "opacity", .number(0...1, of: ""), default: 0.12, "How much of what lies below it covers.")
  static let slant = Property(
    "rotate", .number(-360...360, of: " of degrees"), default: -30.0, "Turns its lines, clockwise.")
  static let spacing = Property(
    "gap", .length(LengthRule(sign: .notNegative), such: "20mm"), default: Measure(2, .em), "Between one and the next.")

  // MARK: Of the document and its data

  static let title = Property("title", .text, "The document's title.")
  static let author = Property("author", .text, "Who issues it.")
  static let date = Property("date", .date, "The date it bears; without it, none.")
  static let language = Property(
    "language", .plain("a language tag in quotes such as \"zh-CN\""), default: "zh-CN", "Its language (BCP 47).")
  static let max = Property(
    "max", .count(1...10_000, of: "characters, or of a list's entries,"),
    "Characters it may have at most; entries of a list.")
  static let min = Property(
    "min", .count(1...10_000, of: "characters, or of a list's entries,"),
    "Characters it must have at least; entries of a list.")
  static let oneOf = Property("one-of", .texts, "The only values it may have.")
  static let sameAs = Property(
    "same-as", .name("the name of another field"),
    "Prints that field's value in a form of its own; the record gives it once.")
  static let print = Property("print", .print, "How it is printed, where not as it is.")
  static let defaultText = Property(
    "default", .plain("a text in quotes such as \"长期有效\""),
    "What is printed, as it stands, where the record has no value.")
}

/// The words of `role`.
enum RoleName: String, CaseIterable, Sendable, Spelled {
  case heading, label, value, paragraph, caption, figure, artifact
}

/// The words of `along`.
enum MicrotextAlong: String, CaseIterable, Sendable, Spelled { case box, ellipse }

extension TextStyle.Alignment: Spelled {}
extension TextStyle.Direction: Spelled {}
extension TableElement.Rules: Spelled {}
extension GroupElement.Clip: Spelled {}
extension MeasuredPoint: Spelled {
  var spelling: String { x.written + " " + y.written }
}
extension ImageElement.Fit: Spelled {}
extension QRMatrix.Level: Spelled {}

extension Color: Spelled {
  var spelling: String { hex }
}

extension MeasuredStroke: Spelled {
  var spelling: String { width.written + " " + color.hex }
}
