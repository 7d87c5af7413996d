/// What content streams call by name (ISO 32000-1, 7.8.3). A kept form has its own; a document's pages share one.
final class PDFResources {
  private var fonts: [(name: Int, reference: PDFReference)] = []
  private var fontNames: [ObjectIdentifier: Int] = [:]
  private var images: [PDFReference] = []
  private var forms: [PDFForm] = []
  /// Forms of this document alone.
  private var passing: [PDFReference] = []
  private var opacities: [Double] = []
  private var patterns: [PDFBytes] = []

  /// Bytes of what is called and kept.
  var size: Int { forms.reduce(200) { $0 + $1.size } + patterns.reduce(0) { $0 + $1.count } }

  /// `/F1`
  func name(of font: EmbeddedFont) -> Int {
    if let name = fontNames[ObjectIdentifier(font)] { return name }
    fonts.append((fonts.count + 1, font.reference))
    fontNames[ObjectIdentifier(font)] = fonts.count
    return fonts.count
  }

  /// `/I1`
  func name(of image: PDFReference) -> Int { images.place(of: image) }

  /// `/X1`
  func name(of form: PDFForm) -> Int {
    if let index = forms.firstIndex(where: { $0 === form }) { return index + 1 }
    forms.append(form)
    return forms.count
  }

  /// `/T1`
  func name(ofPassing form: PDFReference) -> Int { passing.place(of: form) }

  /// `/G1`, a graphics state with this constant alpha.
  func name(ofOpacity opacity: Double) -> Int { opacities.place(of: opacity) }

  /// `/P1`
  func name(ofPattern pattern: PDFBytes) -> Int {
    if let index = patterns.firstIndex(where: { $0.bytes == pattern.bytes }) { return index + 1 }
    patterns.append(pattern)
    return patterns.count
  }

  /// The dictionary. - Parameter reference: of a form in the file at hand.
  func dictionary(reference: (PDFForm) -> PDFReference) -> PDFBytes {
    var out = PDFBytes()
    out.raw("<<")
    func section(_ key: StaticString, isEmpty: Bool, _ body: () -> Void) {
      guard !isEmpty else { return }
      out.raw(key)
      out.raw("<<")
      body()
      out.raw(">>")
    }
    func entry(_ letter: StaticString, _ name: Int) {
      out.raw("/")
      out.raw(letter)
      out.append(integer: name)
      out.raw(" ")
    }
    section("/Font", isEmpty: fonts.isEmpty) {
      for font in fonts {
        entry("F", font.name)
        out.reference(font.reference)
      }
    }
    section("/XObject", isEmpty: images.isEmpty && forms.isEmpty && passing.isEmpty) {
      for (index, image) in images.enumerated() {
        entry("I", index + 1)
        out.reference(image)
      }
      for (index, form) in forms.enumerated() {
        entry("X", index + 1)
        out.reference(reference(form))
      }
      for (index, form) in passing.enumerated() {
        entry("T", index + 1)
        out.reference(form)
      }
    }
    section("/ExtGState", isEmpty: opacities.isEmpty) {
      for (index, opacity) in opacities.enumerated() {
        entry("G", index + 1)
        out.raw("<</ca ")
        out.append(number: opacity)
        out.raw("/CA ")
        out.append(number: opacity)
        out.raw(">>")
      }
    }
    section("/Pattern", isEmpty: patterns.isEmpty) {
      for (index, pattern) in patterns.enumerated() {
        entry("P", index + 1)
        out.append(pattern)
      }
    }
    out.raw(">>")
    return out
  }
}

extension Array where Element: Equatable {
  /// Counted from 1; appended where it is new.
  fileprivate mutating func place(of element: Element) -> Int {
    if let index = firstIndex(of: element) { return index + 1 }
    append(element)
    return count
  }
}
