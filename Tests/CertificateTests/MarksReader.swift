import TestKit

/// Interprets content streams: graphics state, paths, text, pictures, forms.
struct MarksReader {
  private struct State {
    var matrix = Matrix.identity
    var fill = [0.0, 0.0, 0.0]
    var stroke = [0.0, 0.0, 0.0]
    var lineWidth = 1.0
    /// In the page's space, y up, as all that is read.
    var clip: Box?
    var font: PDFFont?
    var fontSize = 1.0
  }

  private let file: PDFFile
  private(set) var marks: Marks
  private var state = State()
  private var saved: [State] = []
  private var text = Matrix.identity
  private var line = Matrix.identity
  private var points: [(x: Double, y: Double)] = []
  private var clips = false
  private var knownFonts: [String: PDFFont] = [:]
  /// The marked content at hand: what it says in place of its glyphs, and the first of those.
  private var spans: [(text: String?, first: Int)] = []

  init(file: PDFFile, marks: Marks) {
    self.file = file
    self.marks = marks
  }

  mutating func read(_ content: [UInt8], resources: [String: PDFFile.Object]) throws {
    var operands: [ContentToken] = []
    for token in try ContentToken.all(of: content) {
      guard case .word(let name) = token else {
        operands.append(token)
        continue
      }
      let numbers = operands.compactMap { if case .number(let number) = $0 { number } else { nil } }
      try perform(name, numbers, operands, resources)
      operands = []
    }
  }

  private mutating func perform(
    _ name: String, _ numbers: [Double], _ operands: [ContentToken], _ resources: [String: PDFFile.Object]
  ) throws {
    switch name {
    case "q": saved.append(state)
    case "Q":
      guard let last = saved.popLast() else { throw Unreadable("Q without q") }
      state = last
    case "cm": state.matrix = try Matrix(numbers).then(state.matrix)
    case "w": state.lineWidth = numbers.first ?? 0
    case "rg": state.fill = numbers
    case "RG": state.stroke = numbers
    case "g": state.fill = Array(repeating: numbers.first ?? 0, count: 3)
    case "G": state.stroke = Array(repeating: numbers.first ?? 0, count: 3)
    // Caps, joins, dashes; opacity is held against 1 where it is defined.
    case "J", "j", "M", "d", "i": break
    case "BDC", "BMC": spans.append((Self.actualText(operands), marks.glyphs.count))
    case "EMC": try endSpan()
    case "gs": try requireOpaque(operands, resources)
    case "m", "l", "c", "v", "y":
      for index in stride(from: 0, to: numbers.count - 1, by: 2) { add(numbers[index], numbers[index + 1]) }
    case "re":
      guard numbers.count == 4 else { throw Unreadable("a rectangle of \(numbers.count) numbers") }
      add(numbers[0], numbers[1])
      add(numbers[0] + numbers[2], numbers[1])
      add(numbers[0], numbers[1] + numbers[3])
      add(numbers[0] + numbers[2], numbers[1] + numbers[3])
    case "h": break
    case "W", "W*": clips = true
    case "n": finish(fills: false, strokes: false)
    case "f", "f*": finish(fills: true, strokes: false)
    case "S", "s": finish(fills: false, strokes: true)
    case "B", "B*", "b", "b*": finish(fills: true, strokes: true)
    case "Do": try draw(operands, resources)
    default: try performText(name, numbers, operands, resources)
    }
  }

  private mutating func performText(
    _ name: String, _ numbers: [Double], _ operands: [ContentToken], _ resources: [String: PDFFile.Object]
  ) throws {
    switch name {
    case "BT": (text, line) = (.identity, .identity)
    case "ET": break
    case "Tr": if numbers != [0] { throw Unreadable("text that is not just filled") }
    case "Tf":
      guard case .name(let key) = operands.first, let size = numbers.last else { throw Unreadable("Tf") }
      state.font = try font(file.dictionary(resources["Font"])[key])
      state.fontSize = size
    case "Tm":
      line = try Matrix(numbers)
      text = line
    case "Td":
      guard numbers.count == 2 else { throw Unreadable("Td") }
      line = Matrix.shift(numbers[0], numbers[1]).then(line)
      text = line
    case "Tj", "TJ":
      for operand in operands { try show(operand) }
    default: throw Unreadable("the operator \(name)")
    }
  }

  private mutating func add(_ x: Double, _ y: Double) { points.append(state.matrix(x, y)) }

