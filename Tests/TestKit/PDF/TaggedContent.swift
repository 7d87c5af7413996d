/// The marked content of a document's pages and forms (ISO 32000-1, 14.6): what each mark says, and what is marked wrongly.
struct TaggedContent {
  /// A content stream by its key in the parent tree, and a number in it.
  struct Mark: Hashable {
    var key: Int
    var number: Int
  }

  private enum Section {
    case artifact
    case element(Mark)
    /// Its characters are said already.
    case replaced
    case other
  }

  private let file: PDFFile
  private(set) var texts: [Mark: String] = [:]
  private(set) var faults: [String] = []
  private var sections: [Section] = []
  private var fonts: [String: PDFFont] = [:]
  private var read: Set<Int> = []

  init(_ file: PDFFile) throws {
    self.file = file
    for page in file.pages {
      let parts = file.array(page["Contents"])
      let streams = (parts.isEmpty ? [page["Contents"] ?? .null] : parts).compactMap { file.stream($0) }
      try read(streams.flatMap { $0.bytes + [10] }, file.dictionary(page["Resources"]), key: file.key(page))
      if !sections.isEmpty { faults.append("marked content without end") }
    }
  }

  private mutating func read(_ content: [UInt8], _ resources: [String: PDFFile.Object], key: Int?) throws {
    if let key, !read.insert(key).inserted { faults.append("the stream of key \(key) is drawn twice") }
    var operands: [ContentToken] = []
    var font: PDFFont?
    var saved: [PDFFont?] = []
    for token in try ContentToken.all(of: content) {
      guard case .word(let name) = token else {
        operands.append(token)
        continue
      }
      switch name {
      case "q": saved.append(font)
      case "Q": font = saved.popLast() ?? nil
      case "Tf":
        if case .name(let name) = operands.first { font = try self.font(file.dictionary(resources["Font"])[name]) }
      case "BDC", "BMC": begin(operands, key: key)
      case "EMC": if sections.popLast() == nil { faults.append("EMC without a beginning") }
      case "Tj", "TJ":
        requireMark(name)
        for operand in operands { try say(operand, font) }
      case "f", "f*", "S", "s", "B", "B*", "b", "b*", "sh": requireMark(name)
      case "Do": try draw(operands, resources)
      default: break
      }
      operands = []
    }
  }

  private var element: Mark? {
    for section in sections { if case .element(let mark) = section { return mark } }
    return nil
  }

  private var isArtifact: Bool { sections.contains { if case .artifact = $0 { true } else { false } } }

  private mutating func requireMark(_ what: String) {
    if element == nil, !isArtifact { faults.append("\(what) outside of marked content") }
  }

  private mutating func begin(_ operands: [ContentToken], key: Int?) {
    guard case .name(let tag) = operands.first else { return faults.append("marked content without a tag") }
    var properties: [String: ContentToken] = [:]
    if case .dictionary(let entries) = operands.last { properties = entries }
    if case .number(let number) = properties["MCID"] {
      guard let key else { return faults.append("an MCID in a stream that has no key") }
      let mark = Mark(key: key, number: Int(number))
      if element != nil || isArtifact { faults.append("\(mark) within marked content") }
      if texts.updateValue("", forKey: mark) != nil { faults.append("\(mark) twice") }
      sections.append(.element(mark))
    } else if tag == "Artifact" {
      if element != nil { faults.append("an artifact in an element") }
      sections.append(.artifact)
    } else if case .string(let bytes) = properties["ActualText"] {
      say(bytes.first == 0xFE ? utf16(bytes.dropFirst(2)) : String(decoding: bytes, as: UTF8.self))
      sections.append(.replaced)
    } else {
      sections.append(.other)
    }
  }

  private func utf16(_ bytes: ArraySlice<UInt8>) -> String {
    let bytes = Array(bytes)
    let units = stride(from: 0, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
    return String(decoding: units, as: UTF16.self)
  }

  private mutating func say(_ text: String) {
    if let element, !sections.contains(where: { if case .replaced = $0 { true } else { false } }) {
      texts[element]?.unicodeScalars.append(contentsOf: text.unicodeScalars)
    }
  }

  private mutating func say(_ operand: ContentToken, _ font: PDFFont?) throws {
    switch operand {
    case .array(let parts): for part in parts { try say(part, font) }
    case .string(let bytes):
      guard let font else { throw Unreadable("text without a font") }
      for index in stride(from: 0, to: bytes.count, by: font.codeLength) {
        say(try font.text(of: bytes[index..<index + font.codeLength].reduce(0) { $0 << 8 | Int($1) }))
      }
    default: break
    }
  }

  private mutating func font(_ object: PDFFile.Object?) throws -> PDFFont {
    guard case .reference(let id) = object else { throw Unreadable("a font that is no object of its own") }
    if let known = fonts[id] { return known }
    let font = try PDFFont(object, in: file)
    fonts[id] = font
    return font
  }

  private mutating func draw(_ operands: [ContentToken], _ resources: [String: PDFFile.Object]) throws {
    guard case .name(let name) = operands.first, let stream = file.stream(file.dictionary(resources["XObject"])[name])
    else { throw Unreadable("Do without an object") }
    guard file.name(stream.dictionary["Subtype"]) == "Form" else { return requireMark("an image") }
    let key = file.key(stream.dictionary)
    if key != nil, element != nil || isArtifact { faults.append("a form with marks of its own in marked content") }
    try read(stream.bytes, file.dictionary(stream.dictionary["Resources"]), key: key)
  }
}

extension PDFFile {
  /// Of a page or a form, in the parent tree.
  func key(_ dictionary: [String: Object]) -> Int? { number(dictionary["StructParents"]).map { Int($0) } }
}
