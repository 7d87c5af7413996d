public import PressDiagnostics
import PressScene

extension Template {
  /// The template as text, for people and for comparing: what each property came to in points and millimetres, what was
  /// written for it and where, and on which fields each element depends.
  /// - Parameter sources: holds the layout.
  public func dump(_ sources: SourceSet) -> String {
    var dump = TemplateDump(sources: sources)
    dump.write(self)
    return dump.text
  }
}

/// Writes a template line by line.
struct TemplateDump {
  let sources: SourceSet
  private(set) var text = ""

  init(sources: SourceSet) { self.sources = sources }

  private mutating func line(_ text: String, indent: Int) {
    self.text += String(repeating: "  ", count: indent) + text + "\n"
  }

  private mutating func line(_ name: String, _ value: String, _ provenance: Provenance?, indent: Int) {
    line(name + " " + value + (provenance.map { ": " + describe($0) } ?? ""), indent: indent)
  }

  /// `16pt from style 'label' at 31:20`
  private func describe(_ provenance: Provenance) -> String {
    let written = provenance.written.map { $0 + " " } ?? ""
    let place = provenance.span.map { "at " + self.place($0) } ?? ""
    switch provenance.origin {
    case .literal: return written + place
    case .style(let name): return written + "from style '\(name)' " + place
    case .default: return "by default"
    case .derived(let path): return "from '\(path)'"
    }
  }

  /// Line and column, from 1.
  private func place(_ span: Span) -> String {
    let source = sources[span.source]
    return "\(source.line(at: span.range.lowerBound)):\(source.column(at: span.range.lowerBound))"
  }

  // MARK: The parts

  mutating func write(_ template: Template) {
    line("certificate " + quoted(template.name) + " at " + place(template.span), indent: 0)
    for page in template.pages { write(page) }
    write(template.document)
    line("data", indent: 0)
    for field in template.schema.fields { write(field, indent: 1) }
    line("elements", indent: 0)
    for element in template.elements { write(element, indent: 1) }
  }

  private mutating func write(_ page: PageSetup) {
    line("page", "\(page.size.width.both) x \(page.size.height.both)", page.provenance["page"], indent: 0)
    for key in ["page.width", "page.height"] {
      if let provenance = page.provenance[key] { line("\(key): \(describe(provenance))", indent: 1) }
    }
    let area = page.area
    line("area \(area.width.both) x \(area.height.both) at \(area.x.both) \(area.y.both)", indent: 0)
    for key in ["area.width", "area.height"] {
      if let provenance = page.provenance[key] { line("\(key): \(describe(provenance))", indent: 1) }
    }
  }

  private mutating func write(_ document: DocumentTemplate) {
    line("document", indent: 0)
    line("language " + document.language, indent: 1)
    if let title = document.title { line("title \(show(title)) at \(place(title.span))", indent: 1) }
    if let author = document.author { line("author \(show(author)) at \(place(author.span))", indent: 1) }
    switch document.date {
    case .field(let name, let span): line("date {\(name)} at \(place(span))", indent: 1)
    case .literal(let date, let span): line("date \(date.iso8601) at \(place(span))", indent: 1)
    case nil: break
    }
  }

  private mutating func write(_ field: Schema.Field, indent: Int) {
    let presence = field.isOptional ? " optional" : ""
    line(
      "\(field.name) \(field.type.rawValue) \(quoted(field.label))\(presence) at \(place(field.span))", indent: indent)
    let inner = indent + 1
    if let minimum = field.minimum { line("min", String(minimum), field.provenance["min"], indent: inner) }
    if let maximum = field.maximum { line("max", String(maximum), field.provenance["max"], indent: inner) }
    if let values = field.oneOf {
      line("one-of", values.map(quoted).joined(separator: ", "), field.provenance["one-of"], indent: inner)
    }
    if let print = field.print { line("print", show(print), field.provenance["print"], indent: inner) }
    if let text = field.defaultText { line("default", quoted(text), field.provenance["default"], indent: inner) }
    for field in field.fields { write(field, indent: inner) }
  }

  private func show(_ print: Schema.PrintRule) -> String {
    switch print {
    case .mask(let first, let last, let stars): "mask first \(first) last \(last) asterisks \(stars)"
    case .date(let pattern): "date \(quoted(pattern))"
    case .number(let decimals, let separator):
      "number decimals \(decimals)" + (separator.isEmpty ? "" : " separator \(quoted(separator))")
    case .numerals(let numerals): numerals.rawValue
    case .join(let separator, let last): "join \(quoted(separator)) last \(quoted(last))"
    }
  }

  private mutating func write(_ element: Element, indent: Int) {
    line("\(element.word) \(element.id) \(element.role.text) at \(place(element.span))", indent: indent)
    let inner = indent + 1
    if let content = element.content { line(content, indent: inner) }
    if !element.fields.isEmpty { line("depends on " + element.fields.sorted().joined(separator: " "), indent: inner) }
    for (name, value) in element.readings { line(name, value, element.provenance[name], indent: inner) }
    for child in element.children { write(child, indent: inner) }
  }

  private func show(_ text: TextTemplate) -> String { text.shown }
}
