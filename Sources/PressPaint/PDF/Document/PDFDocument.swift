import PressScene

/// Gathers what a document is made of, and writes it: pages, fonts, pictures, forms, structure and what the document says of
/// itself (ISO 32000-1, 7.7).
final class PDFDocument {
  var file: PDFFile
  let structure = StructureTree()
  private let kept: PDFKept
  private let catalog: PDFReference
  private let pageTree: PDFReference
  private let resources: PDFReference
  private var pages: [PDFPage] = []
  private var fonts: [FaceID: EmbeddedFont] = [:]
  private var fontsInOrder: [EmbeddedFont] = []
  private var images: [String: PDFReference] = [:]
  private var forms: [ObjectIdentifier: PDFReference] = [:]
  private var identity = PDFIdentity()

  init(kept: PDFKept) {
    self.kept = kept
    file = PDFFile(deflater: kept.quick)
    catalog = file.reserve()
    pageTree = file.reserve()
    resources = file.reserve()
  }

  // MARK: - Pages

  func beginPage(_ size: Size) { pages.append(PDFPage(reference: file.reserve(), size: size)) }

  func endPage(_ canvas: Canvas) {
    var entries = PDFBytes()
    entries.raw("/Filter/FlateDecode")
    let content = kept.quick.zlib(canvas.out.bytes)
    identity.add(content)
    pages[pages.count - 1].content = file.add(stream: content, entries)
    pages[pages.count - 1].structureKey = canvas.structureKey
  }

  /// Begins an item's marked content.
  func begin(_ item: Item, on canvas: inout Canvas) {
    guard let page = pages.last, let key = canvas.structureKey else { return }
    guard let element = structure.add(item, page: page, pageIndex: pages.count - 1, key: key) else {
      return canvas.out.operation("/Artifact BMC")
    }
    if case .link(let target) = item.role {
      pages[pages.count - 1].annotations.append(addLink(to: target, from: item, on: page.size, element: element))
    }
    canvas.out.raw("/")
    canvas.out.raw(item.role.structureType)
    canvas.out.raw("<</MCID ")
    canvas.out.append(integer: element.mark)
    canvas.out.operation(">>BDC")
  }

  /// 12.5.6.5; printed (/F 4), without a border.
  private func addLink(to target: String, from item: Item, on page: Size, element: StructureTree.Element)
    -> PDFReference
  {
    var out = PDFBytes()
    out.raw("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect")
    out.array(item.box.upwards(on: page))
    out.raw("/Contents")
    out.text(target)
    out.raw("/A<</S/URI/URI")
    out.literal(target.percentEncoded)
    out.raw(">>/StructParent ")
    let link = file.reserve()
    out.append(integer: structure.newKey(for: element, link: link))
    out.raw(">>")
    file.set(link, out)
    return link
  }

  // MARK: - What pages use

  func font(_ id: FaceID, faces: TrueTypeFaces) throws(PaintError) -> EmbeddedFont {
    if let font = fonts[id] { return font }
    let font = EmbeddedFont(try faces.face(id), name: id.name, reference: file.reserve())
    fonts[id] = font
    fontsInOrder.append(font)
    return font
  }

  /// A picture's object, written once however often it is used.
  /// - Parameter isKept: it is the layout's, so its pixels are kept for the next document. A record's never are.
  func reference(of picture: Picture, isKept: Bool) throws(PaintError) -> PDFReference {
    if let known = images[picture.digest] { return known }
    identity.add(Array(picture.digest.utf8))
    let reference = try file.add(picture, kept: kept, isKept: isKept)
    images[picture.digest] = reference
    return reference
  }

  /// A kept form's object, with those of the forms that it calls.
  func reference(of form: PDFForm) -> PDFReference {
    if let known = forms[ObjectIdentifier(form)] { return known }
    let reference = file.reserve()
    forms[ObjectIdentifier(form)] = reference
    var entries = form.entries
    entries.raw("/Resources")
    entries.append(form.resources.dictionary { self.reference(of: $0) })
    entries.raw("/Filter/FlateDecode")
    identity.add(form.digest)
    file.set(reference, stream: form.content, entries)
    return reference
  }

  /// Writes a form of this document alone.
  func set(_ reference: PDFReference, form canvas: Canvas, box: Rect) {
    var entries = PDFBytes()
    entries.formEntries(box: box, isGroup: true)
    entries.raw("/Resources ")
    entries.reference(resources)
    if let key = canvas.structureKey {
      entries.raw("/StructParents ")
      entries.append(integer: key)
    }
    entries.raw("/Filter/FlateDecode")
    let content = kept.quick.zlib(canvas.out.bytes)
    identity.add(content)
    file.set(reference, stream: content, entries)
  }

  // MARK: - The whole

  func finish(_ info: DocumentInfo, resources shared: PDFResources, parts: PDFParts) throws(PaintError) -> [UInt8] {
    file.set(resources, shared.dictionary { reference(of: $0) })
    for font in fontsInOrder { try font.write(to: &file, kept: kept) }
    var out = PDFBytes()
    out.raw("<</Type/Catalog/Pages ")
    out.reference(pageTree)
    out.raw("/Lang")
    out.text(info.language)
    out.raw("/MarkInfo<</Marked true>>/StructTreeRoot ")
    out.reference(structure.write(to: &file))
    if info.title != nil { out.raw("/ViewerPreferences<</DisplayDocTitle true>>") }
    identity.add(info)
    parts.write(to: &file, catalog: &out, info: info, firstPage: &pages[0], deflater: kept.quick)
    out.raw(">>")
    file.set(catalog, out)
    writePages()
    let information = file.add(info.dictionary)
    return file.finish(root: catalog, info: information, id: identity.bytes)
  }
}

extension PDFDocument {
  /// 7.7.3.2: one node for all.
  private func writePages() {
    var tree = PDFBytes()
    tree.raw("<</Type/Pages/Count ")
    tree.append(integer: pages.count)
    tree.raw("/Kids[")
    tree.references(pages.map(\.reference))
    tree.raw("]>>")
    file.set(pageTree, tree)
    for page in pages { file.set(page.reference, page.dictionary(parent: pageTree, resources: resources)) }
  }
}

extension String {
  /// As a URI of ASCII (RFC 3987, 3.1): /URI holds no other.
  fileprivate var percentEncoded: String {
    var result = PDFBytes()
    for byte in utf8 {
      if (0x21...0x7E).contains(byte) {
        result.append(CollectionOfOne(byte))
      } else {
        result.raw("%")
        result.append(hex: byte)
      }
    }
    return String(decoding: result.bytes, as: UTF8.self)
  }
}

extension Rect {
  /// As PDF has rectangles: left, bottom, right, top, from the paper's lower left corner.
  func upwards(on page: Size) -> [Double] {
    [x.value, (page.height - maxY).value, maxX.value, (page.height - y).value]
  }
}
