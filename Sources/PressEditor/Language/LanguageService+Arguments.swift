import CertPress
import PressDiagnostics
import PressSyntax
import PressTemplate

extension LanguageService {
  // MARK: Behind an element's word

  func arguments(_ cursor: Cursor, of step: Cursor.Step) -> [Completion] {
    guard let element = step.meaning else { return [] }
    if let call = cursor.call { return inCall(CallExample(element.examples[call] ?? call), cursor) }
    let count = cursor.before.count
    switch element.name {
    case "field":
      return count > 0
        ? []
        : Schema.Field.FieldType.allCases.map { Completion(.fieldType, $0.rawValue, replacing: cursor.replaced) }
    case "font": return count == 1 ? quoted(familyCompletions(cursor.replaced)) : []
    case "page":
      let isFirst = count == 0
      return element.words.filter { (PaperSize(rawValue: $0) != nil) == isFirst && count < 2 }
        .map { Completion(.word, $0, detail: PaperSize(rawValue: $0)?.shown ?? "", replacing: cursor.replaced) }
    default:
      var list: [Completion] = []
      if count == 0 || element.takesText {
        list += words(element.words, element.examples, cursor.replaced)
      }
      if element.takesBareField, count == 0 {
        list += fields(cursor, for: element).map { field(of: $0, replacing: cursor.replaced) }
      }
      if count == 0 { list += quoted(fileCompletions(of: element, cursor.replaced)) }
      return list
    }
  }

  func words(
    _ words: [String], _ examples: [String: String], _ replaced: Range<Int>, rank: Int = 2
  ) -> [Completion] {
    words.map { word in
      guard let example = examples[word] else { return Completion(.word, word, replacing: replaced, rank: rank) }
      return Completion(
        .call, word, detail: example, insert: Snippet(CallExample(example)), replacing: replaced, rank: rank)
    }
  }

  /// Between the parentheses of a call, by the example of it.
  func inCall(_ example: CallExample, _ cursor: Cursor) -> [Completion] {
    let index = cursor.argument
    if example.takesColor(at: index) { return colors(cursor.replaced) }
    if example.takesLength(at: index) { return lengths(cursor, takesShares: false) }
    if example.takesName(at: index) { return fonts(cursor.replaced) }
    return []
  }

  // MARK: In quotes

  func inText(_ cursor: Cursor, from start: Int) -> [Completion] {
    var end = cursor.offset
    while end < source.bytes.count, source.bytes[end] >= 0x20, source.bytes[end] != UInt8(ascii: "\"") { end += 1 }
    switch cursor.place {
    case .arguments(let step):
      guard let element = step.meaning else { return [] }
      if element.takesText { return inTemplate(cursor, from: start) }
      if element.name == "font" { return familyCompletions(start + 1..<end) }
      return fileCompletions(of: element, start + 1..<end)
    case .value(let property):
      let rules = cursor.container?.properties(property.name.word(in: source)) ?? []
      return rules.contains { $0.terms.contains(.texts) } ? inTemplate(cursor, from: start) : []
    case .statement, .nowhere: return []
    }
  }

  /// In a text: the name of a field behind its brace.
  private func inTemplate(_ cursor: Cursor, from start: Int) -> [Completion] {
    guard let name = QuotedLine.field(from: start, to: cursor.offset, in: source) else { return [] }
    let bytes = source.bytes
    var end = cursor.offset
    while end < bytes.count, bytes[end] >= 0x80 || bytes[end].isNameByte { end += 1 }
    let isClosed = end < bytes.count && bytes[end] == UInt8(ascii: "}")
    let replaced = name..<end
    let fields = names.fields(in: cursor.lists(in: source)).filter(isReadable)
    var list = fields.map { field(of: $0, replacing: replaced) }
    list += BuiltIn.names.sorted().filter { $0 != "index" || cursor.path.contains { $0.meaning?.name == "repeat" } }
      .map { Completion(.field, $0, detail: "counted by the press", replacing: replaced, rank: 7) }
    if !isClosed { for index in list.indices { list[index].insertion = Snippet(list[index].label + "}") } }
    return list
  }

  private func familyCompletions(_ replaced: Range<Int>) -> [Completion] {
    families().map { Completion(.family, $0, replacing: replaced) }
  }

  private func fileCompletions(of element: Vocabulary.Element, _ replaced: Range<Int>) -> [Completion] {
    let endings =
      switch element.name {
      case "include": [".layout"]
      case "image": [".jpg", ".jpeg", ".png", ".svg"]
      default: [String]()
      }
    guard !endings.isEmpty else { return [] }
    return files().filter { file in endings.contains { file.lowercased().hasSuffix($0) } }
      .map { Completion(.file, $0, replacing: replaced, rank: 6) }
  }

  private func quoted(_ list: [Completion]) -> [Completion] {
    list.map { completion in
      var completion = completion
      completion.insertion = Snippet("\"" + completion.label + "\"")
      return completion
    }
  }
}

extension UInt8 {
  fileprivate var isNameByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}

extension PaperSize {
  var shown: String { "\(size.width.millimetres) x \(size.height.millimetres)" }
}