  private mutating func finish(fills: Bool, strokes: Bool) {
    defer { (points, clips) = ([], false) }
    guard let box = points.map({ Box(left: $0.x, top: $0.y, right: $0.x, bottom: $0.y) }).united else { return }
    if clips { state.clip = state.clip?.cut(by: box) ?? box }
    guard fills || strokes else { return }
    marks.figures.append(
      Marks.Figure(
        box: turned(box), fill: fills ? state.fill : nil, stroke: strokes ? state.stroke : nil,
        lineWidth: state.lineWidth * state.matrix.scale, points: points.count))
  }

  /// From PDF's space, y up, to ours.
  private func turned(_ box: Box) -> Box {
    Box(
      left: box.left, top: marks.page.bottom - box.bottom, right: box.right, bottom: marks.page.bottom - box.top)
  }

  private mutating func show(_ operand: ContentToken) throws {
    switch operand {
    case .number(let adjustment): text = Matrix.shift(-adjustment / 1000 * state.fontSize, 0).then(text)
    case .array(let parts): for part in parts { try show(part) }
    case .string(let bytes):
      guard let font = state.font else { throw Unreadable("text without a font") }
      for index in stride(from: 0, to: bytes.count, by: font.codeLength) {
        let code = bytes[index..<index + font.codeLength].reduce(0) { $0 << 8 | Int($1) }
        let width = font.width(of: code)
        let place = text.then(state.matrix)
        marks.glyphs.append(
          Marks.Glyph(
            text: try font.text(of: code), font: font.name, size: state.fontSize * place.scale, x: place.e,
            y: marks.page.bottom - place.f, advance: width * state.fontSize * place.scale, code: code,
            clip: state.clip.map(turned)))
        text = Matrix.shift(width * state.fontSize, 0).then(text)
      }
    default: throw Unreadable("an operand of Tj")
    }
  }

  /// ISO 32000-1, 14.9.4.
  private static func actualText(_ operands: [ContentToken]) -> String? {
    guard case .dictionary(let properties) = operands.last, case .string(let bytes) = properties["ActualText"] else {
      return nil
    }
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
    return String(decoding: units, as: UTF16.self)
  }

  /// Where the glyphs of a span say something else than the span, its first says it all.
  private mutating func endSpan() throws {
    guard let (text, first) = spans.popLast() else { throw Unreadable("EMC without a beginning") }
    guard let text, first < marks.glyphs.count, marks.glyphs[first...].map(\.text).joined() != text else { return }
    for index in first..<marks.glyphs.count { marks.glyphs[index].text = index == first ? text : "" }
  }

  private mutating func font(_ object: PDFFile.Object?) throws -> PDFFont {
    guard case .reference(let id) = object else { throw Unreadable("a font that is no object of its own") }
    if let known = knownFonts[id] { return known }
    let font = try PDFFont(object, in: file)
    knownFonts[id] = font
    marks.fonts.append(font)
    return font
  }

  private mutating func draw(_ operands: [ContentToken], _ resources: [String: PDFFile.Object]) throws {
    guard case .name(let key) = operands.first, let stream = file.stream(file.dictionary(resources["XObject"])[key])
    else { throw Unreadable("Do without an object") }
    let outside = state
    defer { state = outside }
    switch file.name(stream.dictionary["Subtype"]) {
    case "Image":
      let corners = [(0.0, 0.0), (1, 0), (0, 1), (1, 1)].map { state.matrix($0.0, $0.1) }
      guard let box = corners.map({ Box(left: $0.x, top: $0.y, right: $0.x, bottom: $0.y) }).united else { return }
      marks.images.append(Marks.Image(box: turned(box), visible: turned(state.clip?.cut(by: box) ?? box)))
    case "Form":
      let matrix = file.array(stream.dictionary["Matrix"]).compactMap { file.number($0) }
      if !matrix.isEmpty { state.matrix = try Matrix(matrix).then(state.matrix) }
      try read(stream.bytes, resources: file.dictionary(stream.dictionary["Resources"]))
    default: throw Unreadable("an object that is neither picture nor form")
    }
  }

  private func requireOpaque(_ operands: [ContentToken], _ resources: [String: PDFFile.Object]) throws {
    guard case .name(let key) = operands.first else { throw Unreadable("gs without a name") }
    let graphics = file.dictionary(file.dictionary(resources["ExtGState"])[key])
    for opacity in ["CA", "ca"] where (file.number(graphics[opacity]) ?? 1) != 1 { throw Unreadable("an opacity") }
  }
}
