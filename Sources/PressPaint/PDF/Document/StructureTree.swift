import PressScene

/// What the pages mean: the structure tree and the ways to it (ISO 32000-1, 14.7 and 14.8).
final class StructureTree {
  /// One item that is read.
  struct Element {
    var role: Role
    var page: PDFReference
    /// The page, then the place in its reading order.
    var order: (Int, Int)
    /// On the page, in PDF's own coordinates.
    var box: [Double]
    /// The content stream's key, and the number of the marked content in it.
    var key: Int
    var mark: Int
    /// Index in the order of painting.
    var index: Int
    /// The link annotation, with its own key in the parent tree.
    var link: (annotation: PDFReference, key: Int)?
  }

  private var elements: [Element] = []
  /// By key: how many marks a content stream has; nil where the key is an annotation's.
  private var marks: [Int?] = []
  /// Content streams that are forms.
  private var forms: [Int: PDFReference] = [:]

  /// For a content stream (14.7.4.4).
  func newKey() -> Int {
    marks.append(0)
    return marks.count - 1
  }

  /// For an element's annotation.
  func newKey(for element: Element, link: PDFReference) -> Int {
    marks.append(nil)
    elements[element.index].link = (link, marks.count - 1)
    return marks.count - 1
  }

  func place(_ key: Int, in form: PDFReference) { forms[key] = form }

  /// Nil for what is not read.
  func add(
    _ item: Item, page: PDFPage, pageIndex: Int, key: Int
  ) -> Element? {
    guard let order = item.readingOrder, let mark = marks[key] else { return nil }
    marks[key] = mark + 1
    let element = Element(
      role: item.role, page: page.reference, order: (pageIndex, order), box: item.box.upwards(on: page.size), key: key,
      mark: mark, index: elements.count)
    elements.append(element)
    return element
  }
}

extension StructureTree {
  /// - Returns: the root.
  func write(to file: inout PDFFile) -> PDFReference {
    let root = file.reserve()
    let document = file.reserve()
    let references = elements.map { _ in file.reserve() }
    for element in elements { write(element, as: references[element.index], parent: document, to: &file) }

    var out = PDFBytes()
    out.raw("<</Type/StructElem/S/Document/P ")
    out.reference(root)
    out.raw("/K[")
    for element in elements.sorted(by: { $0.order < $1.order }) {
      out.reference(references[element.index])
      out.raw(" ")
    }
    out.raw("]>>")
    file.set(document, out)

    out = PDFBytes()
    out.raw("<</Type/StructTreeRoot/K ")
    out.reference(document)
    out.raw("/ParentTreeNextKey ")
    out.append(integer: marks.count)
    out.raw("/ParentTree<</Nums[")
    writeParents(references, to: &out)
    out.raw("]>>>>")
    file.set(root, out)
    return root
  }

  /// 14.7.2; what it holds by 14.7.4.2, or 14.7.4.3 for an annotation.
  private func write(_ element: Element, as reference: PDFReference, parent: PDFReference, to file: inout PDFFile) {
    var out = PDFBytes()
    out.raw("<</S/")
    out.raw(element.role.structureType)
    out.raw("/P ")
    out.reference(parent)
    out.raw("/Pg ")
    out.reference(element.page)
    out.raw("/K")
    if element.link != nil { out.raw("[") }
    if let form = forms[element.key] {
      out.raw("<</Type/MCR/Stm ")
      out.reference(form)
      out.raw("/MCID ")
      out.append(integer: element.mark)
      out.raw(">>")
    } else {
      out.raw(" ")
      out.append(integer: element.mark)
    }
    if let link = element.link {
      out.raw("<</Type/OBJR/Obj ")
      out.reference(link.annotation)
      out.raw(">>]")
    }
    if case .figure(let alternative) = element.role {
      out.raw("/Alt")
      out.text(alternative)
      out.raw("/A<</O/Layout/BBox")
      out.array(element.box)
      out.raw(">>")
    }
    out.raw(">>")
    file.set(reference, out)
  }

  /// 14.7.4.4: for a content stream the elements of its marks in order, for an annotation its element.
  private func writeParents(_ references: [PDFReference], to out: inout PDFBytes) {
    var inOrder: [[PDFReference]] = marks.map { _ in [] }
    for element in elements {
      inOrder[element.key].append(references[element.index])
      if let link = element.link { inOrder[link.key].append(references[element.index]) }
    }
    for (key, elements) in inOrder.enumerated() {
      out.number(key)
      if marks[key] != nil { out.raw("[") }
      for element in elements {
        out.reference(element)
        out.raw(" ")
      }
      if marks[key] != nil { out.raw("]") }
    }
  }
}

extension Role {
  /// The standard structure type (14.8.4).
  var structureType: StaticString {
    switch self {
    case .heading: "H1"
    case .label, .value, .paragraph, .caption: "P"
    case .figure: "Figure"
    case .link: "Link"
    case .artifact: "Artifact"
    }
  }
}
